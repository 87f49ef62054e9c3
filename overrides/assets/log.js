// A log is a box of lines. Beside it: a small form that writes one, and a button that takes lines from a file.

import { isoDay } from "./days.js";
import { create } from "./elements.js";

const NUMBER = /^\d{1,4}(?:\.\d)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const NO_DAY = "Choose a day";
const NO_NUMBERS = "Enter at least one number";
const NOT_A_NUMBER = "Each number must be like 4 or 4.5";
const NOT_READ = "Could not read this file. Choose another one";

/**
 * Gives each log its helpers.
 * @param {HTMLFormElement} form
 */
export function connectLogs(form) {
  for (const log of form.querySelectorAll("textarea[data-head]")) {
    new Helper(/** @type {HTMLTextAreaElement} */ (log));
  }
}

/**
 * Selects the line that a problem's sentence names.
 * @param {HTMLTextAreaElement} log
 * @param {string} sentence Such as "Line 3 must start with a real date".
 */
export function selectLine(log, sentence) {
  const place = Number(/^Line (\d+)\b/.exec(sentence)?.[1]);
  // Python counts from the first line that is not empty.
  const skipped = log.value.length - log.value.trimStart().length;
  const lines = log.value.slice(skipped).split("\n");
  const line = lines[place - 1];
  if (line !== undefined) {
    const start = skipped + lines.slice(0, place - 1).join("\n").length + (place > 1 ? 1 : 0);
    log.setSelectionRange(start, start + line.length);
  }
}

class Helper {
  #log;
  #day = create("input", { type: "date", class: "input", value: isoDay(new Date()) });
  #said = create("p", { class: "log__said", role: "status" });
  /** @type {HTMLInputElement[]} */
  #numbers;

  /** @param {HTMLTextAreaElement} log */
  constructor(log) {
    this.#log = log;
    const columns = (log.dataset.head ?? "").split(",").slice(1);
    this.#numbers = columns.map(() =>
      create("input", { type: "text", inputmode: "decimal", class: "input input--w3", autocomplete: "off" }),
    );
    const cells = columns.map((name, place) => labelled(capital(name), /** @type {Node} */ (this.#numbers[place])));
    const add = create("button", { type: "button", class: "button" }, "Add this line");
    add.addEventListener("click", () => this.#addLine());
    const file = create("input", { type: "file", class: "log__file", accept: ".csv,.txt,text/csv,text/plain" });
    file.addEventListener("change", () => this.#addFile(file));
    const box = create(
      "fieldset",
      { class: "log" },
      create("legend", {}, "Add today’s line"),
      create("div", { class: "log__cells" }, labelled("Day", this.#day), ...cells, add),
      this.#said,
      labelled("Or add lines from a file (.csv)", file),
    );
    box.addEventListener("keydown", (event) => {
      const isField = event.target === this.#day || this.#numbers.includes(/** @type {HTMLInputElement} */ (event.target));
      if (event.key === "Enter" && isField) {
        event.preventDefault();
        this.#addLine();
      }
    });
    log.closest(".question")?.append(box);
  }

  #addLine() {
    const numbers = this.#numbers.map((box) => box.value.trim());
    const wrong = this.#numbers.find((_, place) => numbers[place] && !NUMBER.test(numbers[place] ?? ""));
    if (!DAY.test(this.#day.value)) {
      this.#refuse(this.#day, NO_DAY);
    } else if (wrong) {
      this.#refuse(wrong, NOT_A_NUMBER);
    } else if (!numbers.some(Boolean)) {
      this.#refuse(/** @type {HTMLInputElement} */ (this.#numbers[0]), NO_NUMBERS);
    } else {
      this.#merge([[this.#day.value, ...numbers].join(",")]);
      for (const box of this.#numbers) {
        box.value = "";
      }
      this.#say(`Added the line for ${this.#day.value}.`);
    }
  }

  /** @param {HTMLInputElement} input */
  async #addFile(input) {
    const [file] = input.files ?? [];
    if (!file) {
      return;
    }
    try {
      // A file that is far too long is not one of ours, and would only make the page slow.
      const text = file.size > 4 * Number(this.#log.dataset.longest) ? "" : await file.text();
      const lines = text.replaceAll('"', "").split(/\r?\n/).filter((line) => line.trim() && !this.#isHead(line));
      this.#merge(lines);
      this.#say(lines.length ? `Added from the file: ${lines.length} ${lines.length === 1 ? "line" : "lines"}.` : NOT_READ);
    } catch {
      this.#say(NOT_READ);
    }
    input.value = "";
  }

  /**
   * Adds lines in the order of their days; a day's new line takes the place of its old one.
   * @param {string[]} lines
   */
  #merge(lines) {
    /** @type {Map<string, string>} */
    const byDay = new Map();
    for (const line of [...this.#log.value.split("\n"), ...lines].map((text) => text.trim())) {
      const [day = ""] = line.split(",");
      if (line && !this.#isHead(line)) {
        // A line that starts with no day stays as it is, for its reader to mend.
        byDay.set(DAY.test(day.trim()) ? day.trim() : line, line);
      }
    }
    this.#log.value = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line).join("\n");
  }

  /** @param {string} line */
  #isHead(line) {
    return line.trim().toLowerCase() === this.#log.dataset.head?.toLowerCase();
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} words
   */
  #refuse(input, words) {
    this.#say(words);
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }

  /** @param {string} words */
  #say(words) {
    for (const input of [this.#day, ...this.#numbers]) {
      input.removeAttribute("aria-invalid");
    }
    this.#said.textContent = words;
  }
}

/**
 * @param {string} words
 * @param {Node} control
 */
function labelled(words, control) {
  return create("label", { class: "log__cell" }, create("span", {}, words), control);
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

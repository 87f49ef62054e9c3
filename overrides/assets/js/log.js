// A log is a box of lines. Beside it: a small form that writes one, and a button that takes lines from a file.
//
// Python looks at each line before it enters the box, so no rule or sentence of the calculator is written twice. What
// the box holds is changed or left out only if the reader says so.

import { create } from "./elements.js";
import { asFailure } from "./failures.js";
import { Entry, labelled } from "./log-entry.js";
import { linesFromFile } from "./log-file.js";
import { dayInWords, merge, replace } from "./log-lines.js";
import { DayQuestion } from "./log-question.js";

const CHECKING = "Checking.";
const CHECKING_DELAY_MS = 400;
/** How many lines that cannot be used are told one by one. */
const MOST_TOLD = 10;

/**
 * What Python says is wrong with a line of the log of that name; "" if nothing.
 * @typedef {(name: string, line: string, signal: AbortSignal) => Promise<string>} Check
 */

/**
 * Gives each log its helpers.
 * @param {HTMLFormElement} form
 * @param {Check} check
 * @returns {() => void} Takes away whatever they have said or asked.
 */
export function connectLogs(form, check) {
  const logs = /** @type {NodeListOf<HTMLTextAreaElement>} */ (form.querySelectorAll("textarea[data-head]"));
  const helpers = [...logs].map((log) => new Helper(log, check));
  return () => helpers.forEach((helper) => helper.clear());
}

class Helper {
  #log;
  #check;
  #entry;
  #said = create("div", { class: "log__said", role: "status", tabindex: "-1" });
  #question = new DayQuestion((lines) => this.#settle(lines));
  /** Ended when what is being checked is wanted no more. */
  #wanted = new AbortController();
  #isChecking = false;

  /**
   * @param {HTMLTextAreaElement} log
   * @param {Check} check
   */
  constructor(log, check) {
    this.#log = log;
    this.#check = check;
    this.#entry = new Entry((log.dataset.head ?? "").split(",").slice(1), () => this.#addEntry());
    const file = create("input", { type: "file", class: "log__file", accept: ".csv,.txt,text/csv,text/plain" });
    file.addEventListener("change", () => this.#addFile(file));
    const box = create(
      "fieldset",
      { class: "log" },
      create("legend", {}, "Add today’s line"),
      this.#entry.box,
      this.#said,
      this.#question.box,
      labelled("Or add lines from a file (.csv)", file),
    );
    log.closest(".question")?.append(box);
  }

  /** Says and asks nothing any more, and waits for nothing. */
  clear() {
    this.#wanted.abort();
    this.#wanted = new AbortController();
    this.#question.close();
    this.#say("");
  }

  async #addEntry() {
    const missing = this.#entry.missing();
    if (missing) {
      this.#say(missing.words);
      this.#entry.refuse(missing.inputs);
    } else if (!this.#isChecking) {
      const line = this.#entry.line();
      this.#isChecking = true;
      await this.#whenFound((check) => check(line), (wrong) => {
        if (wrong) {
          this.#say(wrong.replace(/^Line 1\b/, "This line"));
          this.#entry.refuse();
        } else {
          const { added, other } = this.#add([line]);
          const day = dayInWords(line);
          const words = added.length ? `Added the line for ${day}.` : `The line for ${day} is there already.`;
          this.#say(other.length ? "" : words);
        }
      });
      this.#isChecking = false;
    }
  }

  /** @param {HTMLInputElement} input */
  async #addFile(input) {
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = "";
    if (file) {
      await this.#whenFound((check) => linesFromFile(file, this.#log, check), ({ lines, wrong, note, refused }) => {
        if (refused) {
          this.#say(refused);
        } else {
          const { added, other } = this.#add(lines);
          const same = lines.length - added.length - other.length;
          this.#say(`${countAdded(added.length, same)}${note}`, wrong);
        }
      });
    }
  }

  /**
   * Puts lines into the box, and asks about days that have another line there.
   * @param {string[]} lines Those that can be used.
   */
  #add(lines) {
    const merged = merge(this.#log.value, lines);
    this.#log.value = merged.log;
    this.#emptyIfIn(lines.filter((line) => !merged.other.includes(line)));
    this.#question.ask(merged.log, merged.other);
    return merged;
  }

  /** @param {string[]} lines Those to put in place of others; none to leave all as it is. */
  #settle(lines) {
    this.#log.value = replace(this.#log.value, lines);
    this.#emptyIfIn(lines);
    this.#say(lines.length ? `Replaced the line for ${lines.map(dayInWords).join("; ")}.` : "Nothing was replaced.");
    this.#said.focus();
  }

  /** @param {string[]} lines Those that are settled: the small form is emptied if its own is one. */
  #emptyIfIn(lines) {
    if (lines.includes(this.#entry.line())) {
      this.#entry.empty();
    }
  }

  /**
   * Waits for a check, and says if there can be none.
   * @template Found
   * @param {(check: (line: string) => Promise<string>) => Promise<Found>} find
   * @param {(found: Found) => void} use
   */
  async #whenFound(find, use) {
    const { signal } = this.#wanted;
    const timer = setTimeout(() => signal.aborted || this.#say(CHECKING), CHECKING_DELAY_MS);
    try {
      const found = await find((line) => this.#check(this.#log.name, line, signal));
      if (!signal.aborted) {
        use(found);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#say(`Nothing was added. ${asFailure(error).message}`);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {string} words
   * @param {string[]} wrong A sentence for each line that cannot be used.
   */
  #say(words, wrong = []) {
    this.#entry.accept();
    const more = wrong.length - MOST_TOLD;
    const items = [...wrong.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])];
    const title = wrong.length ? `${words} ${count(wrong.length)} could not be used:` : words;
    const list = create("ul", {}, ...items.map((item) => create("li", {}, item)));
    this.#said.replaceChildren(create("p", {}, title), ...(items.length ? [list] : []));
  }
}

/**
 * @param {number} added
 * @param {number} same How many were there already.
 */
function countAdded(added, same) {
  const there = same ? ` ${count(same)} ${same === 1 ? "was" : "were"} there already.` : "";
  return `Added from the file: ${added ? count(added) : "no lines"}.${there}`;
}

/** @param {number} lines */
function count(lines) {
  return `${lines} ${lines === 1 ? "line" : "lines"}`;
}

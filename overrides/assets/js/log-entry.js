// The small form that writes one line of a log: a day, and a box for each number.

import { isoDay } from "./days.js";
import { create } from "./elements.js";

const LONGEST_NUMBER = "12";

export class Entry {
  #day = create("input", { type: "date", class: "input", value: isoDay(new Date()) });
  /** @type {HTMLInputElement[]} */
  #numbers;

  /**
   * @param {string[]} columns The numbers' names.
   * @param {() => void} onAdd
   */
  constructor(columns, onAdd) {
    const kind = { type: "text", inputmode: "decimal", maxlength: LONGEST_NUMBER, class: "input input--w3", autocomplete: "off" };
    this.#numbers = columns.map(() => create("input", kind));
    const cells = this.#numbers.map((box, place) => labelled(capital(columns[place] ?? ""), box));
    const add = create("button", { type: "button", class: "button" }, "Add this line");
    add.addEventListener("click", onAdd);
    this.box = create("div", { class: "log__cells" }, labelled("Day", this.#day), ...cells, add);
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target !== add) {
        // Enter would send the whole form.
        event.preventDefault();
        onAdd();
      }
    });
  }

  /** @returns {string} The line it says. */
  line() {
    return [this.#day.value, ...this.#numbers.map((box) => plainNumber(box.value))].join(",");
  }

  /** @returns {{words: string, inputs: HTMLInputElement[]} | undefined} What is still to be filled in, and where. */
  missing() {
    if (!this.#day.value) {
      return { words: "Choose a day", inputs: [this.#day] };
    }
    const isEmpty = this.#numbers.every((box) => !box.value.trim());
    return isEmpty ? { words: "Enter at least one number", inputs: this.#numbers } : undefined;
  }

  /**
   * Takes the reader to what is wrong.
   * @param {HTMLInputElement[]} inputs
   */
  refuse(inputs = this.#numbers) {
    for (const input of inputs) {
      input.setAttribute("aria-invalid", "true");
    }
    inputs[0]?.focus();
  }

  /** Nothing is wrong any more. */
  accept() {
    for (const input of [this.#day, ...this.#numbers]) {
      input.removeAttribute("aria-invalid");
    }
  }

  /** Empties the numbers; the day stays. */
  empty() {
    for (const box of this.#numbers) {
      box.value = "";
    }
  }
}

/**
 * A control in words of its own.
 * @param {string} words
 * @param {Node} control
 */
export function labelled(words, control) {
  return create("label", { class: "log__cell" }, create("span", {}, words), control);
}

/**
 * A number without commas, which part the numbers of a line.
 * @param {string} text "4,5" in much of the world, or "1,000".
 */
function plainNumber(text) {
  return text.trim().replace(/^(\d+),(\d)$/, "$1.$2").replaceAll(",", " ");
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

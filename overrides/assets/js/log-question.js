// Asks before new lines take the place of others: nothing that a reader wrote is lost unasked.

import { create } from "./elements.js";
import { dayInWords, numbersInWords, sameDay } from "./log-lines.js";

/** How many days are named one by one. */
const MOST_NAMED = 10;

export class DayQuestion {
  box = create("div", { class: "log__ask", role: "group", tabindex: "-1", "aria-label": "Which numbers to keep", hidden: "" });
  #settle;
  /** @type {Map<string, string>} New lines by their day. */
  #open = new Map();

  /** @param {(lines: string[]) => void} settle Takes the lines to put in place of others: all, or none. */
  constructor(settle) {
    this.#settle = settle;
  }

  /**
   * Asks about new lines, and about those it asked about before.
   * @param {string} log What is there.
   * @param {string[]} lines New lines, for days that it has.
   */
  ask(log, lines) {
    for (const line of lines) {
      this.#open.set(dayInWords(line), line);
    }
    if (!lines.length) {
      return;
    }
    const days = [...this.#open.values()].map((line) => {
      const there = numbersInWords(sameDay(log, line));
      return create("li", {}, `${dayInWords(line)}: there ${there}; new ${numbersInWords(line)}`);
    });
    const more = days.length - MOST_NAMED;
    const rest = more > 0 ? [create("li", {}, `and ${more} more`)] : [];
    const title = days.length === 1 ? "This day is there already, with other numbers:" : `${days.length} days are there already, with other numbers:`;
    this.box.replaceChildren(
      create("p", {}, title),
      create("ul", {}, ...days.slice(0, MOST_NAMED), ...rest),
      create("div", { class: "calculator__buttons" }, this.#button("Use the new numbers", true), this.#button("Keep those that are there", false)),
    );
    this.box.hidden = false;
    this.box.focus();
  }

  close() {
    this.#open.clear();
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /**
   * @param {string} words
   * @param {boolean} isForNew
   */
  #button(words, isForNew) {
    const button = create("button", { type: "button", class: "button" }, words);
    button.addEventListener("click", () => {
      const lines = isForNew ? [...this.#open.values()] : [];
      this.close();
      this.#settle(lines);
    });
    return button;
  }
}

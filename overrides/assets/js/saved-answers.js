// Saving answers on this device: off until a reader asks, offered on a later visit, never filled in unasked.

import { given, parse, safetyNames } from "./answers.js";
import { dayFromToday, plainDay } from "./days.js";
import { DAYS_KEPT, deleteEverything, drop, keep, kept } from "./device.js";
import { create } from "./elements.js";

const NOT_SAVED = "Could not save on this device. Print or copy the plan instead";
const NOTHING_TO_SAVE = "There is nothing to save: safety answers are never kept";
const NOT_DELETED = "Could not delete. Clear this site’s data in your browser’s settings";
const EXPIRED = `Your saved answers were kept for ${DAYS_KEPT} days. They are deleted now.`;
const UNREADABLE = "What was saved on this device could not be read. It is deleted now.";
const DELETED = "Everything saved on this device is deleted.";
const DELETE = "Delete everything saved on this device";

export class SavedAnswers {
  #section;
  #form;
  #calculator;
  #found;

  /** @param {HTMLElement} section The calculator. */
  constructor(section) {
    this.#section = section;
    this.#form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.#calculator = section.dataset.calculator ?? "";
    this.#found = this.#find();
    this.#showDelete(Boolean(this.#found));
  }

  /**
   * Offers what is kept, above the form.
   * @param {(answers: Map<string, string>) => void} use Fills the answers in.
   */
  offer(use) {
    if (!this.#found) {
      return;
    }
    const { until, answers } = this.#found;
    const day = plainDay(new Date(`${until}T12:00`));
    const useButton = create("button", { type: "button", class: "button" }, "Use my saved answers");
    const deleteButton = create("button", { type: "button", class: "button" }, DELETE);
    const sentence = create("p", {}, `You saved answers on this device. Kept until ${day}.`);
    const buttons = create("div", { class: "calculator__buttons" }, useButton, deleteButton);
    const box = this.#showAbove(sentence, buttons);
    useButton.addEventListener("click", () => {
      box.remove();
      use(answers);
    });
    deleteButton.addEventListener("click", () => {
      buttons.remove();
      sentence.textContent = this.delete();
      sentence.tabIndex = -1;
      sentence.focus();
    });
  }

  /**
   * Keeps the form's answers. Those about safety are left out: they can change from day to day.
   * @param {URLSearchParams} shown Those of the answer on the page.
   * @returns {string} What to say.
   */
  save(shown) {
    const answers = withoutSafety(given(shown), this.#form);
    if (!answers.toString()) {
      return NOTHING_TO_SAVE;
    }
    try {
      keep(this.#calculator, answers.toString());
    } catch {
      return NOT_SAVED;
    }
    this.#showDelete(true);
    return `Saved on this device. Kept until ${plainDay(dayFromToday(DAYS_KEPT))}.`;
  }

  /**
   * Deletes all that is kept, of this calculator and all others.
   * @returns {string} What to say.
   */
  delete() {
    try {
      deleteEverything();
    } catch {
      return NOT_DELETED;
    }
    this.#showDelete(false);
    return DELETED;
  }

  /** What is kept for this form; says so if it was deleted instead. */
  #find() {
    const found = kept(this.#calculator);
    if (typeof found === "object") {
      const answers = parse(found.answers, this.#form);
      if (answers && withoutSafety(answers, this.#form).size) {
        return { until: found.until, answers };
      }
      drop(this.#calculator);
    }
    if (found) {
      this.#showAbove(create("p", { role: "status" }, found === "expired" ? EXPIRED : UNREADABLE));
    }
    return undefined;
  }

  /**
   * @param {...HTMLElement} parts
   * @returns {HTMLElement} The box they are in, above the form.
   */
  #showAbove(...parts) {
    const box = create("div", { class: "calculator__saved" }, ...parts);
    this.#section.prepend(box);
    return box;
  }

  /** @param {boolean} shown */
  #showDelete(shown) {
    const button = /** @type {HTMLElement} */ (this.#section.querySelector("[data-action=delete]"));
    button.hidden = !shown;
  }
}

/**
 * Takes the answers about safety away.
 * @template {{delete: (name: string) => unknown}} Answers
 * @param {Answers} answers
 * @param {HTMLFormElement} form
 */
function withoutSafety(answers, form) {
  for (const name of safetyNames(form)) {
    answers.delete(name);
  }
  return answers;
}

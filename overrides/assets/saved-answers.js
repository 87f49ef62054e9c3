// Saving answers on this device: off until a reader asks, offered on a later visit, never filled in unasked.

import { given } from "./answers.js";
import { dayFromToday, plainDay } from "./days.js";
import { DAYS_KEPT, deleteEverything, keep, kept } from "./device.js";
import { create } from "./elements.js";

const NOT_SAVED = "Could not save on this device. Print or copy the plan instead";
const DELETED = "Everything saved on this device is deleted.";
const DELETE = "Delete everything saved on this device";

export class SavedAnswers {
  #section;
  #form;
  #calculator;

  /** @param {HTMLElement} section The calculator. */
  constructor(section) {
    this.#section = section;
    this.#form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.#calculator = section.dataset.calculator ?? "";
    this.#showDelete(Boolean(kept(this.#calculator)));
  }

  /**
   * Offers what is kept, above the form.
   * @param {(answers: string) => void} use Fills the answers in.
   */
  offer(use) {
    const found = kept(this.#calculator);
    if (!found) {
      return;
    }
    const day = plainDay(new Date(`${found.until}T12:00`));
    const useButton = create("button", { type: "button", class: "button" }, "Use my saved answers");
    const deleteButton = create("button", { type: "button", class: "button" }, DELETE);
    const sentence = create("p", {}, `You saved answers on this device. Kept until ${day}.`);
    const buttons = create("div", { class: "calculator__buttons" }, useButton, deleteButton);
    const box = create("div", { class: "calculator__saved" }, sentence, buttons);
    useButton.addEventListener("click", () => {
      box.remove();
      use(found.answers);
    });
    deleteButton.addEventListener("click", () => {
      this.delete();
      buttons.remove();
      sentence.textContent = DELETED;
      sentence.tabIndex = -1;
      sentence.focus();
    });
    this.#section.prepend(box);
  }

  /**
   * Keeps the form's answers. Those about safety are left out: they can change from day to day.
   * @param {URLSearchParams} shown Those of the answer on the page.
   * @returns {string} What to say.
   */
  save(shown) {
    const answers = given(shown);
    for (const name of safetyNames(this.#form)) {
      answers.delete(name);
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
    deleteEverything();
    this.#showDelete(false);
    return DELETED;
  }

  /** @param {boolean} shown */
  #showDelete(shown) {
    const button = /** @type {HTMLElement} */ (this.#section.querySelector("[data-action=delete]"));
    button.hidden = !shown;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {Set<string>}
 */
function safetyNames(form) {
  const questions = form.querySelectorAll("[data-safety]");
  return new Set([...questions].map((question) => /** @type {HTMLElement} */ (question).dataset.field ?? ""));
}

// A question with rows: as many as are needed in sight, and a button for one more. Without scripts all are in sight.

import { isBegun } from "./answers.js";
import { create } from "./elements.js";

/**
 * Gives each list of rows its button.
 * @param {HTMLFormElement} form
 */
export function connectRows(form) {
  for (const list of lists(form)) {
    const button = create("button", { type: "button", class: "button rows__add" }, `Add another ${list.dataset.row}`);
    button.addEventListener("click", () => {
      const next = rows(list).find((row) => row.hidden);
      if (next) {
        next.hidden = false;
        button.hidden = !rows(list).some((row) => row.hidden);
        next.querySelector("input")?.focus();
      }
    });
    list.after(button);
  }
  showRows(form);
}

/**
 * Shows the rows that are begun, the fewest a list can have, and at least one.
 * @param {HTMLFormElement} form
 */
export function showRows(form) {
  for (const list of lists(form)) {
    const all = rows(list);
    const shown = Math.max(1, Number(list.dataset.rows), all.map(isBegun).lastIndexOf(true) + 1);
    all.forEach((row, place) => {
      row.hidden = place >= shown;
    });
    const button = /** @type {HTMLElement} */ (list.nextElementSibling);
    button.hidden = shown >= all.length;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {NodeListOf<HTMLElement>}
 */
function lists(form) {
  return form.querySelectorAll("[data-rows]");
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function rows(list) {
  return /** @type {HTMLElement[]} */ ([...list.children]);
}

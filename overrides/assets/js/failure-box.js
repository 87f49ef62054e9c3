// Why there is no answer, below the form, with a button to try again.

import { create } from "./elements.js";

/**
 * @param {HTMLElement} section The calculator.
 * @param {import("./failures.js").Failure} failure
 * @param {boolean} focus Whether to take the reader there.
 * @param {() => void} tryAgain
 */
export function showFailure(section, failure, focus, tryAgain) {
  const again = create("button", { type: "button", class: "button" }, "Try again");
  again.addEventListener("click", tryAgain);
  const box = boxOf(section);
  box.replaceChildren(create("p", { role: "alert" }, failure.message), again);
  box.hidden = false;
  if (focus) {
    again.focus();
  }
}

/** @param {HTMLElement} section The calculator. */
export function hideFailure(section) {
  const box = boxOf(section);
  box.replaceChildren();
  box.hidden = true;
}

/**
 * @param {HTMLElement} section
 * @returns {HTMLElement}
 */
function boxOf(section) {
  return /** @type {HTMLElement} */ (section.querySelector(".calculator__failure"));
}

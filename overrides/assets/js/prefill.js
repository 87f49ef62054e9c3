// What a reader is told when a form was filled in for them.

import { create } from "./elements.js";

const CALCULATE = "then press Calculate.";

/**
 * @typedef {object} Filled
 * @property {boolean} complete Whether every question that must be answered is.
 * @property {boolean} safety Whether answers about safety came along.
 */

/**
 * @param {Filled} filled
 * @returns {string}
 */
export function fromLink({ complete, safety }) {
  const check = complete
    ? `Check the answers${safety ? ", above all the safety questions" : ""}.`
    : `${safety ? "Check the safety answers and answer the rest" : "Answer the rest"}, ${CALCULATE}`;
  return `Filled in from a link. ${check}`;
}

/**
 * @param {Filled} filled
 * @returns {string}
 */
export function fromDevice({ complete }) {
  const check = complete ? "Check that they still fit." : `Answer the rest, ${CALCULATE}`;
  return `Filled in with your saved answers. ${check}`;
}

/**
 * Shows words above the form, in place of earlier ones.
 * @param {HTMLElement} section The calculator.
 * @param {string} words
 * @returns {HTMLElement}
 */
export function showNote(section, words) {
  removeNote(section);
  const note = create("p", { class: "calculator__note", tabindex: "-1" }, words);
  section.prepend(note);
  return note;
}

/** @param {HTMLElement} section The calculator. */
export function removeNote(section) {
  section.querySelector(".calculator__note")?.remove();
}

// Text to take along: on the clipboard, or in sight where a browser does not let a page copy, least of all without https.

import { create } from "./elements.js";

/**
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is on the clipboard now.
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows text, selected, in place of an earlier one.
 * @param {HTMLElement} section The calculator.
 * @param {string} text
 */
export function showText(section, text) {
  hideText(section);
  const box = create("textarea", { class: "calculator__text input", readonly: "", rows: "8", "aria-label": "To copy" });
  box.value = text;
  section.querySelector(".calculator__actions")?.after(box);
  box.focus();
  box.select();
}

/** @param {HTMLElement} section The calculator. */
export function hideText(section) {
  section.querySelector(".calculator__text")?.remove();
}

// Copying a result or a link: to the clipboard, or in sight to be copied by hand.

import { create } from "./elements.js";

const COPY_FAILED = "Could not copy. Select the text and copy it yourself";

/**
 * Copies text, or shows it to be copied by hand.
 * @param {HTMLElement} section The calculator.
 * @param {string} text
 * @param {string} done What to say when it worked.
 * @returns {Promise<string>} What to say.
 */
export async function copy(section, text, done) {
  section.querySelector(".calculator__text")?.remove();
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    // Not every browser lets a page copy, least of all without https.
    const box = create("textarea", { class: "calculator__text input", readonly: "", rows: "8", "aria-label": "To copy" });
    box.value = text;
    section.querySelector(".calculator__actions")?.after(box);
    box.focus();
    box.select();
    return COPY_FAILED;
  }
}

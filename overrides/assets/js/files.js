// Files of a result, such as a calendar or a spreadsheet: made on this device, sent nowhere.

import { create } from "./elements.js";

/** @typedef {{name: string, type: string, text: string}} File As calculators.answer gives it. */

/** @type {Record<string, string>} */
const WORDS = {
  "text/calendar": "Save dates to my calendar (.ics)",
  "text/csv": "Save as a spreadsheet (.csv)",
};
// Excel takes a table without this mark for one in the letters of a single country.
const UTF8_MARK = "\ufeff";
/** How long a browser may take to begin saving, in milliseconds. */
const SAVING_MS = 60_000;

/**
 * A button for each file.
 * @param {File[]} files
 * @returns {HTMLButtonElement[]}
 */
export function fileButtons(files) {
  return files.map((file) => {
    const button = create("button", { type: "button", class: "button" }, WORDS[file.type] ?? `Save ${file.name}`);
    button.addEventListener("click", () => save(file));
    return button;
  });
}

/** @param {File} file */
function save({ name, type, text }) {
  const content = type === "text/csv" ? UTF8_MARK + text : text;
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  create("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING_MS);
}

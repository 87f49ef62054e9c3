// Buttons that fill the three boxes of a date from the reader's own calendar.

import { dayFromToday } from "./days.js";

/** @type {Record<string, (today: Date) => number>} Days from today. */
const DAYS_AHEAD = {
  today: () => 0,
  tomorrow: () => 1,
  // On a Monday, the one after.
  monday: (today) => 7 - ((today.getDay() + 6) % 7),
};

/** @param {HTMLElement} section The calculator. */
export function dateButtons(section) {
  for (const row of section.querySelectorAll("[data-dates]")) {
    /** @type {HTMLElement} */ (row).hidden = false;
    row.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("[data-day]");
      const ahead = DAYS_AHEAD[/** @type {HTMLElement} */ (button)?.dataset.day ?? ""];
      if (ahead) {
        fillBoxes(row, dayFromToday(ahead(new Date())));
      }
    });
  }
}

/**
 * @param {Element} row
 * @param {Date} date
 */
function fillBoxes(row, date) {
  const parts = { day: date.getDate(), month: date.getMonth() + 1, year: date.getFullYear() };
  for (const [part, value] of Object.entries(parts)) {
    const box = row.closest(".question")?.querySelector(`input[name$="-${part}"]`);
    if (box instanceof HTMLInputElement) {
      box.value = String(value);
    }
  }
}

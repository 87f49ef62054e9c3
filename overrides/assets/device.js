// What a reader asked to keep on this device: one entry for each calculator, for 30 days.
//
// Storage can be full, switched off or absent. Reading then finds nothing; `keep` says so by throwing.

import { dayFromToday, isoDay } from "./days.js";

export const DAYS_KEPT = 30;
const PREFIX = "baseline:";
// The choice of colours (site.js), which "everything" includes.
const SCHEME = "scheme";

/** @typedef {{until: string, answers: string}} Kept The last day it is kept, as an ISO date, and the answers. */

/**
 * Keeps answers, in place of earlier ones.
 * @param {string} calculator
 * @param {string} answers
 * @throws {unknown} If this device does not let them be kept.
 */
export function keep(calculator, answers) {
  const until = isoDay(dayFromToday(DAYS_KEPT));
  localStorage.setItem(PREFIX + calculator, JSON.stringify({ until, answers }));
}

/**
 * What is kept of a calculator. Everything that has expired is deleted first.
 * @param {string} calculator
 * @returns {Kept | undefined}
 */
export function kept(calculator) {
  try {
    for (const key of ourKeys()) {
      if (!read(key)) {
        localStorage.removeItem(key);
      }
    }
    return read(PREFIX + calculator);
  } catch {
    return undefined;
  }
}

/** Deletes all that this site keeps on this device. */
export function deleteEverything() {
  for (const key of [...ourKeys(), SCHEME]) {
    localStorage.removeItem(key);
  }
}

function ourKeys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/**
 * An entry, unless it has expired or is not one we wrote.
 * @param {string} key
 * @returns {Kept | undefined}
 */
function read(key) {
  try {
    const { until, answers } = JSON.parse(localStorage.getItem(key) ?? "");
    // A day too far ahead means that the clock was changed: such an entry would be kept for longer than we say.
    const inTime = isoDay(new Date()) <= until && until <= isoDay(dayFromToday(DAYS_KEPT));
    return inTime && typeof answers === "string" ? { until, answers } : undefined;
  } catch {
    return undefined;
  }
}

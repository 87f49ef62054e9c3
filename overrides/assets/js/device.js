// What a reader asked to keep on this device: one entry for each calculator, for 30 days.
//
// Storage can be full, switched off or absent. Reading then finds nothing; `keep` says so by throwing.

import { dayFromToday, isRealDay, isoDay } from "./days.js";

export const DAYS_KEPT = 30;
const PREFIX = "baseline:";
// What other parts of the site keep, which "everything" includes: colours and text size (display.js), and which pages
// of the reading path are read (reading-path.js).
const CHOICES = ["scheme", "text", "read"];

/**
 * @typedef {object} Kept
 * @property {string} until The last day it is kept, as an ISO date.
 * @property {string} answers
 */

/**
 * Keeps answers, in place of earlier ones.
 * @param {string} calculator
 * @param {string} answers
 * @throws {unknown} If this device does not let them be kept.
 */
export function keep(calculator, answers) {
  localStorage.setItem(PREFIX + calculator, JSON.stringify({ until: lastDay(), answers }));
}

/**
 * What is kept of a calculator. Everything that has expired is deleted, and of this calculator whatever cannot be read.
 * @param {string} calculator
 * @returns {Kept | "expired" | "unreadable" | undefined} Nothing if nothing was kept.
 */
export function kept(calculator) {
  try {
    const key = PREFIX + calculator;
    const isThere = localStorage.getItem(key) !== null;
    const entry = read(key);
    if (deleteExpired().includes(key)) {
      return "expired";
    }
    if (isThere && !entry) {
      drop(calculator);
      return "unreadable";
    }
    return entry;
  } catch {
    return undefined;
  }
}

/**
 * Deletes what is kept of one calculator.
 * @param {string} calculator
 */
export function drop(calculator) {
  localStorage.removeItem(PREFIX + calculator);
}

/** Deletes all that this site keeps on this device, apart from the copies of pages that every visit makes. */
export function deleteEverything() {
  // Where nothing can be kept, there is nothing to remove.
  import("./removing.js").then(({ removePages }) => removePages()).catch(() => {});
  for (const key of [...ourKeys(), ...CHOICES]) {
    localStorage.removeItem(key);
  }
}

function ourKeys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

/** @returns {string[]} The keys of what was deleted. */
function deleteExpired() {
  const today = isoDay(new Date());
  const expired = ourKeys().filter((key) => (read(key)?.until ?? today) < today);
  for (const key of expired) {
    localStorage.removeItem(key);
  }
  return expired;
}

function lastDay() {
  return isoDay(dayFromToday(DAYS_KEPT));
}

/**
 * An entry, unless it is not one we wrote.
 * @param {string} key
 * @returns {Kept | undefined}
 */
function read(key) {
  try {
    const { until, answers } = JSON.parse(localStorage.getItem(key) ?? "");
    if (typeof answers !== "string") {
      return undefined;
    }
    if (isRealDay(until) && until <= lastDay()) {
      return { until, answers };
    }
    // The clock was changed, or somebody's hand was in it: from today it is kept no longer than we say.
    localStorage.setItem(key, JSON.stringify({ until: lastDay(), answers }));
    return { until: lastDay(), answers };
  } catch {
    return undefined;
  }
}

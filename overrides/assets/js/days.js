// Days of the reader's own calendar.

/**
 * The day some days from today, at noon, when no clock change can move it to another.
 * @param {number} ahead
 * @returns {Date}
 */
export function dayFromToday(ahead) {
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() + ahead);
  return day;
}

/**
 * A day for computers: "2026-12-20". In that form earlier days sort before later ones.
 * @param {Date} day
 * @returns {string}
 */
export function isoDay(day) {
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/**
 * Whether a text is such a day, and one that the calendar has.
 * @param {string} text
 * @returns {boolean}
 */
export function isRealDay(text) {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00Z` : "");
  // Some browsers take 31 April for 1 May.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A day for readers: "20 December 2026".
 * @param {Date} day
 * @returns {string}
 */
export function plainDay(day) {
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

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
 * A day for readers: "20 December 2026".
 * @param {Date} day
 * @returns {string}
 */
export function plainDay(day) {
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

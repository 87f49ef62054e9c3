// The lines of a log as text, each a date and numbers with commas between: read from a file, and put among others.
//
// Only how files write a line is known here. Whether a line can be used is for Python to say (calculator-form.js).

import { isRealDay, plainDay } from "./days.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
// What spreadsheets make of such a day when they save it again.
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const NUMBER = /^\d+(?:\.\d+)?$/;
const SEPARATOR = /[;\t]/;
// No honest line is longer, in characters.
const LONGEST_LINE = 500;

/**
 * @typedef {object} Line
 * @property {number} place Which line of the file it is, from 1.
 * @property {string} text As the log writes it.
 *
 * @typedef {object} Reading
 * @property {Line[]} lines Those that are not empty.
 * @property {boolean} isOther Whether the file says that its columns are other ones than the log's.
 * @property {boolean} isDayFirst Whether its days were written as 20/11/2026.
 */

/**
 * Reads the text of a file, whatever program wrote it.
 * @param {string} text
 * @param {string} head The names of the log's columns, the date first.
 * @returns {Reading}
 */
export function readLines(text, head) {
  const columns = head.split(",");
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ place: at + 1, cells: cellsOf(line, columns.length) }))
    .filter(({ cells }) => cells.some(Boolean));
  const isHead = (/** @type {{cells: string[]}} */ { cells: [first = ""] }) => first.toLowerCase() === columns[0];
  const filled = rows.filter((row) => !isHead(row));
  const days = filled.map(({ cells: [day = ""] }) => day).filter((day) => DAY_FIRST.test(day));
  // A day that is not real so is one of another country's: then no day of this file is surely what it seems.
  const isDayFirst = days.length > 0 && days.every((day) => isRealDay(isoOf(day)));
  return {
    lines: filled.map(({ place, cells: [day = "", ...numbers] }) => ({
      place,
      text: [isDayFirst ? isoOf(day) : day, ...numbers].join(","),
    })),
    isOther: rows.some((row) => isHead(row) && row.cells.join().toLowerCase() !== head.toLowerCase()),
    isDayFirst,
  };
}

/**
 * Puts new lines among those of a log, in the order of their days. Nothing that is there is changed.
 * @param {string} log
 * @param {string[]} fresh
 * @returns {{log: string, added: string[], other: string[]}} `other`: new lines whose day has another line already.
 */
export function merge(log, fresh) {
  const lines = linesOf(log);
  /** @type {string[]} */
  const added = [];
  /** @type {string[]} */
  const other = [];
  for (const line of fresh) {
    const there = lines.filter((each) => dayOf(each) === dayOf(line)).at(-1);
    if (there === undefined) {
      insert(lines, line);
      added.push(line);
    } else if (meaning(there) !== meaning(line)) {
      other.push(line);
    }
  }
  return { log: lines.join("\n"), added, other };
}

/**
 * Puts lines in place of whatever a log has for their days.
 * @param {string} log
 * @param {string[]} fresh
 * @returns {string} The log.
 */
export function replace(log, fresh) {
  return fresh.reduce((text, line) => {
    const lines = linesOf(text);
    const at = lines.findIndex((each) => dayOf(each) === dayOf(line));
    const others = lines.filter((each) => dayOf(each) !== dayOf(line));
    if (at < 0) {
      insert(others, line);
    } else {
      others.splice(at, 0, line);
    }
    return others.join("\n");
  }, log);
}

/**
 * The line that a log has for the day of another line.
 * @param {string} log
 * @param {string} line
 * @returns {string}
 */
export function sameDay(log, line) {
  return linesOf(log).filter((each) => dayOf(each) === dayOf(line)).at(-1) ?? "";
}

/**
 * The day of a line as readers write it.
 * @param {string} line With a real day.
 * @returns {string}
 */
export function dayInWords(line) {
  return plainDay(new Date(`${dayOf(line)}T12:00`));
}

/**
 * The numbers of a line, for readers.
 * @param {string} line
 * @returns {string}
 */
export function numbersInWords(line) {
  return line.split(",").slice(1).map((cell) => cell.trim() || "–").join(", ");
}

/**
 * Selects the line that a problem's sentence names.
 * @param {HTMLTextAreaElement} log
 * @param {string} sentence Such as "Line 3 must start with a real date".
 */
export function selectLine(log, sentence) {
  const place = Number(/^Line (\d+)\b/.exec(sentence)?.[1]);
  // Python counts from the first line that is not empty.
  const skipped = log.value.length - log.value.trimStart().length;
  const lines = log.value.slice(skipped).split("\n");
  const line = lines[place - 1];
  if (line !== undefined) {
    const start = skipped + lines.slice(0, place - 1).join("\n").length + (place > 1 ? 1 : 0);
    log.setSelectionRange(start, start + line.length);
  }
}

/** @param {string} line */
function dayOf(line) {
  return (line.split(",")[0] ?? "").trim();
}

/** @param {string} log */
function linesOf(log) {
  return log.split("\n").filter((line) => line.trim());
}

/**
 * @param {string[]} lines
 * @param {string} line
 */
function insert(lines, line) {
  const later = lines.findIndex((each) => DAY.test(dayOf(each)) && dayOf(each) > dayOf(line));
  lines.splice(later < 0 ? lines.length : later, 0, line);
}

/**
 * What a line says, however it is written: "4.0" is 4.
 * @param {string} line
 */
function meaning(line) {
  const cells = line.split(",").map((cell) => cell.trim());
  return cells.map((cell) => (NUMBER.test(cell) ? Number(cell) : cell)).join();
}

/**
 * @param {string} line Of a file.
 * @param {number} columns How many the log has.
 * @returns {string[]}
 */
function cellsOf(line, columns) {
  const looked = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  // Where a semicolon or a tab parts the cells, a comma is the decimal mark; else it is one only between quotes.
  const separator = SEPARATOR.exec(looked)?.[0] ?? ",";
  const dotted = separator === "," ? looked.replace(/"(\d+),(\d)"/g, "$1.$2") : looked.replaceAll(",", ".");
  const cells = dotted.replaceAll('"', "").split(separator).map(clean);
  while (cells.length > columns && cells.at(-1) === "") {
    cells.pop();
  }
  return cells;
}

/**
 * A cell without marks that show nothing.
 * @param {string} cell
 */
function clean(cell) {
  return cell.replace(/\p{Cf}/gu, "").replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** @param {string} day Such as "20/11/2026". */
function isoOf(day) {
  return day.replace(DAY_FIRST, (_, date, month, year) => `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}


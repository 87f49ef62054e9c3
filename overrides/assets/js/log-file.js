// From a file to the lines of a log. A file is a stranger's: it may be anything.

import { readLines } from "./log-lines.js";

const NOT_READ = "Could not read this file. Choose another one";
const EMPTY = "There are no lines in this file. Choose another one";
const DAY_FIRST = " Its dates were read with the day first, then the month.";

/**
 * @typedef {object} FromFile
 * @property {string[]} lines Those that can be used.
 * @property {string[]} wrong A sentence for each that cannot, with its place in the file.
 * @property {string} note What to say besides, with a space before it.
 * @property {string} refused Why the whole file cannot be used; empty if it can.
 */

/**
 * Reads the lines of a file, and has each looked at.
 * @param {File} file
 * @param {HTMLTextAreaElement} log Knows its columns, and how long it may be.
 * @param {(line: string) => Promise<string>} check What is wrong with a line; "" if nothing.
 * @returns {Promise<FromFile>} Rejects as `check` does.
 */
export async function linesFromFile(file, { dataset: { head = "", longest, lines: most } }, check) {
  const keep = `Keep at most ${most} lines; leave out the oldest`;
  // A file that is far too long is not one of ours, and would only make the page slow.
  if (file.size > 4 * Number(longest)) {
    return refuse(`This file is too long. ${keep}`);
  }
  const text = await textOf(file);
  if (text === undefined) {
    return refuse(NOT_READ);
  }
  const { lines: found, isOther, isDayFirst } = readLines(text, head);
  if (isOther) {
    return refuse(`This file has other columns. Choose one with these: ${head.replaceAll(",", ", ")}`);
  }
  if (found.length > Number(most)) {
    return refuse(`This file has ${found.length} lines. ${keep}`);
  }
  if (!found.length) {
    return refuse(EMPTY);
  }
  /** @type {FromFile} */
  const result = { lines: [], wrong: [], note: isDayFirst ? DAY_FIRST : "", refused: "" };
  for (const { place, text: line } of found) {
    const wrong = await check(line);
    if (wrong) {
      // Python was shown one line, and says so: "Line 1 must …".
      result.wrong.push(`Line ${place}${wrong.startsWith("Line 1") ? wrong.slice("Line 1".length) : `: ${wrong}`}`);
    } else {
      result.lines.push(line);
    }
  }
  return result;
}

/**
 * @param {string} refused
 * @returns {FromFile}
 */
function refuse(refused) {
  return { lines: [], wrong: [], note: "", refused };
}

/**
 * @param {File} file
 * @returns {Promise<string | undefined>} Nothing if the device does not give it.
 */
async function textOf(file) {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // The two bytes with which spreadsheets begin what they call Unicode text.
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
  } catch {
    return undefined;
  }
}

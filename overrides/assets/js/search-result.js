// A page as search shows it: section, title, main message, and the part of it that says most about the words.

import { create } from "./elements.js";
import { unitsOf } from "./search-text.js";

/** @typedef {import("./search-index.js").Shown} Shown */

const [BEFORE, LENGTH] = [60, 160]; // characters of an excerpt
const HEADING = 3; // a word in a part's heading counts as much as this many in its text
const WORDS = /[\p{L}\p{N}\p{M}]+(?:['\u2019\-\u2010\u2011][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * @param {Shown} shown
 * @param {Set<string>[]} words For each thing that was asked for, the words that stand for it.
 * @param {string} root
 */
export function resultOf([address, title, section, message, parts], words, root) {
  const every = new Set(words.flatMap((set) => [...set]));
  const line = create("li", {});
  if (section) line.append(create("p", { class: "search__kind" }, section));
  line.append(
    create("a", { class: "search__page", href: `${root}/${address}` }, ...marked(title, every)),
    create("p", { class: "search__answer" }, ...marked(message, every)),
  );
  const [anchor, heading, text] = bestPart(parts, words) ?? ["", "", ""];
  if (anchor) {
    const link = create("a", { href: `${root}/${address}#${anchor}` }, ...marked(heading, every));
    line.append(create("p", { class: "search__part" }, "On this page: ", link));
  }
  if (text) line.append(create("p", { class: "search__excerpt" }, ...marked(excerpt(text, every), every)));
  return line;
}

/**
 * The part that has the most of the things asked for, and of those the one that has them in its heading or most often.
 * @param {Shown[4]} parts
 * @param {Set<string>[]} words
 */
function bestPart(parts, words) {
  let [found, most] = [/** @type {Shown[4][number] | undefined} */ (undefined), 0];
  for (const part of parts) {
    const [, heading, text] = part;
    const counts = words.map((set) => count(heading, set) * HEADING + count(text, set));
    const worth = counts.reduce((sum, each) => sum + (each ? 10 + Math.min(each, 6) : 0), 0);
    if (worth > most) [found, most] = [part, worth];
  }
  return found;
}

/**
 * @param {string} text
 * @param {Set<string>} words
 */
function count(text, words) {
  return unitsOf(text).filter((unit) => isAny(unit, words)).length;
}

/**
 * @param {import("./search-text.js").Unit} unit
 * @param {Set<string>} words
 */
function isAny({ word, parts }, words) {
  return words.has(word) || parts.some((part) => words.has(part));
}

/**
 * The sentences around the first of the words, cut between words.
 * @param {string} text
 * @param {Set<string>} words
 */
function excerpt(text, words) {
  const first = [...text.matchAll(WORDS)].find(([word]) => unitsOf(word).some((unit) => isAny(unit, words)));
  const at = first?.index ?? 0;
  const from = at <= BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
  if (text.length <= from + LENGTH) return (from ? "… " : "") + text.slice(from);
  return `${from ? "… " : ""}${text.slice(from, text.lastIndexOf(" ", from + LENGTH))} …`;
}

/**
 * A text with some of its words marked.
 * @param {string} text
 * @param {Set<string>} words
 * @returns {(Node | string)[]}
 */
function marked(text, words) {
  /** @type {(Node | string)[]} */
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!unitsOf(word).some((unit) => isAny(unit, words))) continue;
    pieces.push(text.slice(end, index), create("mark", {}, word));
    end = index + word.length;
  }
  return [...pieces, text.slice(end)];
}

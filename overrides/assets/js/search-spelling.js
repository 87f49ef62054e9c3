// What was meant by a word that no page has.

import { unitsOf } from "./search-text.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-text.js").Unit} Unit */

/**
 * For words that no page has, the likeliest meant: one or two slips away, or two words run together.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 * @param {string[]} missing
 */
export async function corrections(index, units, missing) {
  const readers = Object.keys(index.synonyms).flatMap((said) => unitsOf(said).map(({ word }) => word));
  const groups = [...(await index.spelling()).map((group) => group.split(" ")), readers];
  const all = new Set(groups.flat());
  /** @type {Map<string, string>} */
  const corrected = new Map();
  for (const { word } of units) {
    if (!missing.some((said) => said.split(" ").includes(word)) || word.length < 4 || all.has(word)) continue;
    const meant = nearest(word, groups) ?? halves(word, all);
    if (meant) corrected.set(word, meant);
  }
  return corrected;
}

/**
 * @param {string} word
 * @param {string[][]} groups
 */
function nearest(word, groups) {
  const most = word.length < 6 ? 1 : 2;
  let [meant, least] = ["", Infinity];
  groups.forEach((group, number) => {
    for (const other of group) {
      if (other.length < 4) continue;
      const count = slips(word, other);
      if (count > most) continue;
      // Few people mistake the first letter, and many mean a word that is used often.
      const cost = count + (other[0] === word[0] ? 0 : 0.5) + number / 10;
      if (cost < least) [meant, least] = [other, cost];
    }
  });
  return meant || undefined;
}

/**
 * @param {string} word
 * @param {Set<string>} all
 */
function halves(word, all) {
  for (let at = 4; at <= word.length - 4; at += 1) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (all.has(one) && all.has(other)) return `${one} ${other}`;
  }
  return undefined;
}

/**
 * How many slips lie between two words: a letter missing, added, changed, or in the other's place. Stops counting at 3.
 * @param {string} word
 * @param {string} other
 */
export function slips(word, other) {
  const far = 3;
  if (Math.abs(word.length - other.length) >= far) return far;
  /** @type {number[]} */
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = word[i - 1] === other[j - 1];
      let least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, at(before, j - 2) + 1);
      next.push(least);
    }
    if (Math.min(...next) >= far) return far;
    [before, row] = [row, next];
  }
  return Math.min(at(row, other.length), far);
}

/**
 * @param {number[]} row
 * @param {number} index
 */
const at = (row, index) => row[index] ?? Infinity;

// Which pages answer a search, best first.

import { corrections } from "./search-spelling.js";
import { spellings, stem, unitsOf } from "./search-text.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Found} Found */
/** @typedef {import("./search-text.js").Unit} Unit */

/**
 * One thing that a search asks for, in the reader's words, and every other way to say it. Of a way, all words must stand
 * on a page.
 * @typedef {{said: string, ways: {words: string[], worth: number}[]}} Wish
 */
/**
 * @typedef {object} Outcome
 * @property {number[]} pages Their numbers, best first.
 * @property {Set<string>[]} words For each wish that was found, the words of the site that stand for it.
 * @property {string[]} missing What no page has.
 * @property {[string, string][]} corrected A word as it was typed, and the word that was searched for.
 * @property {boolean} isPartial Whether no page has all that was asked for.
 */

/** What a page is worth by another form of the word, a synonym, or a word that the reader's word begins. */
const [FORM, SYNONYM, BEGINNING] = [0.9, 0.6, 0.5];
/** How many calculators come before all else. */
const MOST_LEADERS = 3;
/** What more than this share of pages say, such as "pain", does not tell which of them to choose. */
const EVERYWHERE = 0.8;

/**
 * @param {SearchIndex} index
 * @param {string} text
 * @returns {Promise<Outcome>}
 */
export async function search(index, text) {
  const units = unitsOf(text);
  const first = await answersTo(index, wishes(index, units));
  if (!first.missing.length) return { ...first, corrected: [] };
  const corrected = await corrections(index, units, first.missing);
  if (!corrected.size) return { ...first, corrected: [] };
  const mended = units.map((unit) => unitsOf(corrected.get(unit.word) ?? "").concat(corrected.has(unit.word) ? [] : unit));
  return { ...(await answersTo(index, wishes(index, mended.flat()))), corrected: [...corrected] };
}

/**
 * What a search asks for: phrases that the synonyms know, and else each word that is not small.
 * @param {SearchIndex} index
 * @param {Unit[]} units
 * @returns {Wish[]}
 */
function wishes(index, units) {
  const phrases = new Map(Object.entries(index.synonyms).map(([said, meant]) => [phrase(unitsOf(said)), meant]));
  const longest = Math.max(0, ...[...phrases.keys()].map((key) => key.split(" ").length));
  /** @type {Map<string, Wish>} */
  const found = new Map();
  for (let at = 0; at < units.length; ) {
    let length = Math.min(longest, units.length - at);
    while (length > 0 && !phrases.has(phrase(units.slice(at, at + length)))) length -= 1;
    const taken = units.slice(at, at + Math.max(1, length));
    const meant = length ? (phrases.get(phrase(taken)) ?? []) : [];
    const wish = wishOf(index, taken, meant);
    if (wish.ways.length) found.set(wish.said, wish);
    at += taken.length;
  }
  return [...found.values()];
}

/** @param {Unit[]} units */
const phrase = (units) => units.map(({ word }) => stem(word)).join(" ");

/**
 * @param {SearchIndex} index
 * @param {Unit[]} units
 * @param {string[]} meant
 * @returns {Wish}
 */
function wishOf({ small }, units, meant) {
  /** @param {string[]} words */
  const telling = (words) => words.filter((word) => word.length > 1 && !small.has(word));
  const ways = [
    { words: telling(units.map(({ word }) => word)), worth: 1 },
    // "long-term" is looked for as "longterm", as pages that hyphenate it have it, and as "long" and "term".
    { words: telling(units.flatMap(({ parts }) => parts)), worth: units.some(({ parts }) => parts.length > 1) ? 0.9 : 0 },
    ...meant.map((other) => ({ words: telling(unitsOf(other).map(({ word }) => word)), worth: SYNONYM })),
  ];
  return { said: units.map(({ word }) => word).join(" "), ways: ways.filter(({ words, worth }) => words.length && worth) };
}

/**
 * @param {SearchIndex} index
 * @param {Wish[]} asked
 * @returns {Promise<Omit<Outcome, "corrected">>}
 */
async function answersTo(index, asked) {
  const granted = await Promise.all(asked.map((wish) => grant(index, wish)));
  const missing = asked.filter((_, at) => !granted[at]?.scores.size).map(({ said }) => said);
  const found = granted.filter(({ scores }) => scores.size);
  const every = [...new Set(found.flatMap(({ scores }) => [...scores.keys()]))];
  const whole = missing.length ? [] : every.filter((page) => found.every(({ scores }) => scores.has(page)));
  const pages = (whole.length ? whole : every).map((page) => ({ page, worth: worthOf(index, page, found) }));
  const ranked = pages.sort((one, other) => other.worth - one.worth || one.page - other.page).map(({ page }) => page);
  const telling = missing.length ? [] : found.filter(({ scores }) => scores.size < index.pages * EVERYWHERE);
  const isLeader = (/** @type {number} */ page) => page < index.tools && telling.every(({ about }) => about.has(page));
  const leaders = telling.length ? ranked.filter(isLeader).slice(0, MOST_LEADERS) : [];
  return {
    pages: [...new Set([...leaders, ...ranked])],
    words: found.map(({ words }) => words),
    missing,
    isPartial: every.length > 0 && !whole.length,
  };
}

/**
 * @param {SearchIndex} index
 * @param {number} page
 * @param {{scores: Map<number, number>}[]} found
 */
function worthOf({ pages }, page, found) {
  // A word that few pages have says more.
  return found.reduce((sum, { scores }) => sum + (scores.get(page) ?? 0) * Math.log(1 + pages / scores.size), 0);
}

/**
 * What each page is worth to a wish, which of them are about it, and which words of the site stand for it.
 * @param {SearchIndex} index
 * @param {Wish} wish
 */
async function grant(index, { ways }) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Set<number>} */
  const about = new Set();
  /** @type {Set<string>} */
  const words = new Set();
  /** @param {number} worth @param {{word: string, found: Found}[]} way */
  const add = (worth, way) => {
    const [first = new Map(), ...rest] = way.map(({ word, found }) => best(found, word));
    for (const [page, weight] of first) {
      const least = Math.min(weight, ...rest.map((other) => other.get(page) ?? 0));
      if (least) scores.set(page, Math.max(scores.get(page) ?? 0, least * worth));
      if (least >= index.about * FORM && worth > BEGINNING) about.add(page);
    }
    for (const word of way.flatMap(({ found }) => [...found.keys()])) words.add(word);
  };
  const look = (/** @type {string} */ word) => known(index, word).then((found) => ({ word, found }));
  const all = await Promise.all(ways.map((way) => Promise.all(way.words.map(look))));
  ways.forEach(({ worth }, number) => add(worth, all[number] ?? []));
  const [word = "", ...more] = ways[0]?.words ?? [];
  if (!scores.size && !more.length) add(BEGINNING, [{ word, found: await begun(index, word) }]);
  return { scores, about, words };
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<Found>}
 */
async function known(index, word) {
  const found = await Promise.all(spellings(word).map((spelling) => index.forms(spelling)));
  return new Map(found.flatMap((each) => [...each]));
}

/**
 * The words that a word begins, and other forms of the first of them: "tirednes" is "tiredness", and so "tired".
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<Found>}
 */
async function begun(index, word) {
  const found = await index.begunBy(word);
  const [first] = found.keys();
  return first ? new Map([...found, ...(await index.forms(first))]) : found;
}

/**
 * The most that each page is worth by any form of a word.
 * @param {Found} found
 * @param {string} word As it was typed.
 */
function best(found, word) {
  /** @type {Map<number, number>} */
  const worths = new Map();
  for (const [form, places] of found) {
    for (const [page, worth] of places) {
      worths.set(page, Math.max(worths.get(page) ?? 0, worth * (form === word ? 1 : FORM)));
    }
  }
  return worths;
}

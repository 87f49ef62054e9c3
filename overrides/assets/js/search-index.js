// The index that generator/search/index.py writes, fetched piece by piece as a search needs it.

import { stem } from "./search-text.js";

/**
 * A page of the index: address, title, section, main message, and its parts, each with anchor, heading and text.
 * @typedef {[string, string, string, string, [string, string, string][]]} Shown
 */
/**
 * Where a word stands: the pages by their numbers, each with what it is worth.
 * @typedef {Map<number, number>} Places
 */
/** @typedef {Map<string, Places>} Found The words of the site that were meant, each with its places. */

const PATIENCE_MS = 20_000;
const MOST_PIECES = 4; // for the beginning of a word; a few letters may begin more words than anyone would read through

export class SearchIndex {
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();

  /**
   * @param {string} root The site's root, without a slash at its end.
   * @param {RequestCache} cache "reload" if something that the browser keeps may be at fault: some hosts have even the
   *   answer that a piece is missing kept for ever.
   */
  static async open(root, cache = "default") {
    const told = await fetchJson(`${root}/search/index.json`, "no-cache");
    return new SearchIndex(root, told, cache);
  }

  /**
   * @param {string} root
   * @param {{version: string, pages: number, tools: number, base: number, about: number, starts: string[], small: string, synonyms: Record<string, string[]>}} told
   * @param {RequestCache} cache
   */
  constructor(root, told, cache) {
    this.cache = cache;
    this.folder = `${root}/search/chunks/${told.version}`;
    this.version = told.version;
    this.pages = told.pages;
    this.tools = told.tools;
    this.base = told.base;
    this.about = told.about;
    this.starts = told.starts;
    this.small = new Set(told.small.split(" "));
    this.synonyms = told.synonyms;
  }

  /**
   * The forms of a word that the site has.
   * @param {string} word
   * @returns {Promise<Found>}
   */
  forms(word) {
    const wanted = stem(word);
    // "worries" and "worry" share all but the last letter of their stem.
    const begin = word.length < 4 ? word : wanted.slice(0, Math.max(3, wanted.length - 1));
    return this.#words(begin, (other) => other === word || stem(other) === wanted);
  }

  /**
   * The words of the site that a word begins.
   * @param {string} word
   * @returns {Promise<Found>}
   */
  async begunBy(word) {
    return word.length < 3 ? new Map() : await this.#words(word, () => true);
  }

  /**
   * The words to compare a misspelt one with, in groups from the most used on.
   * @returns {Promise<string[]>}
   */
  spelling() {
    return this.#file("spelling");
  }

  /**
   * @param {number} number
   * @returns {Promise<Shown>}
   */
  page(number) {
    return this.#file(`p${number}`);
  }

  /**
   * @param {string} begin
   * @param {(word: string) => boolean} isMeant
   * @returns {Promise<Found>}
   */
  async #words(begin, isMeant) {
    const first = this.#pieceOf(begin);
    const last = Math.min(this.#pieceOf(`${begin}~`), first + MOST_PIECES - 1);
    const numbers = [...Array(last - first + 1).keys()].map((step) => first + step);
    const pieces = await Promise.all(numbers.map((number) => this.#file(`w${number}`)));
    const words = pieces.flatMap((piece) => Object.entries(piece));
    const meant = words.filter(([word]) => word.startsWith(begin) && isMeant(word));
    return new Map(meant.map(([word, packed]) => [word, unpack(packed, this.base)]));
  }

  /** @param {string} word */
  #pieceOf(word) {
    return Math.max(0, this.starts.filter((start) => start <= word).length - 1);
  }

  /** @param {string} name */
  #file(name) {
    let file = this.#files.get(name);
    if (!file) {
      file = fetchJson(`${this.folder}/${name}.json`, this.cache);
      this.#files.set(name, file);
      file.catch(() => this.#files.delete(name)); // so that it is fetched anew when the reader tries again
    }
    return file;
  }
}

/**
 * @param {number[]} packed
 * @param {number} base
 * @returns {Places}
 */
function unpack(packed, base) {
  let page = 0;
  return new Map(
    packed.map((number) => {
      page += Math.floor(number / base);
      return [page, number % base];
    }),
  );
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 */
async function fetchJson(address, cache) {
  const answer = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

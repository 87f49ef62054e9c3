// Which pages answer a search, best first. Plain functions: no page, no network.

/**
 * A page or a part of a page in the search index.
 * @typedef {object} Entry
 * @property {string} location Its address from the site's root, with the part after a "#".
 * @property {string} page The same without the part.
 * @property {boolean} isPart Whether it is a part, under a heading of its own.
 * @property {string} title Its own heading.
 * @property {string} pageTitle The heading of the page it is on.
 * @property {string} text What it says.
 * @property {string[]} titleWords
 * @property {Set<string>} textWords
 */

// What readers say, and what the pages say.
const ALIKE = [
  ["flare", "worse", "setback", "relapse"],
  ["move", "moving", "movement", "exercise", "activity", "walk"],
  ["tired", "fatigue", "exhausted"],
  ["pulse", "heart", "beats"],
  ["pace", "pacing", "planner", "build"],
  ["scan", "mri", "xray", "disc"],
].map((group) => group.map(stem));

/**
 * The words of a text, lower case and without endings.
 * @param {string} text
 */
export function tokens(text) {
  const words = text.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => word.length > 1).map(stem);
}

/**
 * Entries from the index as the theme's search plugin writes it.
 *
 * The index has an entry for each page and each heading on it; a heading alone ("Quick read") does not say where it is.
 * @param {{location: string, title: string, text?: string}[]} docs Titles and texts already free of HTML.
 * @returns {Entry[]}
 */
export function entriesOf(docs) {
  const titles = new Map(docs.map(({ location, title }) => [location, title]));
  return docs.map(({ location, title, text = "" }) => {
    const page = location.replace(/#.*/, "");
    return {
      location,
      page,
      isPart: page !== location,
      title,
      pageTitle: titles.get(page) ?? title,
      text,
      titleWords: tokens(title),
      textWords: new Set(tokens(text)),
    };
  });
}

/**
 * The best place on each page that has every wanted word, best page first.
 * @param {Entry[]} entries
 * @param {string[]} wanted Words from `tokens`.
 */
export function rank(entries, wanted) {
  /** @type {Map<string, {entry: Entry, score: number}>} */
  const best = new Map();
  for (const entry of entries) {
    const score = scoreOf(entry, wanted);
    if (score > (best.get(entry.page)?.score ?? 0)) best.set(entry.page, { entry, score });
  }
  return [...best.values()].sort((one, other) => other.score - one.score).map(({ entry }) => entry);
}

/**
 * Enough of English for "flares" to find "flare" and "walking" to find "walk".
 * @param {string} word
 */
function stem(word) {
  return word.length > 5 ? word.replace(/(ing|ed|es|s)$/, "") : word.replace(/([^s])s$/, "$1");
}

/**
 * @param {Entry} entry
 * @param {string[]} wanted
 */
function scoreOf(entry, wanted) {
  let sum = 0;
  for (const word of wanted) {
    const alike = ALIKE.find((group) => group.includes(word)) ?? [];
    const best = Math.max(wordScore(entry, word), ...alike.map((other) => wordScore(entry, other) / 2));
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

/**
 * @param {Entry} entry
 * @param {string} word
 */
function wordScore({ titleWords, textWords }, word) {
  if (titleWords.includes(word)) return 10;
  if (titleWords.some((other) => other.startsWith(word))) return 7;
  if (textWords.has(word)) return 3;
  const others = [...titleWords, ...textWords];
  if (others.some((other) => other.startsWith(word))) return 2;
  return word.length > 4 && others.some((other) => isOneSlipFrom(word, other)) ? 1 : 0;
}

/**
 * One letter missing, added or changed: a slip of sore hands.
 * @param {string} word
 * @param {string} other
 */
function isOneSlipFrom(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  const [rest, otherRest] = [word.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}

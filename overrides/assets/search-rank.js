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
 * @property {string} kind The section of the site that the page is in.
 * @property {string} message The page's main message.
 * @property {Set<string>} messageWords Nothing for a part.
 * @property {string[]} titleWords
 * @property {Set<string>} textWords
 */

/** The score of a word in a page's main message: less than in a heading, more than in the text. */
const MESSAGE = 5;
/** What puts one page before all others. */
const LEAD = 1000;

// What readers say, and what the pages say.
const ALIKE = [
  ["flare", "worse", "setback", "relapse"],
  ["move", "moving", "movement", "exercise", "activity", "walk"],
  ["tired", "fatigue", "exhausted"],
  ["pulse", "heart", "beats"],
  ["pace", "pacing", "planner", "build"],
  ["scan", "mri", "xray", "disc"],
  ["fear", "afraid", "scared", "frightened"],
  ["sleep", "insomnia", "awake", "bed"],
  ["stress", "worry", "anxiety", "anxious"],
  ["diet", "food", "eat", "weight"],
  ["job", "work"],
  ["strength", "strong", "weights", "weak"],
  ["medicine", "drug", "painkiller", "tablet", "opioid"],
  ["crash", "pem", "covid", "cfs"],
  ["help", "999", "emergency", "urgent"],
].map((group) => group.map(stem));

const SMALL_WORDS = new Set(
  "a about after am an and are as at be can cannot do does don for from have how i if in is it me my no not of on or so t the this to too what when why will with you your".split(
    " ",
  ),
);

/**
 * The words of a search that say what it is about; all of them, if they are all small.
 * @param {string} text
 */
export function wantedWords(text) {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const telling = tokens(words.filter((word) => !SMALL_WORDS.has(word.toLowerCase())).join(" "));
  return telling.length ? telling : tokens(text);
}

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
 * @param {Record<string, [string, string] | undefined>} pages The section and the main message of each page.
 * @returns {Entry[]}
 */
export function entriesOf(docs, pages) {
  const titles = new Map(docs.map(({ location, title }) => [location, title]));
  return docs.map(({ location, title, text = "" }) => {
    const page = location.replace(/#.*/, "");
    const isPart = page !== location;
    const [kind, message] = pages[page] ?? ["", ""];
    return {
      location,
      page,
      isPart,
      kind,
      message,
      messageWords: new Set(isPart ? [] : tokens(message)),
      title,
      pageTitle: titles.get(page) ?? title,
      text,
      titleWords: tokens(title),
      textWords: new Set(tokens(text)),
    };
  });
}

/**
 * The best place on each page, best page first; calculators that are about the words lead.
 *
 * Only pages that have every word, if there are any; otherwise those that have some.
 * @param {Entry[]} entries
 * @param {string[]} wanted Words from `wantedWords`.
 * @returns {{found: Entry[], isPartial: boolean}}
 */
export function rank(entries, wanted) {
  const found = withWords(entries, wanted, true);
  if (found.length || wanted.length < 2) return { found, isPartial: false };
  return { found: withWords(entries, wanted, false), isPartial: true };
}

/**
 * @param {Entry[]} entries
 * @param {string[]} wanted
 * @param {boolean} needsAll
 */
function withWords(entries, wanted, needsAll) {
  /** @type {Map<string, {entry: Entry, score: number}>} */
  const best = new Map();
  for (const entry of entries) {
    const score = scoreOf(entry, wanted, needsAll);
    if (score > (best.get(entry.page)?.score ?? 0)) best.set(entry.page, { entry, score });
  }
  const about = wanted.length * MESSAGE;
  for (const found of best.values()) {
    if (found.entry.kind === "Calculators" && found.score >= about) found.score += LEAD;
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
 * @param {boolean} needsAll
 */
function scoreOf(entry, wanted, needsAll) {
  let sum = 0;
  for (const word of wanted) {
    const alike = ALIKE.find((group) => group.includes(word)) ?? [];
    const best = Math.max(wordScore(entry, word), ...alike.map((other) => wordScore(entry, other) / 2));
    if (best === 0 && needsAll) return 0;
    sum += best;
  }
  return sum;
}

/**
 * @param {Entry} entry
 * @param {string} word
 */
function wordScore({ isPart, titleWords, textWords, messageWords }, word) {
  if (titleWords.includes(word)) return isPart ? 8 : 10;
  if (titleWords.some((other) => other.startsWith(word))) return 7;
  if (messageWords.has(word)) return MESSAGE;
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

// The words of a text as search sees them. generator/search/text.py does the same to the pages; a test compares the two.

/**
 * A word as it stands in a text. One with hyphens is also told in its parts: "xray" is "x" and "ray".
 * @typedef {{word: string, parts: string[]}} Unit
 */

/** @param {string} text */
export function unitsOf(text) {
  const groups = plain(text).match(/[a-z0-9]+(?:[-\u2010][a-z0-9]+)*/g) ?? [];
  return groups.map((group) => {
    const parts = group.split(/[-\u2010]/);
    return { word: parts.join(""), parts };
  });
}

/**
 * Small letters, no accents, and no apostrophes within a word.
 * @param {string} text
 */
function plain(text) {
  const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "");
  return letters.replace(/([a-z0-9])['\u2019](?=[a-z0-9])/g, "$1");
}

/**
 * What forms of a word share: "flares" and "flaring", "tired" and "tiredness". Both sides of a comparison go through it.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4) return word;
  let root = cut(word, /(?:ness(?:es)?|ments?|ful(?:ly)?|ly)$/);
  root = cut(root.replace(/ie[sd]$/, "y"), /(?<=ss|sh|ch|x|z)es$|(?<![su])s$/);
  const bare = cut(root, /(?:ing|(?<!e)ed)$/);
  if (bare !== root && /[aeiouy]/.test(bare)) root = bare.replace(/([bdfgkmnprtv])\1$/, "$1");
  return cut(root, /e$/).replace(/y$/, "i");
}

/**
 * Takes an ending off if enough is left to tell the word by.
 * @param {string} word
 * @param {RegExp} ending
 */
function cut(word, ending) {
  const rest = word.replace(ending, "");
  return rest.length < 3 ? word : rest;
}

/** American spelling, and ours: the pages are in British English. */
const SPELT = /** @type {[RegExp, string][]} */ ([
  [/or(?=s?$|ed$|ing$|al$|ful$)/, "our"],
  [/(?<=[a-z]{2})i?z(?=e[ds]?$|ing$|ation$)/, "is"],
  [/(?<=[lr])yz(?=e)/, "ys"],
  [/(?<=[bt])er(?=s?$)/, "re"],
  [/(?<=prog)ram(?=s?$)/, "ramme"],
  [/(?<=an|p|h)e(?=sth|diatr|mato)/, "ae"],
]);

/**
 * A word, and how it is spelt in Britain if that differs.
 * @param {string} word
 */
export function spellings(word) {
  return [word, ...SPELT.map(([there, here]) => word.replace(there, here)).filter((other) => other !== word)];
}

// Answers for test_search_text.py: what the page's JavaScript makes of texts and words, as JSON.
import { readFileSync } from "node:fs";
import { corrections } from "../../overrides/assets/js/search-spelling.js";
import { spellings, stem, unitsOf } from "../../overrides/assets/js/search-text.js";

const { texts, words, slipped, spelling } = JSON.parse(readFileSync(0, "utf-8"));
const index = { synonyms: { knackered: ["tired"] }, spelling: () => spelling };
const meant = [];
for (const word of slipped) meant.push([word, (await corrections(index, unitsOf(word), [word])).get(word) ?? null]);
console.log(
  JSON.stringify({
    units: texts.map(unitsOf),
    stems: words.map(stem),
    spellings: words.map(spellings),
    meant: Object.fromEntries(meant),
  }),
);

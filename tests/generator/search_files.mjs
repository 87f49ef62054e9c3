// For each search, in a browser that has never searched: the files of the index it fetches, as JSON.
// node search_files.mjs SITE SEARCH...
import { readFileSync } from "node:fs";
import { SearchIndex } from "../../overrides/assets/js/search-index.js";
import { search } from "../../overrides/assets/js/search-rank.js";

const SHOWN = 10; // as in overrides/assets/js/search.js
const [site, ...asked] = process.argv.slice(2);
const fetched = {};
for (const text of asked) {
  const names = (fetched[text] = []);
  globalThis.fetch = async (name) => {
    names.push(name);
    const content = await readFileSync(name, "utf-8");
    return { ok: true, json: () => JSON.parse(content) };
  };
  const index = await SearchIndex.open(site);
  const { pages } = await search(index, text);
  await Promise.all(pages.slice(0, SHOWN).map((number) => index.page(number)));
}
console.log(JSON.stringify(fetched));

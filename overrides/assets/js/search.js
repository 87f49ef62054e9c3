// The search dialog. It is loaded when a reader first opens it, and the index piece by piece as they search.

import { create } from "./elements.js";
import { SearchIndex } from "./search-index.js";
import { search } from "./search-rank.js";
import { resultOf } from "./search-result.js";

/** @typedef {import("./search-rank.js").Outcome} Outcome */

const SHOWN = 10;
const PAUSE_MS = 250; // a result list that changes at every key is hard to follow, and to listen to
const SLOW_MS = 600;

/** @type {Promise<SearchIndex> | undefined} */
let opened;
/** @type {Promise<unknown> | undefined} */
let styled;
let asked = 0; // how many searches were begun: only the last one is shown

/**
 * Makes the dialog search; called each time it opens.
 * @param {HTMLDialogElement} dialog
 * @param {string} root The site's root, without a slash at its end.
 */
export async function start(dialog, root) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  let timer = 0;
  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS, dialog, root);
  };
  form.onsubmit = () => {
    clearTimeout(timer);
    show(dialog, root);
  };
  styled ??= style();
  opened = SearchIndex.open(root); // anew, as the site may have changed since
  await show(dialog, root);
}

/** Fetches the style sheet of the results. Should it not come, they can still be read. */
function style() {
  const sheet = create("link", { rel: "stylesheet", href: new URL("../css/search.css", import.meta.url).href });
  document.head.append(sheet);
  return new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
  });
}

/**
 * Searches for what stands in the box, and shows what was found or what went wrong.
 * @param {HTMLDialogElement} dialog
 * @param {string} root
 */
async function show(dialog, root) {
  asked += 1;
  const turn = asked;
  const text = /** @type {HTMLInputElement} */ (dialog.querySelector("input")).value.trim();
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));
  const help = /** @type {HTMLElement} */ (dialog.querySelector(".search__help"));
  const slow = setTimeout(() => (status.textContent = "Searching …"), SLOW_MS);
  try {
    const [{ outcome, lines }] = await Promise.all([results(root, text), styled]);
    if (turn !== asked) return;
    list.replaceChildren(...lines);
    status.textContent = verdict(text, outcome);
    help.hidden = lines.length > 0;
  } catch {
    if (turn !== asked) return;
    list.replaceChildren();
    help.hidden = false;
    status.textContent = "Search could not load. Check your connection, then press Search again.";
  } finally {
    clearTimeout(slow);
  }
}

/**
 * @param {string} root
 * @param {string} text
 */
async function results(root, text) {
  try {
    opened ??= SearchIndex.open(root);
    return await resultsFrom(await opened, root, text);
  } catch {
    // The site may have been published anew since the dialog opened, and the old pieces be gone.
    opened = SearchIndex.open(root, "reload");
    return resultsFrom(await opened, root, text);
  }
}

/**
 * @param {SearchIndex} from
 * @param {string} root
 * @param {string} text
 */
async function resultsFrom(from, root, text) {
  const outcome = await search(from, text);
  const pages = await Promise.all(outcome.pages.slice(0, SHOWN).map((number) => from.page(number)));
  return { outcome, lines: pages.map((page) => resultOf(page, outcome.words, root)) };
}

/**
 * @param {string} text
 * @param {Outcome} outcome
 */
function verdict(text, { pages, missing, corrected, isPartial }) {
  if (!text) return "";
  const said = [...corrected.map(([typed, meant]) => `Nothing has “${typed}”, so this is for “${meant}”.`)];
  if (!pages.length) {
    return `Nothing found for “${text}”. Try another word for it, or one plain word.`;
  }
  if (missing.length) said.push(`Nothing found for ${listed(missing)}. These pages have the rest.`);
  else if (isPartial) said.push("No page has all of those words. These have some of them.");
  const all = pages.length === 1 ? "1 result." : `${pages.length} results.`;
  return [...said, pages.length > SHOWN ? `The best ${SHOWN} of ${pages.length} results.` : all].join(" ");
}

/** @param {string[]} words */
const listed = (words) => words.map((word) => `“${word}”`).join(" or ");

// The search dialog. It is loaded, with the index that the theme's search plugin writes, when a reader first opens it.

import { create } from "./elements.js";
import { entriesOf, rank, wantedWords } from "./search-rank.js";

/** @typedef {import("./search-rank.js").Entry} Entry */

const SHOWN = 12;
const PAUSE_MS = 250; // a result list that changes at every key is hard to follow, and to listen to

/** @type {Promise<Entry[]> | undefined} */
let index;

/**
 * Makes the dialog search; called each time it opens.
 * @param {HTMLDialogElement} dialog
 * @param {string} root The site's root, without a slash at its end.
 */
export async function start(dialog, root) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ol"));
  const help = /** @type {HTMLElement} */ (dialog.querySelector(".search__help"));
  try {
    index ??= fetchIndex(root);
    const entries = await index;
    const show = () => {
      const wanted = wantedWords(input.value);
      const { found, isPartial } = rank(entries, wanted);
      list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, wanted, root)));
      status.textContent = verdict(input.value.trim(), found.length, isPartial);
      help.hidden = found.length > 0;
    };
    let timer = 0;
    input.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE_MS);
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      show();
    };
    show();
  } catch {
    index = undefined;
    status.textContent = "Search could not load. Check your connection, close this box and open it again.";
  }
}

/** @param {string} root */
async function fetchIndex(root) {
  /** @type {[{docs: {location: string, title: string, text?: string}[]}, Record<string, [string, string]>]} */
  const [{ docs }, pages] = await Promise.all([
    fetchJson(`${root}/search/search_index.json`),
    fetchJson(`${root}/search/pages.json`),
  ]);
  const told = docs.map((doc) => ({ ...doc, title: plain(doc.title), text: plain(doc.text ?? "") }));
  // A part with no text is a heading whose words are left out of the index.
  return entriesOf(told.filter(({ location, text }) => text || !location.includes("#")), pages);
}

/** @param {string} address */
async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * The text of a piece of HTML, on one line.
 * @param {string} html
 */
function plain(html) {
  const text = new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
  return text.replace(/\s+/g, " ").trim();
}

/**
 * @param {Entry} entry
 * @param {string[]} wanted
 * @param {string} root
 */
function item(entry, wanted, root) {
  const kind = create("p", { class: "search__kind" }, entry.kind);
  const page = create("a", { class: "search__page", href: `${root}/${entry.page}` }, entry.pageTitle);
  const answer = create("p", { class: "search__answer" }, entry.message || excerpt(entry.text, wanted));
  const line = create("li", {}, kind, page, answer);
  if (entry.isPart) {
    const part = create("a", { href: `${root}/${entry.location}` }, entry.title);
    line.append(create("p", { class: "search__part" }, "On this page: ", part, `: ${excerpt(entry.text, wanted)}`));
  }
  return line;
}

/**
 * @param {string} text
 * @param {string[]} wanted
 */
function excerpt(text, wanted) {
  const [before, length] = [60, 150];
  const at = Math.max(0, ...wanted.map((word) => text.toLowerCase().indexOf(word)));
  const from = at < before ? 0 : text.indexOf(" ", at - before) + 1;
  return `${from ? "… " : ""}${text.slice(from, from + length)}${text.length > from + length ? " …" : ""}`;
}

/**
 * @param {string} asked
 * @param {number} count
 * @param {boolean} isPartial
 */
function verdict(asked, count, isPartial) {
  if (!asked) return "";
  if (count === 0) return `Nothing found for “${asked}”. One plain word may find more, such as “walking” or “flare”.`;
  if (isPartial) return "No page has all of those words. These have some of them.";
  if (count > SHOWN) return `The best ${SHOWN} of ${count} results`;
  return count === 1 ? "1 result" : `${count} results`;
}

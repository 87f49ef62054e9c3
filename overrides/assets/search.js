// The search dialog. It is loaded, with the index that the theme's search plugin writes, when a reader first opens it.

import { entriesOf, rank, tokens } from "./search-rank.js";

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
  try {
    index ??= fetchIndex(root);
    const entries = await index;
    const show = () => {
      const wanted = tokens(input.value);
      const found = wanted.length ? rank(entries, wanted) : [];
      list.replaceChildren(...found.slice(0, SHOWN).map((entry) => item(entry, wanted, root)));
      status.textContent = verdict(input.value.trim(), found.length);
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
  const answer = await fetch(`${root}/search/search_index.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  /** @type {{docs: {location: string, title: string, text?: string}[]}} */
  const { docs } = await answer.json();
  return entriesOf(docs.map((doc) => ({ ...doc, title: plain(doc.title), text: plain(doc.text ?? "") })));
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
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${root}/${entry.location}`;
  link.textContent = entry.pageTitle;
  const text = document.createElement("p");
  text.textContent = `${entry.isPart ? `${entry.title}: ` : ""}${excerpt(entry.text, wanted)}`;
  line.append(link, text);
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
 */
function verdict(asked, count) {
  if (!asked) return "";
  if (count === 0) return `Nothing found for “${asked}”. Try one plain word, such as “walking” or “flare”.`;
  if (count > SHOWN) return `The best ${SHOWN} of ${count} results`;
  return count === 1 ? "1 result" : `${count} results`;
}

// What can be read without a connection, as links: on the page for what is not kept, and where the whole site is saved.

import { create } from "./elements.js";
import { SITE } from "./manifest.js";
import { CACHE } from "./offline.js";

const NOTHING = "Nothing yet.";

/**
 * Lists what is kept.
 * @param {Element} box
 */
export async function show(box) {
  const links = { calculators: create("ul", {}), others: create("ul", {}) };
  for (const { url, title } of await keptPages()) {
    const list = url.startsWith(`${SITE}calculators/`) ? links.calculators : links.others;
    list.append(create("li", {}, create("a", { href: url }, title)));
  }
  const parts = [];
  if (links.calculators.childElementCount) parts.push(create("h3", {}, "Calculators"), links.calculators);
  if (links.others.childElementCount) parts.push(create("h3", {}, "Pages"), links.others);
  box.replaceChildren(...(parts.length ? parts : [create("p", {}, NOTHING)]));
}

/** The pages that are kept, by their titles. */
async function keptPages() {
  const cache = await caches.open(CACHE);
  const addresses = (await cache.keys()).map(({ url }) => url).filter((url) => url.endsWith("/"));
  const pages = await Promise.all(
    addresses.map(async (url) => {
      const html = (await (await cache.match(url))?.text()) ?? "";
      const title = new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent.trim();
      return { url, title: url === SITE ? "Home" : (title ?? "") };
    }),
  );
  return pages.filter(({ title }) => title).sort((one, other) => one.title.localeCompare(other.title, "en-GB"));
}

const box = document.querySelector("[data-kept-list]");
if (box) {
  show(box).catch(() => {
    // The links that stand there without this script are kept always.
  });
}

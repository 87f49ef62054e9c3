// The only place where text becomes markup: a result, written by calculators/kit/show.py.
//
// Python escapes every word it puts in, so this markup is ours. It is checked all the same, in a template that runs
// and loads nothing, before it enters the page: one name that is not on these lists, and none of it is shown.

import { Failure } from "./failures.js";

const ELEMENTS = new Set(
  (
    "a article caption dd details div dl dt em figcaption figure h2 h3 h4 li ol p section span strong summary " +
    "table tbody td th thead tr ul svg g line path rect circle polyline text title desc"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "aria-hidden aria-label aria-labelledby class colspan focusable href id role rowspan scope tabindex " +
    "cx cy d fill height points r stroke text-anchor transform viewBox width x x1 x2 y y1 y2"
  ).split(" "),
);
const LINKS = new Set(["https:", "http:", "tel:"]);

/**
 * Turns a result's markup into nodes for the page.
 * @param {string} html
 * @returns {DocumentFragment}
 * @throws {Failure} If it holds anything a result never holds.
 */
export function toNodes(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of template.content.querySelectorAll("*")) {
    const allowed = ELEMENTS.has(element.localName) && [...element.attributes].every(isAllowed);
    if (!allowed) {
      throw new Failure("broken");
    }
  }
  return template.content;
}

/** @param {Attr} attribute */
function isAllowed({ name, value }) {
  if (name === "href" && !LINKS.has(new URL(value, location.href).protocol)) {
    return false;
  }
  return ATTRIBUTES.has(name);
}

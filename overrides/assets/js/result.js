// The only place where text becomes markup: a result, written by calculators/kit/show.py.
//
// Python escapes every word it puts in, so this markup is ours. It is checked all the same, in a template that runs
// and loads nothing, before it enters the page: one name that is not on these lists, and none of it is shown.

import { Failure } from "./failures.js";

const ELEMENTS = new Set(
  (
    "a article caption circle dd details div dl dt figcaption figure h2 h3 li line ol p polyline rect section span " +
    "strong summary svg table tbody td text th thead tr ul"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  "aria-label class cx cy focusable height href points r role scope tabindex text-anchor viewBox width x x1 x2 y y1 y2".split(" "),
);

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
  if (name === "href") {
    return new URL(value, location.href).origin === location.origin;
  }
  return ATTRIBUTES.has(name);
}

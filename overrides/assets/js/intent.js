// The calculator is fetched once a reader seems to want it, not before.

import { isFast, isSparing } from "./connection.js";

/** How long a mouse rests on the form, in milliseconds. */
const HOVER_MS = 150;
/** How long the form is in view, in milliseconds: longer than it takes to scroll past. */
const VIEW_MS = 1000;

/**
 * @param {HTMLFormElement} form
 * @param {import("./runtime.js").Runtime} runtime
 */
export function startOnIntent(form, runtime) {
  // Then only a press of Calculate fetches anything.
  if (isSparing()) return;
  // Once: if that fails, a press of Calculate fetches it, not every touch of the form.
  const wanted = new AbortController();
  const { signal } = wanted;
  const start = () => {
    wanted.abort();
    runtime.start();
  };
  form.addEventListener("focusin", start, { signal });
  form.addEventListener("pointerdown", start, { signal });
  let timer = 0;
  const rest = () => {
    timer = window.setTimeout(start, HOVER_MS);
  };
  form.addEventListener("pointerenter", rest, { signal });
  form.addEventListener("pointerleave", () => clearTimeout(timer), { signal });
  // The reader may have been there before this script was.
  if (form.matches(":focus-within")) {
    start();
  } else if (form.matches(":hover")) {
    rest();
  }
  if (isFast()) startInView(form, start, signal);
}

/**
 * @param {HTMLFormElement} form
 * @param {() => void} start
 * @param {AbortSignal} signal Told when it has started for another reason.
 */
function startInView(form, start, signal) {
  let timer = 0;
  const watch = new IntersectionObserver((seen) => {
    clearTimeout(timer);
    if (seen.at(-1)?.isIntersecting) timer = window.setTimeout(start, VIEW_MS);
  });
  // The first question: the top edge alone says little.
  watch.observe(form.querySelector("input, select, textarea") ?? form);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    watch.disconnect();
  });
}

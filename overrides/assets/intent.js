// The calculator is fetched once a reader seems to want it, not before.

/** How long a mouse rests on the form, in milliseconds. */
const HOVER_MS = 150;

/**
 * @param {HTMLFormElement} form
 * @param {import("./runtime.js").Runtime} runtime
 */
export function startOnIntent(form, runtime) {
  const start = () => runtime.start();
  form.addEventListener("focusin", start);
  form.addEventListener("pointerdown", start);
  let timer = 0;
  const rest = () => {
    timer = window.setTimeout(start, HOVER_MS);
  };
  form.addEventListener("pointerenter", rest);
  form.addEventListener("pointerleave", () => clearTimeout(timer));
  // The reader may have been there before this script was.
  if (form.matches(":focus-within")) {
    start();
  } else if (form.matches(":hover")) {
    rest();
  }
}

// The calculator is fetched once a reader seems to want it, not before.

/** How long a mouse rests on the form, in milliseconds. */
const HOVER_MS = 150;

/**
 * @param {HTMLFormElement} form
 * @param {import("./runtime.js").Runtime} runtime
 */
export function startOnIntent(form, runtime) {
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
}

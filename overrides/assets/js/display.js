// The panel for colours and text size. A choice takes effect at once and is kept on this device, until the reader goes
// back to the first of its group, whose value is empty; first.js uses what is kept before the next page is drawn.

const root = document.documentElement;

/**
 * Shows what is chosen.
 * @param {HTMLElement} panel
 */
export function show(panel) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("input"));
  for (const box of boxes) box.checked = (root.dataset[nameOf(box)] ?? "") === box.value;
}

/** @param {HTMLInputElement} box One of the panel. */
export function choose(box) {
  const { value } = box;
  const name = nameOf(box);
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  box.checked = true;
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage is off: the choice lasts for this page.
  }
}

/**
 * @param {HTMLInputElement} box
 * @returns `scheme` or `text`.
 */
function nameOf(box) {
  return box.name.replace("display-", "");
}

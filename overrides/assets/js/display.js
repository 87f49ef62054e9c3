// The panel for colours and text size. A choice takes effect at once and is kept on this device, until the reader goes
// back to the first of its group; scheme.js uses what is kept before the next page is drawn.

const root = document.documentElement;

/**
 * Shows what is chosen, and takes other choices; called each time the panel opens or closes.
 * @param {HTMLElement} panel
 */
export function connect(panel) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("input"));
  for (const box of boxes) {
    box.checked = (root.dataset[nameOf(box)] ?? "") === box.value;
    box.onchange = () => choose(nameOf(box), box.value);
  }
}

/** @param {HTMLInputElement} box */
function nameOf(box) {
  return box.name.replace("display-", "");
}

/**
 * @param {string} name What is chosen: `scheme` or `text`.
 * @param {string} value Nothing for what is usual.
 */
function choose(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage is off: the choice lasts for this page.
  }
}

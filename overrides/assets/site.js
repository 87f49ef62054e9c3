// What a page needs beyond HTML: the menu on a phone, the colour switch, search, and open folds on paper.

const root = document.documentElement;

/**
 * A part of the page's skeleton, which every page has (overrides/partials/).
 * @param {string} selector
 */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

function menu() {
  const button = part("[data-menu]");
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    root.classList.toggle("menu-open", open);
  };
  button.addEventListener("click", () => show(!isOpen()));
  part(".site-header").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}

function schemeSwitch() {
  const button = part("[data-scheme-switch]");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches);
  const name = () => {
    part("[data-scheme-words]").textContent = isDark() ? "Use light colours" : "Use dark colours";
  };
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // Storage is off: the choice lasts for this page.
    }
    name();
  });
  device.addEventListener("change", name);
  name();
}

function search() {
  const dialog = /** @type {HTMLDialogElement} */ (part("#search"));
  // On the not-found page the root is absolute and ends in a slash.
  const base = (document.body.dataset.root ?? "").replace(/\/$/, "");
  part("[data-open-search]").addEventListener("click", async () => {
    dialog.showModal();
    try {
      const { start } = await import("./search.js");
      await start(dialog, base);
    } catch {
      part(".search__status").textContent = "Search could not load. Check your connection and load this page again.";
    }
  });
  part("[data-close-search]").addEventListener("click", () => dialog.close());
}

function contents() {
  const fold = document.querySelector(".contents details");
  if (fold instanceof HTMLDetailsElement) fold.open = matchMedia("(min-width: 72rem)").matches;
}

// A sheet of paper cannot be unfolded. Afterwards each fold goes back to how the reader left it.
function print() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

// "Full reference" leads down the page: the note it stands in would cover it.
function notes() {
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("[popover] a[href^='#']") : null;
    const note = link?.closest("[popover]");
    if (note instanceof HTMLElement) note.hidePopover();
  });
}

menu();
notes();
schemeSwitch();
search();
contents();
print();

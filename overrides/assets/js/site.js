// What a page needs beyond HTML: the menu on a phone, the display panel, search, open folds on paper; and, where the page
// has them, a voice and the ticks of the reading path.

const root = document.documentElement;
// By then a tap has done what it was for: closing what stands above it would move it away under the finger.
const AFTER_TAP_MS = 100;
const PATIENCE_MS = 20_000;
// How long after a page has come in.
const KEEP_MS = 2000;

/**
 * A part of the page's skeleton, which every page has (overrides/partials/).
 * @param {string} selector
 */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * A button of the header that opens something and closes it again, as Escape and a tap elsewhere do.
 * @param {HTMLElement} button
 * @param {(open: boolean) => void} show
 */
function toggle(button, show) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    show(open);
  };
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
  const opened = part(`#${button.getAttribute("aria-controls")}`);
  document.addEventListener("pointerup", ({ target }) => {
    const isInside = target instanceof Node && (button.contains(target) || opened.contains(target));
    if (isOpen() && !isInside) setTimeout(() => set(false), AFTER_TAP_MS);
  });
}

function menu() {
  toggle(part("[data-menu]"), (open) => root.classList.toggle("menu-open", open));
}

function display() {
  const panel = part("#display");
  /** @param {(script: typeof import("./display.js")) => void} use */
  const withScript = async (use) => {
    try {
      use(await import("./display.js"));
    } catch {
      part(".display__note").textContent = "These choices could not load. Check your connection and load this page again.";
    }
  };
  toggle(part("[data-open-display]"), (open) => {
    panel.hidden = !open;
    withScript(({ show }) => show(panel));
  });
  // Listened for here, since a quick reader chooses before the script has come.
  panel.addEventListener("change", ({ target }) => withScript(({ choose }) => choose(/** @type {HTMLInputElement} */ (target))));
  part("[data-close-display]").addEventListener("click", () => {
    part("[data-open-display]").click();
    part("[data-open-display]").focus();
  });
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
  dialog.addEventListener("submit", (event) => event.preventDefault());
  closeOutside(dialog);
}

/**
 * Closes a dialog on a tap beside it; not where a finger or a mouse only ends up there, as when it selects words.
 * @param {HTMLDialogElement} dialog
 */
function closeOutside(dialog) {
  /** @param {MouseEvent} event */
  const isOutside = ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  let began = false;
  dialog.addEventListener("pointerdown", (event) => {
    began = isOutside(event);
  });
  dialog.addEventListener("click", (event) => {
    if (began && isOutside(event)) dialog.close();
  });
}

function contents() {
  const fold = document.querySelector(".contents details");
  if (fold instanceof HTMLDetailsElement) fold.open = matchMedia("(min-width: 72rem)").matches;
}

// A sheet of paper cannot be unfolded. Afterwards each fold goes back to how the reader left it.
function unfoldOnPaper() {
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

// "Full reference" leads down the page: the note it stands in would cover it, as it would what the focus moves on to.
function notes() {
  document.addEventListener("focusin", ({ target }) => {
    const note = document.querySelector("[popover]:popover-open");
    if (!(note instanceof HTMLElement && target instanceof Element) || note.contains(target)) return;
    if (target.getAttribute("popovertarget") !== note.id) note.hidePopover();
  });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("[popover] a[href^='#']") : null;
    const note = link?.closest("[popover]");
    if (note instanceof HTMLElement) note.hidePopover();
  });
}

function printButton() {
  document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
}

// Whatever goes wrong with a calculator is told by its own scripts; that the first of them did not arrive, only from here.
function calculator() {
  const section = document.querySelector("[data-calculator]");
  const tell = () => {
    const notice = section?.querySelector("[data-not-arrived]");
    if (notice instanceof HTMLElement && !section?.hasAttribute("data-arrived")) notice.hidden = false;
  };
  addEventListener("load", tell);
  setTimeout(tell, PATIENCE_MS);
}

async function listening() {
  const box = document.querySelector("[data-listen]");
  if (!(box instanceof HTMLElement) || !("speechSynthesis" in window)) return;
  try {
    const { offer } = await import("./listen.js");
    offer(box);
  } catch {
    // The button stays hidden: the words are all there.
  }
}

async function readingPath() {
  /** @type {NodeListOf<HTMLInputElement>} */
  const ticks = document.querySelectorAll("[data-read]");
  if (!ticks.length) return;
  try {
    const { connect } = await import("./reading-path.js");
    connect(ticks);
  } catch {
    for (const tick of ticks) tick.parentElement?.setAttribute("hidden", "");
  }
}

// What was read can be read again without a connection. It must not slow down a page that is still coming in.
function offline() {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", async () => {
    try {
      (await import("./newer.js")).tell();
    } catch {
      // The page in front of the reader stays whole, and the next visit shows the new one.
    }
  });
  const keep = async () => {
    try {
      await (await import("./offline.js")).keep();
    } catch {
      // This browser lets no site keep anything.
    }
  };
  addEventListener("load", () => setTimeout(keep, KEEP_MS));
}

menu();
notes();
display();
search();
contents();
unfoldOnPaper();
printButton();
calculator();
listening();
readingPath();
offline();

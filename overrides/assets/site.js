// What a page needs beyond HTML: the menu on a phone, the colour switch, search, and open folds on paper.

const root = document.documentElement;

function menu() {
  const button = document.querySelector("[data-menu]");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    root.classList.toggle("menu-open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"));
  document.querySelector(".site-header").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") === "false") return;
    show(false);
    button.focus();
  });
}

function schemeSwitch() {
  const button = document.querySelector("[data-scheme-switch]");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches);
  const name = () => {
    button.querySelector("[data-scheme-words]").textContent = isDark() ? "Use light colours" : "Use dark colours";
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
  const dialog = document.getElementById("search");
  document.querySelector("[data-open-search]").addEventListener("click", async () => {
    dialog.showModal();
    const { start } = await import("./search.js");
    // On the not-found page the root is absolute and ends in a slash.
    start(dialog, document.body.dataset.root.replace(/\/$/, ""));
  });
  dialog.querySelector("[data-close-search]").addEventListener("click", () => dialog.close());
}

function contents() {
  const fold = document.querySelector(".contents details");
  if (fold) fold.open = matchMedia("(min-width: 72rem)").matches;
}

// A sheet of paper cannot be unfolded. Afterwards each fold goes back to how the reader left it.
function print() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

menu();
schemeSwitch();
search();
contents();
print();

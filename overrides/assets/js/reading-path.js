// Ticks for pages of the reading path. Nothing is kept until a reader ticks one, and then only on this device.

const KEY = "read";

/** @param {NodeListOf<HTMLInputElement>} ticks One for each page shown. */
export function connect(ticks) {
  const read = new Set(kept());
  const tell = () => {
    const count = document.querySelector("[data-read-count]");
    const done = [...ticks].filter((tick) => tick.checked).length;
    if (count) count.textContent = done ? `You have read ${done} of ${ticks.length}. Your ticks are kept on this device only.` : "";
  };
  for (const tick of ticks) {
    tick.checked = read.has(tick.value);
    tick.addEventListener("change", () => {
      if (tick.checked) read.add(tick.value);
      else read.delete(tick.value);
      keep([...read]);
      tell();
    });
  }
  tell();
}

/** @returns {string[]} */
function kept() {
  try {
    const pages = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(pages) ? pages : [];
  } catch {
    return [];
  }
}

/** @param {string[]} pages */
function keep(pages) {
  try {
    if (pages.length) localStorage.setItem(KEY, JSON.stringify(pages));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is off: the tick lasts for this page.
  }
}

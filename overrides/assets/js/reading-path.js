// Ticks for pages of the reading path. Nothing is kept until a reader ticks one, and then only on this device.

const KEY = "read";

/** The pages ticked, by their addresses. */
let read = new Set();

/** @param {NodeListOf<HTMLInputElement>} ticks One for each page shown, disabled: a tick made before now would be lost. */
export function connect(ticks) {
  const show = () => {
    look();
    for (const tick of ticks) tick.checked = read.has(tick.value);
    tell(ticks);
  };
  for (const tick of ticks) {
    tick.disabled = false;
    tick.addEventListener("change", () => {
      look();
      if (tick.checked) read.add(tick.value);
      else read.delete(tick.value);
      keep();
      tell(ticks);
    });
  }
  show();
  // Back on a page that the browser had put aside: others may have been ticked meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && show());
}

/** @param {NodeListOf<HTMLInputElement>} ticks */
function tell(ticks) {
  const count = document.querySelector("[data-read-count]");
  const done = [...ticks].filter((tick) => tick.checked).length;
  if (count) count.textContent = done ? `You have read ${done} of ${ticks.length}. Your ticks are kept on this device only.` : "";
}

/** Reads what is kept, which another tab may have changed. */
function look() {
  try {
    const pages = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    read = new Set(Array.isArray(pages) ? pages : []);
  } catch {
    // Storage is off, or holds something else: what was ticked on this page counts.
  }
}

function keep() {
  try {
    if (read.size) localStorage.setItem(KEY, JSON.stringify([...read]));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is off: the tick lasts for this page.
  }
}

// Before the first paint: say that scripts run, and use the colours and the text size this reader chose, so that nothing
// flashes or moves (display.js writes them). And note a press of Calculate that comes before calculator.js.
document.documentElement.classList.replace("no-js", "js");
try {
  for (const name of ["scheme", "text"]) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // Storage is off: the device's own choice stands.
}
addEventListener("submit", ({ target }) => {
  if (target instanceof Element) target.setAttribute("data-pressed", "");
});

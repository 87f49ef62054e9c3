// Before the first paint: say that scripts run, and use the colours this reader chose, so that neither flashes.
document.documentElement.classList.replace("no-js", "js");
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is off: the device's own choice stands.
}

// Lets the site be read without a connection: starts the service worker (sw.js, which knows the same names) and tells it
// what was read.

import { isSparing } from "./connection.js";
import { SITE } from "./manifest.js";
// Here so that it has arrived before it is needed (site.js): by then its folder may have left the host, while one worker
// hands over to the next.
import "./newer.js";

export const LIST = `${SITE}offline.json`;
/** Kept as a sign that the reader asked for the whole site. */
export const WHOLE = `${SITE}?whole`;
export const CACHE = `offline ${new URL(SITE).pathname}`;
const HOUR_MS = 3_600_000;
const ARRIVAL_MS = 60_000;

/** Whether a finished build made this page, and its publisher lets it be kept. */
export const isOffered = () => "offline" in document.body.dataset;

export async function register() {
  await navigator.serviceWorker.register(`${SITE}sw.js`, { updateViaCache: "none" });
  return navigator.serviceWorker.ready;
}

/** Keeps this page, and what its calculator runs on, once nothing else is left to do. */
export async function keep() {
  if (!isOffered()) {
    await (await import("./removing.js")).leave();
    return;
  }
  if (isSparing()) return;
  await calculatorArrived();
  const registration = await register();
  const tell = (/** @type {boolean} */ runtime) => registration.active?.postMessage({ page: location.pathname, runtime });
  tell(false);
  new PerformanceObserver(() => {
    if (marked("ready")) tell(true);
  }).observe({ type: "mark", buffered: true });
  // A page that stays open asks for a newer version when a reader comes back to it.
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR_MS) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Marks of runtime.js. @param {"start" | "ready"} name */
const marked = (name) => performance.getEntriesByName(`calculator-${name}`).length;

/** A calculator that is being fetched comes first. */
function calculatorArrived() {
  return new Promise((resolve) => {
    if (marked("start") <= marked("ready")) resolve(true);
    new PerformanceObserver(resolve).observe({ type: "mark" });
    setTimeout(resolve, ARRIVAL_MS);
  });
}

// Removes what was kept for being read without a connection.

import { SITE } from "./manifest.js";
import { CACHE, LIST } from "./offline.js";

/** Removes all of it, and the service worker: the publisher has switched it off, or this is no finished site. */
export async function leave() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.scope === SITE) await registration.unregister();
  }
  await caches.delete(CACHE);
}

/** Removes what was read or asked for. What every visit keeps stays, so that the page in front of the reader goes on. */
export async function removePages() {
  if (!(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  const list = await (await cache.match(LIST))?.json();
  const stays = new Set([LIST, ...[...(list?.shell ?? []), ...(list?.quiet ?? [])].map((path) => SITE + path)]);
  for (const { url } of await cache.keys()) {
    if (!stays.has(url)) await cache.delete(url);
  }
}

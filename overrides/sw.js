// The service worker: keeps what a reader has seen, so that it can be read again without a connection.
//
// Pages come from the network, so that a correction is never hidden, and from what is kept only where the network gives
// nothing in time. Files whose folder is named after their contents come from what is kept, and so a page always runs the
// scripts it was built with. What is kept are this site's public files, by their address without what follows a `?` or
// `#`: never an answer. Written by hand: a library for this costs ten times the bytes.
//
// `python -m generator finish` writes the version in, and `offline.json`, the list of the site's files
// (generator/publishing/offline.py). Without a version, as in live preview and after `finish --without-offline`, this worker
// deletes what was kept and leaves.

const VERSION = "";

/** How long the network has to begin its answer while a kept copy waits, in milliseconds. */
const PATIENCE_MS = 4000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The site's address, which ends in a slash. */
const SITE = new URL("./", location.href).href;
/** One for each site of an origin; assets/js/offline.js knows the name too. */
const CACHE = `offline ${new URL(SITE).pathname}`;
const LIST = `${SITE}offline.json`;
/** Kept as a sign that the reader asked for the whole site. */
const WHOLE = `${SITE}?whole`;
/** What is shown in place of a page that is not kept. */
const NOT_KEPT = `${SITE}503.html`;
/** The folder, or the font, whose name stands for its contents. */
const HASHED = /^(?:assets-[^/]+|(?:assets\/(?:pyodide|wheels)|search\/chunks)\/[^/]+|assets\/fonts\/.+)/;
const RUNTIME = /^assets\/(?:pyodide|wheels)\//;

/** Whether the reader has asked this browser to save data: then kept pages are brought up to date only as they are read. */
const isSparing = "connection" in navigator && Boolean(Object(navigator.connection).saveData);

/**
 * @typedef {object} List What the site consists of; all addresses are from the site's root.
 * @property {string} version
 * @property {string[]} shell What no page can do without: scripts, style sheets, fonts.
 * @property {string[]} quiet Pages kept without being read: help, the calculators, and the one for all that is not kept.
 * @property {string[]} runtime What runs the calculators.
 * @property {Record<string, [string, number]>} files Of every file its SHA-256, in base 64, and its bytes.
 */

if (VERSION) {
  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(begin()));
  worker.addEventListener("fetch", answer);
  worker.addEventListener("message", (event) => event.waitUntil(visited(event.data)));
} else {
  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(leave()));
}

async function leave() {
  await caches.delete(CACHE);
  await worker.registration.unregister();
}

/** The version before goes on, untouched, unless every script and style sheet of this one has arrived. */
async function install() {
  await fill();
  await worker.skipWaiting();
}

async function begin() {
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/**
 * Keeps what came to a page past this worker, and whatever was lost meanwhile.
 * @param {{page: string, runtime: boolean}} what The page's address, and whether its calculator has started.
 */
async function visited({ page, runtime }) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(LIST))) await fill();
  /** @type {List} */
  const list = await (await cache.match(LIST))?.json();
  await addMissing(cache, [page]).catch(() => {});
  if (runtime) await addMissing(cache, list.runtime);
}

/** @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const key = origin + pathname;
  if (request.method !== "GET" || !key.startsWith(SITE)) return;
  event.respondWith(HASHED.test(key.slice(SITE.length)) ? hashed(request, key) : fresh(event, key));
}

/**
 * A file that never changes: what is kept, or else the network's.
 * @param {Request} request
 * @param {string} key
 */
async function hashed(request, key) {
  const cache = await open();
  const kept = await cache?.match(key);
  // Asked for anew: what is kept has turned out to be damaged.
  if (kept && request.cache !== "reload") return kept;
  const response = await fetch(request);
  // The runtime is kept when it has started (see `visited`), so that nothing slows its way to the page.
  if (response.ok && (kept || !RUNTIME.test(key.slice(SITE.length)))) await put(cache, key, response.clone());
  return response;
}

/**
 * A page, or another file that may change: the network's, or else what is kept.
 * @param {FetchEvent} event
 * @param {string} key
 */
async function fresh(event, key) {
  // The window that will show what arrives; none if it has to make do with a kept copy.
  let shownIn = event.resultingClientId;
  const asked = fromNetwork(event);
  const arrived = asked.catch(() => undefined);
  event.waitUntil(asked.then((response) => store(key, response.clone(), () => shownIn)).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const inTime = await Promise.race([arrived, late]);
  if (inTime instanceof Response) return inTime;
  const cache = await open();
  const kept = await cache?.match(key);
  const forWindow = event.request.mode === "navigate";
  if (kept) {
    shownIn = "";
    return forWindow ? asKept(kept) : kept;
  }
  return (await arrived) ?? (forWindow ? await cache?.match(NOT_KEPT) : undefined) ?? Response.error();
}

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response>} Rejects if the site gives no answer.
 */
async function fromNetwork({ request, preloadResponse }) {
  const response = (await preloadResponse) ?? (await fetch(request));
  if (response.status >= 500) throw new TypeError("The site gives no answer");
  return response;
}

/**
 * Keeps what has arrived; what is no longer there is kept no longer.
 * @param {string} key
 * @param {Response} response
 * @param {() => string} shownIn The window that shows it.
 */
async function store(key, response, shownIn) {
  const cache = await open();
  if (response.status === 404 || response.status === 410) await cache?.delete(key);
  if (!cache || response.status !== 200 || response.redirected) return;
  const before = await cache.match(key);
  await put(cache, key, response.clone());
  if (before && isPage(response)) await tellIfChanged(key, before, response, shownIn());
}

/**
 * Tells the windows that show an older version of a page.
 * @param {string} key
 * @param {Response} before
 * @param {Response} now
 * @param {string} [except] The window that shows the new one.
 */
async function tellIfChanged(key, before, now, except) {
  const [old, latest] = (await Promise.all([before.text(), now.text()])).map((html) => html.replace(/assets-\w+/g, ""));
  if (old === latest) return;
  for (const client of await worker.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    const { origin, pathname } = new URL(client.url);
    if (origin + pathname === key && client.id !== except) client.postMessage("newer");
  }
}

/**
 * A kept page that says it is one: its template has the words, and shows them by this sign.
 * @param {Response} kept
 */
async function asKept(kept) {
  return rebuilt(kept, (await kept.text()).replace("<html ", "<html data-kept "));
}

/**
 * A response as if it came from its address: some hosts lead `503.html` on to `503`, and no browser shows that offline.
 * @param {Response} response
 */
function direct(response) {
  return response.redirected ? rebuilt(response, response.body) : response;
}

/**
 * @param {Response} response
 * @param {BodyInit | null} body
 */
function rebuilt(response, body) {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(body, { headers });
}

/** Keeps this version's scripts, brings kept pages up to date, and clears out what no page needs any more. */
async function fill() {
  const list = await latestList();
  const cache = await caches.open(CACHE);
  const before = await (await cache.match(LIST))?.text();
  await addMissing(cache, list.shell);
  await refresh(cache, list);
  await cache.put(LIST, new Response(JSON.stringify(list)));
  await sweep(cache, list, before);
}

/** @returns {Promise<List>} */
async function latestList() {
  const list = await (await fetch(LIST, { cache: "no-cache" })).json();
  if (list.version !== VERSION) throw new TypeError("The site is being replaced just now");
  return list;
}

/**
 * Keeps what is not kept yet; rejects if any of it does not arrive.
 * @param {Cache} cache
 * @param {string[]} paths From the site's root.
 */
async function addMissing(cache, paths) {
  const keys = paths.map((path) => new URL(path, SITE).href).filter((key) => key.startsWith(SITE));
  const kept = await Promise.all(keys.map((key) => cache.match(key)));
  await Promise.all(keys.filter((_, at) => !kept[at]).map((key) => add(cache, key)));
}

/**
 * @param {Cache} cache
 * @param {string} key
 */
async function add(cache, key) {
  let response = await fetch(key);
  // A host that failed once may have told the browser to remember that for ever.
  if (!response.ok) response = await fetch(key, { cache: "reload" });
  if (!response.ok) throw new TypeError(`${key} is not there`);
  await cache.put(key, direct(response));
}

/**
 * Brings kept pages up to date: each is whole, old or new. A page whose runtime does not arrive stays as it was.
 * @param {Cache} cache
 * @param {List} list
 */
async function refresh(cache, list) {
  const keys = (await cache.keys()).map(({ url }) => url.slice(SITE.length));
  const isWhole = Boolean(await cache.match(WHOLE));
  if (isSparing && !isWhole) return;
  try {
    if (isWhole || keys.some((path) => RUNTIME.test(path))) await addMissing(cache, list.runtime);
  } catch {
    return;
  }
  const wanted = new Set([...list.quiet, ...(isWhole ? Object.keys(list.files) : keys)]);
  await Promise.all([...wanted].map((path) => renew(cache, list, path).catch(() => {})));
}

/**
 * @param {Cache} cache
 * @param {List} list
 * @param {string} path
 */
async function renew(cache, list, path) {
  const entry = list.files[path];
  if (!entry) return;
  const key = SITE + path;
  const kept = await cache.match(key);
  if (kept && (HASHED.test(path) || (await digest(kept.clone())) === entry[0])) return;
  const response = await fetch(key, { cache: "no-cache" });
  if (!response.ok) return;
  await cache.put(key, direct(response.clone()));
  if (kept && isPage(kept)) await tellIfChanged(key, kept, response);
}

/**
 * Deletes what is on the site no more, and files that neither a kept page nor this version nor the one before it names: a
 * page may still be open that was built with those.
 * @param {Cache} cache
 * @param {List} list
 * @param {string | undefined} before The list of the version before.
 */
async function sweep(cache, list, before = "") {
  const keys = (await cache.keys()).map(({ url }) => url).filter((key) => key !== LIST && key !== WHOLE);
  const pages = keys.filter((key) => key.slice(SITE.length) in list.files);
  const kept = await Promise.all(pages.map(async (key) => (await cache.match(key)) ?? new Response()));
  const texts = await Promise.all(kept.filter(isPage).map((page) => page.text()));
  const named = [JSON.stringify(list), before, ...texts].join("\n");
  const isNeeded = (/** @type {string} */ path) => path in list.files || named.includes(HASHED.exec(path)?.[0] ?? "\0");
  await Promise.all(keys.filter((key) => !isNeeded(key.slice(SITE.length))).map((key) => cache.delete(key)));
}

/** What is kept; nothing if this browser refuses. */
function open() {
  return caches.open(CACHE).catch(() => undefined);
}

/**
 * @param {Cache | undefined} cache
 * @param {string} key
 * @param {Response} response
 */
async function put(cache, key, response) {
  // A full device keeps no more, and reads on.
  await cache?.put(key, response).catch(() => {});
}

/** @param {Response} response */
function isPage(response) {
  return Boolean(response.headers.get("Content-Type")?.startsWith("text/html"));
}

/** @param {Response} response */
async function digest(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...bytes));
}

// Fetches the whole site and keeps it. What is kept already is not fetched again, so stopping loses nothing.

import { SITE } from "./manifest.js";
import { CACHE, WHOLE } from "./offline.js";

/** How many files at a time: a browser asks a host for no more than six. */
const AT_ONCE = 4;
/** How long to wait for the next bytes, in milliseconds. */
const STALL_MS = 20_000;
/** A folder whose name stands for its contents: what is kept of it is right for ever. */
const HASHED = /^(?:assets-|assets\/(?:fonts|pyodide|wheels)\/|search\/chunks\/)/;

/**
 * @typedef {object} List The site's files, as in offline.json (generator/publishing/offline.py).
 * @property {number} fetch The bytes to fetch, compressed.
 * @property {Record<string, [string, number]>} files Of each its hash and its bytes.
 */

/**
 * Keeps every file of the site.
 * @param {List} list
 * @param {AbortController} stop Stops it; the first file that fails stops the others.
 * @param {(part: number) => void} onPart Told how much is there, from 0 to 1.
 * @returns {Promise<void>} Rejects with QuotaExceededError where there is no room, and with another error when stopped or
 *   when the connection is lost.
 */
export async function saveAll(list, stop, onPart) {
  const cache = await caches.open(CACHE);
  const queue = Object.entries(list.files);
  const total = queue.reduce((sum, [, [, bytes]]) => sum + bytes, 0);
  let done = 0;
  const onBytes = (/** @type {number} */ bytes) => {
    done += bytes;
    onPart(done / total);
  };
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await save(cache, next, stop, onBytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    stop.abort();
    throw error;
  }
  await cache.put(WHOLE, new Response());
}

/**
 * @param {Cache} cache
 * @param {[string, [string, number]]} file
 * @param {AbortController} stop
 * @param {(bytes: number) => void} onBytes
 */
async function save(cache, [path, [, bytes]], stop, onBytes) {
  stop.signal.throwIfAborted();
  const key = SITE + path;
  const isHashed = HASHED.test(path);
  if (isHashed && (await cache.match(key))) {
    onBytes(bytes);
    return;
  }
  let timer = setTimeout(() => stop.abort(), STALL_MS);
  try {
    const response = await fetch(key, { signal: stop.signal, cache: isHashed ? "default" : "no-cache" });
    if (!response.ok) throw new TypeError(`${path} is not there`);
    const kept = cache.put(key, response.clone());
    // Told below, unless reading has failed first.
    kept.catch(() => {});
    let arrived = 0;
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), STALL_MS);
      arrived += piece.value.length;
      onBytes(piece.value.length);
    }
    await kept;
    // A page that its host has rewritten may be longer or shorter than the list says; the bar still ends where it should.
    onBytes(bytes - arrived);
  } finally {
    clearTimeout(timer);
  }
}

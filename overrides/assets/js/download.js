// Fetches the files of the runtime, and lets none through that did not arrive whole.
//
// Pyodide waits for ever for a file that is missing or broken, so everything is checked here first. What it gets is
// the browser's own response where that matters: WebAssembly compiles while it arrives, and Chromium keeps the
// compiled code for the next visit only if nobody rebuilt the response.

import { Failure } from "./failures.js";

/** @typedef {import("./manifest.js").RuntimeFile} RuntimeFile */

/**
 * @typedef {object} Download
 * @property {Promise<Response>} response To be read once; settles early for WebAssembly, else when all is checked.
 * @property {Promise<void>} whole Settles when the last byte has arrived and the hash is right.
 */

/**
 * Starts a download.
 * @param {RuntimeFile} file
 * @param {string} url
 * @param {object} how
 * @param {RequestCache} how.cache Whether the browser may use what it keeps.
 * @param {number} how.stall How long to wait for the next bytes, in milliseconds.
 * @param {(bytes: number) => void} how.onBytes Told of each piece that arrives.
 * @returns {Download}
 */
export function download(file, url, { cache, stall, onBytes }) {
  const isWasm = file.path.endsWith(".wasm");
  const watch = stallWatch(stall);
  const arriving = request(file, url, isWasm, { cache, signal: watch.signal });
  const parts = arriving.then((response) => ({ response, copy: response.clone() }));
  const content = parts.then(({ copy }) => read(copy, file.bytes, watch, onBytes));
  const whole = content.then((bytes) => check(bytes, file.integrity)).finally(watch.stop);
  const response = isWasm
    ? parts.then((both) => both.response)
    : Promise.all([parts, whole]).then(([both]) => both.response);
  // Failures are told through `whole`; a response nobody came to ask for is no second failure.
  response.catch(() => {});
  return { response, whole };
}

/**
 * @param {RuntimeFile} file
 * @param {string} url
 * @param {boolean} isWasm
 * @param {{cache: RequestCache, signal: AbortSignal}} options
 */
async function request(file, url, isWasm, options) {
  // Outside https the browser does not lend us its hash function, but still checks a hash itself.
  const integrity = crypto.subtle ? "" : file.integrity;
  const response = await fetch(url, { ...options, integrity }).catch(() => {
    throw options.signal.aborted ? options.signal.reason : new Failure("missing");
  });
  if (!response.ok) {
    throw new Failure("missing");
  }
  if (isWasm && response.headers.get("Content-Type") !== "application/wasm") {
    throw new Failure("damaged");
  }
  return response;
}

/**
 * @param {Response} response
 * @param {number} length The bytes it should have.
 * @param {StallWatch} watch
 * @param {(bytes: number) => void} onBytes
 */
async function read(response, length, watch, onBytes) {
  const bytes = new Uint8Array(length);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw watch.signal.aborted ? watch.signal.reason : new Failure("damaged");
    });
    if (done) {
      break;
    }
    if (at + value.length > length) {
      throw new Failure("damaged");
    }
    bytes.set(value, at);
    at += value.length;
    watch.alive();
    onBytes(value.length);
  }
  if (at < length) {
    throw new Failure("damaged");
  }
  return bytes;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} integrity
 */
async function check(bytes, integrity) {
  if (!crypto.subtle) {
    return;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...digest))}` !== integrity) {
    throw new Failure("damaged");
  }
}

/** @typedef {ReturnType<typeof stallWatch>} StallWatch */

/**
 * Aborts when nothing has arrived for too long.
 * @param {number} limit In milliseconds.
 */
function stallWatch(limit) {
  const controller = new AbortController();
  const abort = () => controller.abort(new Failure("stalled"));
  let timer = setTimeout(abort, limit);
  const stop = () => clearTimeout(timer);
  const alive = () => {
    stop();
    timer = setTimeout(abort, limit);
  };
  return { signal: controller.signal, alive, stop };
}

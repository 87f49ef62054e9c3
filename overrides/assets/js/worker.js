// Runs Python beside the page, so that the page never freezes. runtime.js starts it, asks it and ends it.

import { download } from "./download.js";
import { Failure, asFailure } from "./failures.js";
import { thaw } from "./thaw.js";

/**
 * @typedef {import("./manifest.js").Manifest} Manifest
 * @typedef {Map<string, import("./download.js").Download>} Downloads By the names of the files.
 * @typedef {(slug: string, query: string, root: string) => string} Answer
 */

const BARE_WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {Answer} */
let answer;

/** The first thing that goes wrong ends the start, whatever Pyodide is waiting for. */
/** @type {(error: unknown) => void} */
let fail;
/** @type {Promise<never>} */
const failed = new Promise((_, reject) => {
  fail = reject;
});
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail(event.reason);
});

addEventListener("message", async ({ data }) => {
  try {
    if (data.kind === "start") {
      await Promise.race([start(data.manifest, data.site, data.anew), failed]);
      postMessage({ kind: "ready" });
    } else {
      postMessage({ kind: "answer", id: data.id, json: answer(data.slug, data.query, data.root) });
    }
  } catch (error) {
    postMessage({ kind: "failure", cause: asFailure(error, causeOf(error, data.kind)).cause });
  }
});

/**
 * What to tell of an error that is no Failure.
 * @param {unknown} error From Python it names its type.
 * @param {"start" | "ask"} kind What it ended.
 */
function causeOf(error, kind) {
  const type = error instanceof Error && "type" in error ? String(error.type) : "";
  if (["ImportError", "ModuleNotFoundError"].includes(type)) {
    return "incomplete";
  }
  return kind === "start" ? "unready" : "broken";
}

/**
 * Fetches everything at once, then starts Python.
 * @param {Manifest} manifest
 * @param {string} site The site's root.
 * @param {boolean} anew Whether to pass over what the browser keeps.
 */
async function start(manifest, site, anew) {
  probe();
  const downloads = fetchAll(manifest, site, anew ? "reload" : "default");
  /** @param {string} name */
  const script = async (name) => {
    await downloads.get(name)?.whole;
    // From the browser's cache, where the checked bytes now are.
    return import(new URL(manifest.files[name]?.path ?? "", site).href).catch(() => {
      // Whole, and yet no script: the host says it is something else.
      throw new Failure("damaged");
    });
  };
  answer = await (manifest.memory ? startFrozen(manifest.memory, downloads, script) : startWhole(manifest, site, downloads, script));
}

/**
 * Takes up the Python that has every calculator in it.
 * @param {import("./thaw.js").Memory} memory
 * @param {Downloads} downloads
 * @param {(name: string) => Promise<any>} script
 * @returns {Promise<Answer>}
 */
async function startFrozen(memory, downloads, script) {
  await script("pyodide.asm.js");
  const wasm = /** @type {import("./download.js").Download} */ (downloads.get("pyodide.asm.wasm"));
  return thaw(Reflect.get(globalThis, "_createPyodideModule"), memory, (imports) => instantiate(wasm, wasm.response, imports));
}

/**
 * Starts Pyodide as its documentation says, and imports the calculators.
 * @param {Manifest} manifest
 * @param {string} site
 * @param {Downloads} downloads
 * @param {(name: string) => Promise<any>} script
 * @returns {Promise<Answer>}
 */
async function startWhole(manifest, site, downloads, script) {
  const [{ loadPyodide }] = await Promise.all([script("pyodide.mjs"), script("pyodide.asm.js")]);
  serveFromDownloads(manifest, site, downloads);
  const wheel = `/lib/${manifest.wheel}`;
  const pyodide = await loadPyodide({
    indexURL: new URL(manifest.index, site).href,
    packageBaseUrl: site, // or it would be another host's
    lockFileContents: manifest.lock,
    // Imported from the archive as it is: Pyodide's way to unpack a package needs much of the library.
    env: { PYTHONPATH: wheel },
    fsInit: async (/** @type {{writeFile: Function}} */ files) => files.writeFile(wheel, await content(downloads.get(manifest.wheel))),
    stdout: () => {},
  });
  return pyodide.pyimport("calculators").answer;
}

/** Says at once, rather than after a download, that WebAssembly is missing or forbidden. */
function probe() {
  try {
    new WebAssembly.Module(BARE_WASM);
  } catch {
    throw new Failure("blocked");
  }
}

/**
 * @param {Manifest} manifest
 * @param {string} site
 * @param {RequestCache} cache
 */
function fetchAll(manifest, site, cache) {
  const files = Object.entries(manifest.files);
  const total = files.reduce((sum, [, file]) => sum + file.bytes, 0);
  let received = 0;
  /** @param {number} bytes */
  const onBytes = (bytes) => {
    received += bytes;
    postMessage({ kind: "progress", part: received / total });
  };
  const { stall } = manifest.limits;
  const downloads = new Map(
    files.map(([name, file]) => [name, download(file, new URL(file.path, site).href, { cache, stall, onBytes })]),
  );
  const whole = Promise.all([...downloads.values()].map((each) => each.whole));
  whole.then(() => postMessage({ kind: "arrived" }), fail);
  return downloads;
}

/** @param {import("./download.js").Download | undefined} file */
async function content(file) {
  const response = await file?.response.catch(hush);
  return new Uint8Array(await /** @type {Response} */ (response).arrayBuffer());
}

/**
 * Gives Pyodide the downloads where it would fetch, and refuses it everything else.
 * @param {Manifest} manifest
 * @param {string} site
 * @param {Downloads} downloads
 */
function serveFromDownloads(manifest, site, downloads) {
  const byUrl = new Map([...downloads].map(([name, each]) => [new URL(manifest.index + name, site).href, each]));
  globalThis.fetch = (asked) => {
    const found = byUrl.get(String(asked));
    return found ? found.response.catch(hush) : Promise.reject(new TypeError("Not a file of the calculator"));
  };
  const compile = WebAssembly.instantiateStreaming;
  const wasm = /** @type {import("./download.js").Download} */ (downloads.get("pyodide.asm.wasm"));
  WebAssembly.instantiateStreaming = (source, imports) => instantiate(wasm, source, imports, compile);
}

/**
 * @param {import("./download.js").Download} wasm
 * @param {Response | PromiseLike<Response>} source
 * @param {WebAssembly.Imports | undefined} imports
 */
async function instantiate(wasm, source, imports, compile = WebAssembly.instantiateStreaming) {
  try {
    // Compiling begins with the first byte; nothing runs before the last one is checked.
    const [compiled] = await Promise.all([compile(source, imports), wasm.whole]);
    return compiled;
  } catch {
    // Whole, and yet this browser cannot run it; had it not been whole, that failure would stand.
    wasm.whole.then(() => fail(new Failure("blocked")), fail);
    return hush();
  }
}

/**
 * In place of an error that has been told already: Pyodide would only log it, and wait for ever all the same.
 * @returns {Promise<never>}
 */
function hush() {
  return new Promise(() => {});
}

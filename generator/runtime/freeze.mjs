// Starts Pyodide with all calculators, and writes its memory down.
// Usage: node freeze.mjs FOLDER PROGRAM IMAGE [forget], where FOLDER holds Pyodide's files, lock.json and calculators.zip.
// Prints what overrides/assets/js/thaw.js must know of the memory, as JSON.

import { readFileSync, writeFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const [, , folder, program, image, forget] = argv;
const read = (name) => readFileSync(`${folder}/${name}`);

// The same bytes whenever and wherever it is done.
Date.now = () => 315532800000;
performance.now = () => 0;

// Pyodide does not say where its parts are.
let exports;
let full = false;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (source, imports) => {
  const resize = imports?.env?.emscripten_resize_heap;
  if (resize) {
    imports.env.emscripten_resize_heap = (bytes) => (full ? 0 : resize(bytes));
  }
  const made = await instantiate(source, imports);
  exports = resize ? made.instance.exports : exports;
  return made;
};

const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: `${folder}/`,
  lockFileContents: JSON.parse(read("lock.json")),
  env: { PYTHONPATH: "/lib/calculators.zip", PYTHONHASHSEED: "0", LANG: "C.UTF-8" },
  fsInit: (files) => files.writeFile("/lib/calculators.zip", read("calculators.zip")),
  stdout: () => {},
  _sysExecutable: "python",
});
const { answer } = pyodide.pyimport("calculators");
const globals = pyodide.toPy({ __name__: "freeze" });
pyodide.runPython(readFileSync(program, "utf-8"), { globals });
globals.get("prepare")(forget === "forget");

const { _module: module } = pyodide;
const bytes = module.HEAPU8.length;
wipe();
writeFileSync(image, module.HEAPU8);
stdout.write(JSON.stringify({ answer: module.PyProxy_getPtr(answer), values: values(), functions: module._PyEM_CountArgsPtr, bytes }));

/** Writes zeros over all memory that nobody uses: what is left there differs from one start to the next. */
function wipe() {
  const { emscripten_stack_get_end: end, emscripten_stack_get_current: current } = exports;
  module.HEAPU8.fill(0, end(), current());
  full = true;
  const taken = [];
  for (let size = 2 ** 22; size >= 16; size /= 2) {
    for (let at = exports.malloc(size); at; at = exports.malloc(size)) {
      module.HEAPU8.fill(0, at, at + size);
      taken.push(at);
    }
  }
  taken.forEach((at) => module._free(at));
}

/** How many values of JavaScript Python has been given; all are Pyodide's own, and no calculator asks for them. */
function values() {
  for (let place = 0; ; place += 1) {
    try {
      module.__hiwire_get(place);
    } catch {
      return place;
    }
  }
}

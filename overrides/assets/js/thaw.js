// Starts the Python that the site's build has frozen into WebAssembly: see generator/runtime/frozen_python.py.
//
// Its memory holds Python as it was after every calculator had been imported, so nothing is left to do but to connect
// Pyodide's two halves, as its own loading of memory snapshots does. Used by the worker, and by the build in Node.

/**
 * @typedef {object} Memory What the build knows of the memory.
 * @property {number} answer Where the function calculators.answer is.
 * @property {number} values How many values of JavaScript Python had been given.
 * @property {number} functions How many functions could be called by their number, before Python added one itself.
 * @property {number} bytes How many bytes it had.
 *
 * @typedef {(imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} Instantiate
 */

/**
 * @param {(settings: object) => Promise<any>} createModule As pyodide.asm.js defines it.
 * @param {Memory} memory
 * @param {Instantiate} instantiate
 * @returns {Promise<(slug: string, query: string, root: string) => string>} The function calculators.answer.
 */
export async function thaw(createModule, memory, instantiate) {
  const API = { config: { jsglobals: globalThis }, runtimeEnv: { IN_BROWSER: true, IN_BROWSER_WEB_WORKER: true } };
  /** @type {any} */
  let imports;
  const pyodide = await createModule({
    API,
    INITIAL_MEMORY: memory.bytes,
    noInitialRun: true,
    preRun: [],
    print: () => {},
    printErr: () => {},
    instantiateWasm(/** @type {any} */ asked, /** @type {Function} */ received) {
      imports = asked;
      const error = Symbol("error");
      imports.sentinel = { create_sentinel: () => error, is_sentinel: (/** @type {unknown} */ value) => value === error };
      instantiate(imports).then(({ instance, module }) => received(instance, module));
      return {};
    },
  });
  if (imports.env.__indirect_function_table.length !== memory.functions) {
    throw new Error("The functions are not where Python remembers them.");
  }
  // What C's constructors do outside the memory.
  pyodide._emscripten_stack_init();
  imports.env._PyEM_InitTrampoline_js();
  pyodide.__hiwire_immortal_add(null);
  pyodide.__hiwire_immortal_add(imports.env.__hiwire_deduplicate_new());
  pyodide.__hiwire_immortal_table_init();
  // What Pyodide does after it has loaded a snapshot.
  pyodide._jslib_init();
  pyodide.runtimeKeepalivePush();
  for (let place = 0; place < memory.values; place += 1) {
    pyodide.__hiwire_set(place, null);
  }
  return pyodide.pyproxy_new(memory.answer);
}

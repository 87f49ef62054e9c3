// Starts the frozen Python as a reader's browser does, lets it answer forms, and tells which of its functions that took.
// Usage: node functions_that_run.mjs FOLDER THAW, where THAW is overrides/assets/js/thaw.js and FOLDER holds Pyodide's
// script, its program with counters, memory.json and forms.json. Prints the functions' numbers as a JSON list.

import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const [, , folder, thawing] = argv;
const json = (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf-8"));

await import(pathToFileURL(`${folder}/pyodide.asm.js`).href);
const { thaw } = await import(pathToFileURL(thawing).href);
let ran;
const answer = await thaw(globalThis._createPyodideModule, json("memory.json"), async (imports) => {
  const { instance, module } = await WebAssembly.instantiate(readFileSync(`${folder}/pyodide.asm.wasm`), imports);
  const { ran: counted, ...exports } = instance.exports;
  ran = new Uint8Array(counted.buffer);
  return { instance: { exports }, module };
});
for (const [slug, query, root] of json("forms.json")) {
  answer(slug, query, root);
}
// Pyodide listens for messages as it does in a browser, so Node would wait for ever.
stdout.write(JSON.stringify([...ran.keys()].filter((number) => ran[number])), () => exit());

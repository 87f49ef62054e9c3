// Starts the frozen Python as a reader's browser does, lets it answer forms, and tells which of its functions that took.
// Usage: node functions_that_run.mjs FOLDER THAW [FORMS], where THAW is overrides/assets/js/thaw.js, FORMS how many
// forms are enough, and FOLDER holds Pyodide's script, its program with counters, memory.json and forms.json. Prints as JSON the
// numbers of the program's functions that ran, and where those of the script are that did not.

import { Session } from "node:inspector";
import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { pathToFileURL } from "node:url";

import { hear } from "./as_worker.mjs";

const [, , folder, thawing, enough] = argv;
const json = (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf-8"));

const session = new Session();
session.connect();
const ask = (what, how) => {
  let told;
  session.post(`Profiler.${what}`, how, (_, answer) => {
    told = answer;
  });
  return told;
};
ask("enable");
ask("startPreciseCoverage", { callCount: false, detailed: false });

const script = pathToFileURL(`${folder}/pyodide.asm.js`).href;
await import(script);
const { thaw } = await import(pathToFileURL(thawing).href);
let ran;
const answer = await thaw(globalThis._createPyodideModule, json("memory.json"), async (imports) => {
  const { instance, module } = await WebAssembly.instantiate(readFileSync(`${folder}/pyodide.asm.wasm`), imports);
  const { ran: counted, ...exports } = instance.exports;
  ran = new Uint8Array(counted.buffer);
  return { instance: { exports }, module };
});
for (const [slug, query, root] of json("forms.json").slice(0, enough)) {
  hear({ slug, query, root });
  answer(slug, query, root);
}
const { functions } = ask("takePreciseCoverage").result.find(({ url }) => url === script);
const unused = functions.map(({ ranges: [all] }) => all).filter(({ count }) => !count);
const told = {
  program: [...ran.keys()].filter((number) => ran[number]),
  script: unused.map(({ startOffset, endOffset }) => [startOffset, endOffset]),
};
// Pyodide listens for messages as it does in a browser, so Node would wait for ever.
stdout.write(JSON.stringify(told), () => exit());

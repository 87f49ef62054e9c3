// Answers forms with the files that a reader's browser fetches first, in Node, started as the worker starts them.
// Usage: node answers.mjs SITE FORMS, where FORMS is a file of {"manifest": …, "asked": [[slug, query, root], …]}.
// Prints the answers as a JSON list.

import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { pathToFileURL } from "node:url";

import "../../generator/runtime/as_worker.mjs";
import { thaw } from "../../overrides/assets/js/thaw.js";

const [, , site, file] = argv;
const { manifest, asked } = JSON.parse(readFileSync(file, "utf-8"));
const path = (name) => `${site}/${manifest.files[name].path}`;
await import(pathToFileURL(path("pyodide.asm.js")).href);
const answer = await thaw(globalThis._createPyodideModule, manifest.memory, (imports) =>
  WebAssembly.instantiate(readFileSync(path("pyodide.asm.wasm")), imports),
);
// Pyodide listens for messages as it does in a browser, so Node would wait for ever.
stdout.write(JSON.stringify(asked.map(([slug, query, root]) => answer(slug, query, root))), () => exit());

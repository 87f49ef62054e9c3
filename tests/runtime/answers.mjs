// Answers forms with the browser's own files, in Node.
// Usage: node answers.mjs SITE FORMS, where FORMS is a file of {"manifest": …, "asked": [[slug, query, root], …]}.
// Prints the answers as a JSON list.

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const site = `${argv[2]}/`;
const { manifest, asked } = JSON.parse(readFileSync(argv[3], "utf-8"));
const { loadPyodide } = await import(pathToFileURL(`${site}${manifest.index}pyodide.mjs`).href);
const wheel = `/lib/${manifest.wheel}`;
const pyodide = await loadPyodide({
  indexURL: site + manifest.index,
  lockFileContents: manifest.lock,
  env: { PYTHONPATH: wheel },
  fsInit: (files) => files.writeFile(wheel, readFileSync(site + manifest.files[manifest.wheel].path)),
  stdout: () => {},
});
const { answer } = pyodide.pyimport("calculators");
stdout.write(JSON.stringify(asked.map(([slug, query, root]) => answer(slug, query, root))));

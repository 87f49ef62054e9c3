// Prints the names of the Python modules that Pyodide imports to start and to load a wheel, one on each line.
// Usage: node boot_modules.mjs FOLDER, where FOLDER holds Pyodide's files, lock.json, and the wheel it lists.

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const folder = `${argv[2]}/`;
const lock = JSON.parse(readFileSync(`${folder}lock.json`, "utf-8"));
const { loadPyodide } = await import(pathToFileURL(`${folder}pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: folder,
  packageBaseUrl: folder,
  lockFileContents: lock,
  packages: Object.keys(lock.packages),
  stdout: () => {},
});
stdout.write(pyodide.runPython("import sys; '\\n'.join(sorted(sys.modules))"));

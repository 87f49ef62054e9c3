// Tells which Python modules are imported when Pyodide starts, and where from:
// {"library": names of those read from the library, "inside": names of those Pyodide holds itself}.
// Usage: node boot_modules.mjs FOLDER, where FOLDER holds Pyodide's files and lock.json.

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const IMPORTED = `
import json, sys
from zipimport import zipimporter
where = {"library": [], "inside": []}
for name, module in sorted(sys.modules.items()):
    read = isinstance(getattr(getattr(module, "__spec__", None), "loader", None), zipimporter)
    where["library" if read else "inside"].append(name)
json.dumps(where)
`;

const folder = `${argv[2]}/`;
const { loadPyodide } = await import(pathToFileURL(`${folder}pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: folder,
  lockFileContents: JSON.parse(readFileSync(`${folder}lock.json`, "utf-8")),
  stdout: () => {},
});
stdout.write(pyodide.runPython(IMPORTED));

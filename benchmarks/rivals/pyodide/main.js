// Pyodide as its own documentation shows it: on the main thread, from the files as published.

import { loadPyodide } from "../stock/pyodide.mjs";

const pyodide = await loadPyodide();
await pyodide.loadPackage(new URL("../WHEEL", import.meta.url).href, { messageCallback: () => {} });
const { answer } = pyodide.pyimport("calculators");
const { html } = JSON.parse(answer("SLUG", "QUERY", "../"));
globalThis.document.querySelector(".calculator__result").innerHTML = html;

// Pyodide as its own documentation shows it: on the main thread, as published, loaded when first needed.

let answer;

async function calculate() {
  if (!answer) {
    const { loadPyodide } = await import("./stock/pyodide.mjs");
    const pyodide = await loadPyodide();
    await pyodide.loadPackage(new URL("WHEEL", import.meta.url).href, { messageCallback: () => {} });
    ({ answer } = pyodide.pyimport("calculators"));
  }
  const { html } = JSON.parse(answer("SLUG", "QUERY", "../"));
  globalThis.document.querySelector(".calculator__result").innerHTML = html;
}

globalThis.document.querySelector("button").addEventListener("click", calculate);

// Lets Pyodide's script take Node for a browser's worker, and hear messages as it does there.

const port = new EventTarget();
for (const name of ["process", "setImmediate"]) {
  Object.defineProperty(globalThis, name, { value: undefined });
}
Object.assign(globalThis, {
  WorkerGlobalScope: class {},
  self: globalThis,
  location: new URL("https://site.example/worker.js"),
  addEventListener: port.addEventListener.bind(port),
});

export function hear(data) {
  port.dispatchEvent(new MessageEvent("message", { data }));
}

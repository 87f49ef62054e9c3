// Starts the calculator of the page, if this browser can run it. Kept to words that old browsers know.

import { create } from "./elements.js";

const TOO_OLD =
  "This form needs a newer browser: Chrome 112, Firefox 114, Safari 16.4, or later. The worked example below still shows how it is worked out.";

function canRun() {
  let modules = false;
  try {
    // A browser that knows module workers reads `type` before it refuses the address.
    const options = { get type() { modules = true; return /** @type {const} */ ("module"); } };
    new Worker("http://[", options);
  } catch {
    return modules && typeof WebAssembly === "object" && "instantiateStreaming" in WebAssembly;
  }
  return false;
}

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-calculator]"));
if (section && canRun()) {
  import("./calculator-form.js").then(({ connect }) => connect(section));
} else if (section) {
  const form = /** @type {HTMLElement} */ (section.querySelector("form"));
  form.hidden = true;
  form.before(create("p", { class: "calculator__notice" }, TOO_OLD));
}

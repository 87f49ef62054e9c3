// Starts the calculator of the page, if this browser can run it. Kept to words that old browsers know.

import { create } from "./elements.js";

const TOO_OLD =
  "This form needs a newer browser: Chrome 112, Firefox 114, Safari 16.4, or later. The worked example below still shows how it is worked out.";
const NOT_LOADED = "Part of this page did not arrive. Check your connection, then load the page again.";

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

/**
 * @param {HTMLElement} section
 * @param {HTMLFormElement} form
 */
async function start(section, form) {
  // A press before the rest has loaded is kept, not lost.
  let pressed = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = true;
  });
  try {
    const { connect } = await import("./calculator-form.js");
    connect(section, pressed);
  } catch {
    section.prepend(create("p", { class: "calculator__notice", role: "alert" }, NOT_LOADED));
  }
}

async function startTimers() {
  try {
    const { connectTimers } = await import("./timer.js");
    connectTimers();
  } catch {
    // The sentence that says what to use instead is still there.
  }
}

const section = /** @type {HTMLElement | null} */ (document.querySelector("[data-calculator]"));
const form = section?.querySelector("form");
if (section && form && canRun()) {
  start(section, form);
} else if (section && form) {
  form.setAttribute("hidden", "");
  section.prepend(create("p", { class: "calculator__notice" }, TOO_OLD));
}
if (document.querySelector("[data-timer]")) {
  startTimers();
}

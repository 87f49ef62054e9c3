// Starts the calculator of the page, if this browser can run it. Kept to words that old browsers know.

const LATE_MS = 20000;

function canRun() {
  let modules = false;
  try {
    // A browser that knows module workers reads `type` before it refuses the address.
    const options = { get type() { modules = true; return /** @type {const} */ ("module"); } };
    new Worker("http://[", options);
  } catch {
    const streams = typeof WebAssembly === "object" && "instantiateStreaming" in WebAssembly;
    // The last to come to browsers of what our own scripts are written with.
    const aborts = typeof AbortSignal === "function" && "throwIfAborted" in AbortSignal.prototype;
    return modules && streams && aborts;
  }
  return false;
}

/**
 * @param {HTMLElement} section
 * @param {HTMLFormElement} form
 * @param {HTMLElement} notArrived What to say if the rest does not arrive.
 */
async function start(section, form, notArrived) {
  // A press before the rest has arrived is kept, not lost; one before this script, by first.js.
  let pressed = form.hasAttribute("data-pressed");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = true;
  });
  const timer = setTimeout(() => {
    notArrived.hidden = false;
  }, LATE_MS);
  try {
    const { connect } = await import("./calculator-form.js");
    notArrived.hidden = true;
    connect(section, pressed);
  } catch {
    notArrived.hidden = false;
  } finally {
    clearTimeout(timer);
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
if (section) {
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (section.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (part("form"));
  // site.js waits for this sign.
  section.setAttribute("data-arrived", "");
  part("[data-not-arrived]").hidden = true;
  if (canRun()) {
    start(section, form, part("[data-not-arrived]"));
  } else {
    form.setAttribute("hidden", "");
    part("[data-too-old]").hidden = false;
  }
}
if (document.querySelector("[data-timer]")) {
  startTimers();
}

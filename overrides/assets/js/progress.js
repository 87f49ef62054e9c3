// The wait for an answer, shown only once it is long enough to notice.

const DELAY_MS = 400;
const WORDS = { getting: "Getting the calculator", starting: "Starting it", ready: "Working it out" };

/**
 * Shows the wait until told to stop.
 * @param {HTMLElement} section The calculator.
 * @param {import("./runtime.js").Runtime} runtime
 * @param {(words: string) => void} tell Says a stage to those who cannot see it.
 * @returns {() => void} Stops showing it.
 */
export function showWait(section, runtime, tell) {
  const box = /** @type {HTMLElement} */ (section.querySelector(".calculator__progress"));
  const words = /** @type {HTMLElement} */ (box.querySelector(".calculator__stage"));
  const bar = /** @type {HTMLProgressElement} */ (box.querySelector("progress"));
  const update = () => {
    const { stage, part } = runtime.wait;
    bar.value = part;
    if (words.textContent !== WORDS[stage]) {
      words.textContent = WORDS[stage];
      tell(WORDS[stage]);
    }
  };
  const timer = setTimeout(() => {
    box.hidden = false;
    words.textContent = "";
    update();
    runtime.addEventListener("wait", update);
  }, DELAY_MS);
  return () => {
    clearTimeout(timer);
    runtime.removeEventListener("wait", update);
    box.hidden = true;
  };
}

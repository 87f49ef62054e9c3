// A timer for a test that a page asks for. It makes no sound and does not hurry: it can be stopped at any time.

const TICK_MS = 200;
const NEARLY = 10; // seconds

/** Brings every timer of the page to life, in place of the sentence that says what to use instead. */
export function connectTimers() {
  for (const box of document.querySelectorAll("[data-timer]")) {
    new Timer(/** @type {HTMLElement} */ (box));
  }
}

class Timer {
  #box;
  #seconds;
  #left;
  #run;
  #said;
  #ticking = 0;
  #ends = 0;

  /** @param {HTMLElement} box */
  constructor(box) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (box.querySelector(selector));
    this.#box = box;
    this.#seconds = Number(box.dataset.timer);
    this.#left = part(".timer__number");
    this.#said = part(".timer__said");
    this.#run = part("[data-timer-run]");
    this.#run.addEventListener("click", () => (this.#ticking ? this.#stop("Stopped.") : this.#start()));
    part("[data-timer-reset]").addEventListener("click", () => this.#reset());
    part(".timer__clock").hidden = false;
    part(".timer__instead").hidden = true;
  }

  #start() {
    this.#box.classList.remove("timer--done");
    this.#ends = performance.now() + this.#seconds * 1000;
    this.#ticking = window.setInterval(() => this.#tick(), TICK_MS);
    this.#run.textContent = "Stop";
    this.#show(this.#seconds);
    this.#say("Started.");
  }

  #tick() {
    const left = Math.max(0, Math.ceil((this.#ends - performance.now()) / 1000));
    this.#show(left);
    if (left === 0) {
      this.#box.classList.add("timer--done");
      this.#stop("Time is up.");
    } else if (left <= NEARLY && this.#seconds > NEARLY) {
      this.#say(`${NEARLY} seconds left.`);
    }
  }

  /** @param {string} words */
  #stop(words) {
    clearInterval(this.#ticking);
    this.#ticking = 0;
    this.#run.textContent = "Start";
    this.#say(words);
  }

  #reset() {
    this.#stop("");
    this.#box.classList.remove("timer--done");
    this.#show(this.#seconds);
  }

  /** @param {number} seconds */
  #show(seconds) {
    this.#left.textContent = String(seconds);
  }

  /** @param {string} words Said once, however often it is true. */
  #say(words) {
    if (this.#said.textContent !== words) {
      this.#said.textContent = words;
    }
  }
}

// Reads the page aloud with a voice of the device itself: a voice from the network would send the page's words away.
//
// It speaks one block at a time. Pausing stops at once and goes on from the start of that block: some phones' own pause
// never comes back.

const SLOW = 0.75;
const STOPPED_BY_US = ["canceled", "interrupted"];

/** A block that holds no other block, in the order of the page. */
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, figcaption";
/** What is looked at, filled in or looked up, not read through. */
const LEFT_OUT = ".page__facts, .calculator, .paper, .people__counts, .people__source, .references, .note-bodies, .note-body, .path, table, details:not([open]), nav, [hidden]";
/** Numbers and dots that lead to notes. */
const MARKS = ".cite, .note, .print-only, .visually-hidden, [aria-hidden=true]";

/**
 * Shows the controls as soon as the device has a voice for English.
 * @param {HTMLElement} box
 */
export function offer(box) {
  const show = () => {
    const found = voice();
    if (!found || !box.hidden) return;
    box.hidden = false;
    new Reading(box, found);
  };
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
}

/** A British voice if there is one. */
function voice() {
  const ours = speechSynthesis.getVoices().filter(({ localService, lang }) => localService && /^en\b/i.test(lang));
  return ours.find(({ lang }) => /^en[-_]GB/i.test(lang)) ?? ours[0];
}

class Reading {
  #box;
  #voice;
  /** @type {HTMLElement[]} */
  #blocks = [];
  #at = 0;
  #rate = 1;
  /** @type {SpeechSynthesisUtterance | undefined} What is being said; anything else that reports is from before. */
  #said;

  /**
   * @param {HTMLElement} box
   * @param {SpeechSynthesisVoice} chosen
   */
  constructor(box, chosen) {
    this.#box = box;
    this.#voice = chosen;
    this.#part("toggle").addEventListener("click", () => (this.#said ? this.#pause() : this.#speak()));
    this.#part("stop").addEventListener("click", () => {
      this.#stop();
      this.#part("toggle").focus();
    });
    this.#part("slow").addEventListener("click", () => this.#changeRate());
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  /** @param {"toggle" | "word" | "stop" | "slow" | "status"} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#box.querySelector(`[data-listen-${name}]`));
  }

  #speak() {
    if (!this.#blocks.length) this.#blocks = readable();
    const block = this.#blocks[this.#at];
    if (!block) {
      this.#stop();
      return;
    }
    const said = new SpeechSynthesisUtterance(words(block));
    said.voice = this.#voice;
    said.lang = this.#voice.lang;
    said.rate = this.#rate;
    said.onend = () => this.#after(said);
    said.onerror = ({ error }) => (STOPPED_BY_US.includes(error) ? undefined : this.#fail(said));
    this.#said = said;
    this.#mark(block);
    this.#show("Pause");
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  }

  /** @param {SpeechSynthesisUtterance} said */
  #after(said) {
    if (said !== this.#said) return;
    this.#at += 1;
    this.#speak();
  }

  /** @param {SpeechSynthesisUtterance} said */
  #fail(said) {
    if (said !== this.#said) return;
    this.#pause();
    this.#part("status").textContent = "The voice stopped. Press “Go on” to try again.";
  }

  #pause() {
    this.#quiet();
    this.#show("Go on");
  }

  #stop() {
    this.#quiet();
    this.#at = 0;
    this.#mark();
    this.#show("Listen");
  }

  #quiet() {
    this.#said = undefined;
    speechSynthesis.cancel();
  }

  #changeRate() {
    this.#rate = this.#rate === 1 ? SLOW : 1;
    this.#part("slow").setAttribute("aria-pressed", String(this.#rate === SLOW));
    if (this.#said) this.#speak();
  }

  /** @param {HTMLElement} [block] */
  #mark(block) {
    document.querySelector(".is-read-aloud")?.classList.remove("is-read-aloud");
    block?.classList.add("is-read-aloud");
  }

  /** @param {string} word What pressing the first button does next. */
  #show(word) {
    this.#part("word").textContent = word;
    this.#part("status").textContent = "";
    this.#part("stop").hidden = this.#part("slow").hidden = word === "Listen";
  }
}

/** The blocks of the page that are read out. */
function readable() {
  const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".page__head *, .prose *"));
  return [...all].filter(
    (block) => block.matches(BLOCKS) && !block.querySelector(BLOCKS) && !block.closest(LEFT_OUT) && words(block),
  );
}

/** @param {HTMLElement} block */
function words(block) {
  const copy = /** @type {HTMLElement} */ (block.cloneNode(true));
  for (const mark of copy.querySelectorAll(MARKS)) mark.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").replace(/ ([.,;:])/g, "$1").trim();
}

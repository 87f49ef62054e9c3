// Python for the page: starts the worker when first needed, asks it, and replaces it when it is stuck.

import { Failure, asFailure } from "./failures.js";
import { SITE } from "./manifest.js";

/**
 * @typedef {{slug: string, query: string, root: string}} Question As calculators.answer takes it.
 *
 * @typedef {object} Answer What calculators.answer gave, read from JSON.
 * @property {boolean} ok
 * @property {string} html The result, if ok.
 * @property {string} notes The result as plain text, if ok.
 * @property {string} title The result's title, if ok.
 * @property {import("./files.js").File[]} files What can be saved of it, if ok.
 * @property {{field: string, id: string, message: string}[]} problems What to mend, if not.
 *
 * @typedef {object} Wait What the reader is waiting for.
 * @property {"getting" | "starting" | "ready"} stage
 * @property {number} part How much has arrived, from 0 to 1.
 */

/** Failures that what was left out of the runtime may have caused. */
const MAY_LACK = ["incomplete", "unready", "broken"];

/** How long a question of the reader's has to come in before the next practice, in milliseconds. */
const PAUSE_MS = 50;
/** By then browsers have compiled for speed nearly all that an answer needs: it takes a third of the time. */
const PRACTICES = 30;

export class Runtime extends EventTarget {
  #manifest;
  #practice;
  /** @type {Started | undefined} */
  #started;
  /** Whether what the browser keeps of the runtime may be broken, and is to be fetched anew. */
  #suspect = false;
  /** Whether nothing is left out of what is fetched: from the start, or since that has turned out to be needed. */
  #whole;
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();
  /** @type {Wait} */
  wait = { stage: "getting", part: 0 };

  /**
   * @param {import("./manifest.js").Manifest} manifest
   * @param {Question} practice One whose answer nobody waits for.
   */
  constructor(manifest, practice) {
    super();
    this.#manifest = manifest;
    this.#practice = practice;
    this.#whole = !manifest.memory;
  }

  /** Fetches and starts everything, if that is not under way or done. A failure is told to whoever asks meanwhile. */
  start() {
    if (!this.#started) {
      performance.mark("calculator-start");
      const manifest = this.#whole ? { ...this.#manifest, files: this.#manifest.whole, memory: null } : this.#manifest;
      const started = new Started(manifest, this.#suspect, (wait) => {
        this.wait = wait;
        this.dispatchEvent(new Event("wait"));
      });
      this.#started = started;
      started.ready.then(
        () => {
          this.#suspect = false;
          setTimeout(() => started.practise(this.#practice), PAUSE_MS);
          // For offline.js, which keeps what has been used.
          performance.mark("calculator-ready");
        },
        (error) => {
          this.#suspect = true;
          this.#end(started, error);
        },
      );
    }
    return this.#started;
  }

  /**
   * Asks for an answer; questions wait for their turn.
   * @param {Question} question
   * @param {AbortSignal} signal Told when the answer is wanted no more: a question whose turn has not come is not asked.
   * @returns {Promise<Answer>} Rejects with a Failure, or as the signal says.
   */
  ask(question, signal) {
    const answer = this.#turn.then(() => this.#askTwice(question, signal));
    this.#turn = answer.catch(() => {});
    return answer;
  }

  /**
   * Asks the whole runtime again if the shortened one broke: it stops at once where something was left out.
   * @param {Question} question
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #askTwice(question, signal) {
    const before = this.#whole;
    try {
      return await this.#ask(question, signal);
    } catch (error) {
      if (this.#whole === before) {
        throw error;
      }
      return await this.#ask(question, signal);
    }
  }

  /**
   * @param {Question} question
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #ask(question, signal) {
    signal.throwIfAborted();
    const started = this.start();
    await started.ready;
    signal.throwIfAborted();
    try {
      return JSON.parse(await started.ask(question, this.#manifest.limits.answer));
    } catch (error) {
      const failure = asFailure(error);
      this.#end(started, failure);
      // The next question should find a fresh interpreter, already started.
      this.start();
      throw failure;
    }
  }

  /**
   * @param {Started} started
   * @param {Failure} failure Why it is ended.
   */
  #end(started, failure) {
    started.worker.terminate();
    if (this.#started === started) {
      this.#started = undefined;
    }
    this.#whole ||= MAY_LACK.includes(failure.cause);
  }
}

/** One worker, from its start to its first failure. */
class Started {
  /** @type {(json: string) => void} */
  #answered = () => {};
  /** @type {(failure: Failure) => void} */
  #fail = () => {};
  /** @type {Promise<never>} */
  #failed = new Promise((_, reject) => {
    this.#fail = reject;
  });
  #asked = 0;

  /**
   * @param {import("./manifest.js").Manifest} manifest
   * @param {boolean} anew Whether to fetch everything anew, whatever the browser keeps.
   * @param {(wait: Wait) => void} onWait
   */
  constructor(manifest, anew, onWait) {
    const { limits } = manifest;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    // Told to whoever asks; until then a failed start concerns nobody.
    this.#failed.catch(() => {});
    let timer = this.#failAfter(limits.stall, "stalled");
    /** @type {Promise<void>} */
    const ready = new Promise((resolve) => {
      this.worker.addEventListener("message", ({ data }) => {
        clearTimeout(timer);
        if (data.kind === "progress") {
          onWait({ stage: "getting", part: data.part });
          // The worker itself watches for stalls of each file; this one is for the worker.
          timer = this.#failAfter(limits.stall * 2, "stalled");
        } else if (data.kind === "arrived") {
          onWait({ stage: "starting", part: 1 });
          timer = this.#failAfter(limits.start, "late");
        } else if (data.kind === "ready") {
          onWait({ stage: "ready", part: 1 });
          resolve();
        } else if (data.kind === "failure") {
          this.#fail(new Failure(data.cause));
        } else if (data.id === this.#asked) {
          this.#answered(data.json);
        }
      });
    });
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(new Failure(this.#asked ? "broken" : "missing"));
    });
    this.ready = Promise.race([ready, this.#failed]);
    this.ready.catch(() => {});
    this.worker.postMessage({ kind: "start", manifest, site: SITE, anew });
  }

  /**
   * Answers for nobody, until somebody asks: browsers compile a function when it is first called, and for speed when it has
   * been called often; better while the reader fills in the form.
   * @param {Question} question
   * @param {number} [times] How often.
   */
  practise(question, times = PRACTICES) {
    if (this.#asked || times === 0) return;
    this.#answered = () => setTimeout(() => this.practise(question, times - 1), PAUSE_MS);
    this.worker.postMessage({ kind: "ask", id: 0, ...question });
  }

  /**
   * @param {Question} question
   * @param {number} limit In milliseconds.
   * @returns {Promise<string>}
   */
  async ask(question, limit) {
    this.#asked += 1;
    /** @type {Promise<string>} */
    const answer = new Promise((resolve) => {
      this.#answered = resolve;
    });
    const timer = this.#failAfter(limit, "stopped");
    this.worker.postMessage({ kind: "ask", id: this.#asked, ...question });
    try {
      return await Promise.race([answer, this.#failed]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {number} limit In milliseconds.
   * @param {string} cause
   */
  #failAfter(limit, cause) {
    return setTimeout(() => this.#fail(new Failure(cause)), limit);
  }
}

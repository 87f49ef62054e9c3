// A calculator's form: from the reader's answers to a result, or to what to mend.
//
// A field hides the form's own property of the same name (a question called "before" hides form.before), so a form is
// only asked for what no question can be called.

import * as errors from "./errors.js";
import { Actions } from "./actions.js";
import { Address } from "./address.js";
import { collect, fill, isComplete, safetyNames } from "./answers.js";
import { dateButtons } from "./dates.js";
import { hideFailure, showFailure } from "./failure-box.js";
import { asFailure } from "./failures.js";
import { startOnIntent } from "./intent.js";
import { connectLogs } from "./log.js";
import { preparePaper } from "./paper.js";
import { fromDevice, fromLink, removeNote, showNote } from "./prefill.js";
import { showWait } from "./progress.js";
import { toNodes } from "./result.js";
import { connectRows, showRows } from "./rows.js";
import { Runtime } from "./runtime.js";

/**
 * Brings a calculator to life.
 * @param {HTMLElement} section
 * @param {boolean} pressed Whether Calculate was pressed already.
 */
export function connect(section, pressed) {
  const manifest = document.querySelector("script[data-runtime]")?.textContent;
  if (manifest) {
    const practice = question(section, section.dataset.practice ?? "");
    const form = new CalculatorForm(section, new Runtime(JSON.parse(manifest), practice));
    if (pressed) {
      form.calculate(true);
    }
  }
}

/**
 * What Python is asked.
 * @param {HTMLElement} section
 * @param {string} query The answers, as in a link.
 * @returns {import("./runtime.js").Question}
 */
function question(section, query) {
  const { calculator: slug = "", root = "" } = section.dataset;
  return { slug, query, root };
}

class CalculatorForm {
  /** Ended when what is being asked is wanted no more. */
  #wanted = new AbortController();

  /**
   * @param {HTMLElement} section
   * @param {Runtime} runtime
   */
  constructor(section, runtime) {
    this.section = section;
    this.runtime = runtime;
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.result = this.#find(".calculator__result");
    this.example = [...this.result.childNodes];
    this.actions = new Actions(section, (words) => this.#say(words, true));
    dateButtons(section);
    connectRows(this.form);
    this.clearLogs = connectLogs(this.form, (...asked) => this.#checkLine(...asked));
    preparePaper();
    startOnIntent(this.form, runtime);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.calculate(true);
    });
    this.form.addEventListener("reset", () => this.#forget());
    this.address = new Address(this.form, (answers) => this.#fillFromLink(answers));
    if (!this.address.isFollowed) {
      this.actions.saved.offer((answers) => this.#fillFromDevice(answers));
    }
  }

  /** @param {Map<string, string> | undefined} answers Those in the page's address, or nothing if it has none any more. */
  #fillFromLink(answers) {
    const filled = this.#fillIn(answers ?? new Map());
    if (!answers) {
      removeNote(this.section);
      this.#say("The form is empty again.");
      return;
    }
    const words = fromLink(filled);
    showNote(this.section, words);
    if (filled.complete) {
      this.calculate(false, words);
    } else {
      this.#say(words);
    }
  }

  /** @param {Map<string, string>} answers What the reader saved, and now asks for. */
  #fillFromDevice(answers) {
    const filled = this.#fillIn(answers);
    const note = showNote(this.section, fromDevice(filled));
    if (filled.complete) {
      this.calculate(true);
    } else {
      note.focus();
    }
  }

  /**
   * Fills in answers in place of all that was there, its result too.
   * @param {Map<string, string>} answers
   * @returns {import("./prefill.js").Filled}
   */
  #fillIn(answers) {
    this.#clear();
    fill(this.form, answers);
    showRows(this.form);
    return { complete: isComplete(this.form), safety: safetyNames(this.form).some((name) => answers.has(name)) };
  }

  /**
   * Asks Python, then shows its answer, what to mend, or why there is no answer.
   * @param {boolean} focus Whether to take the reader there.
   * @param {string} said What to say when it is there.
   */
  async calculate(focus, said = "") {
    const signal = this.#begin();
    const stopWaiting = showWait(this.section, this.runtime, (words) => this.#say(words));
    signal.addEventListener("abort", stopWaiting);
    const answers = collect(this.form);
    try {
      const answer = await this.#ask(answers, signal);
      if (!signal.aborted) {
        this.#say(said);
        this.#show(answer, answers, focus);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#say("");
        showFailure(this.section, asFailure(error), focus, () => this.calculate(true));
      }
    } finally {
      if (!signal.aborted) {
        stopWaiting();
      }
    }
  }

  /**
   * @param {URLSearchParams} answers
   * @param {AbortSignal} signal
   */
  #ask(answers, signal) {
    return this.runtime.ask(question(this.section, answers.toString()), signal);
  }

  /**
   * Asks Python about one line of a log, as if it stood there alone.
   * @param {string} name The log's.
   * @param {string} line
   * @param {AbortSignal} signal
   * @returns {Promise<string>} What is wrong with it; "" if nothing. Rejects with a Failure.
   */
  async #checkLine(name, line, signal) {
    const answers = collect(this.form);
    answers.set(name, line);
    const answer = await this.#ask(answers, signal);
    const problem = answer.ok ? undefined : answer.problems.find(({ field }) => field === name || field === "");
    return problem?.message ?? "";
  }

  /**
   * @param {import("./runtime.js").Answer} answer
   * @param {URLSearchParams} answers What it is the answer to.
   * @param {boolean} focus
   */
  #show(answer, answers, focus) {
    if (!answer.ok) {
      // An earlier answer must not stand beside answers that it does not fit.
      this.#swap(this.example, false);
      this.actions.hide();
      errors.show(this.form, answer.problems, focus);
      return;
    }
    errors.clear(this.form);
    this.#swap([toNodes(answer.html)], true);
    this.actions.show(answer, answers);
    if (focus) {
      this.#find(".result__title").focus();
    }
  }

  /**
   * Puts the worked example or an answer in place.
   * @param {Node[]} nodes
   * @param {boolean} live Whether it is the reader's own answer.
   */
  #swap(nodes, live) {
    this.result.replaceChildren(...nodes);
    this.#find("[data-example]").hidden = live;
    // Printed, an answer is a sheet of its own (css/sheet.css).
    document.documentElement.classList.toggle("has-answer", live);
  }

  /** Back to the page as it came, apart from what the form's own reset does. */
  #forget() {
    this.#clear();
    removeNote(this.section);
    this.#say("Your answers are cleared.");
    // The form empties its fields after this event.
    setTimeout(() => showRows(this.form));
    this.address.clear();
  }

  /**
   * Waits no longer for what was asked before.
   * @returns {AbortSignal} Tells what is asked now when it is wanted no more.
   */
  #begin() {
    this.#wanted.abort();
    this.#wanted = new AbortController();
    hideFailure(this.section);
    return this.#wanted.signal;
  }

  /** Takes away whatever earlier answers led to, and waits for nothing any more. */
  #clear() {
    this.#begin();
    errors.clear(this.form);
    this.clearLogs();
    this.#swap(this.example, false);
    this.actions.hide();
  }

  /**
   * Says something small in the page's status line.
   * @param {string} words
   * @param {boolean} [seen] Whether those who see the page should see it too.
   */
  #say(words, seen = false) {
    const status = this.#find("[data-status]");
    status.classList.toggle("visually-hidden", !seen);
    status.textContent = words;
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.section.querySelector(selector));
  }
}

// A calculator's form: from the reader's answers to a result, or to what to mend.

import * as errors from "./errors.js";
import { collect, fill, fromHash, link } from "./answers.js";
import { dateButtons } from "./dates.js";
import { create } from "./elements.js";
import { asFailure } from "./failures.js";
import { showWait } from "./progress.js";
import { toNodes } from "./result.js";
import { Runtime } from "./runtime.js";
import { copy } from "./take-away.js";

/** How long a mouse rests on the form before the runtime is fetched, in milliseconds. */
const HOVER_MS = 150;
const FROM_LINK = "Filled in from a link. Check the answers, above all the safety questions.";
const LINK_COPIED = "Link copied. The link holds your answers. Send it only to people you trust.";

/**
 * Brings a calculator to life.
 * @param {HTMLElement} section
 * @param {boolean} pressed Whether Calculate was pressed already.
 */
export function connect(section, pressed) {
  const manifest = document.querySelector("script[data-runtime]")?.textContent;
  if (manifest) {
    const form = new CalculatorForm(section, new Runtime(JSON.parse(manifest)));
    if (pressed) {
      form.calculate(true);
    }
  }
}

class CalculatorForm {
  #asked = 0;
  #notes = "";

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
    dateButtons(section);
    this.#startOnIntent();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.calculate(true);
    });
    this.form.addEventListener("reset", () => this.#forget());
    this.#find(".calculator__actions").addEventListener("click", (event) => this.#act(event));
    addEventListener("hashchange", () => this.#fillFromLink());
    this.#fillFromLink();
  }

  #startOnIntent() {
    const start = () => this.runtime.start();
    this.form.addEventListener("focusin", start);
    this.form.addEventListener("pointerdown", start);
    let timer = 0;
    this.form.addEventListener("pointerenter", () => {
      timer = window.setTimeout(start, HOVER_MS);
    });
    this.form.addEventListener("pointerleave", () => clearTimeout(timer));
  }

  #fillFromLink() {
    const answers = fromHash(location.hash, this.form);
    if (!answers) {
      return;
    }
    fill(this.form, answers);
    this.#find(".calculator__note")?.remove();
    this.form.before(create("p", { class: "calculator__note" }, FROM_LINK));
    this.calculate(false);
  }

  /**
   * Asks Python, then shows its answer, what to mend, or why there is no answer.
   * @param {boolean} focus Whether to take the reader there.
   */
  async calculate(focus) {
    this.#asked += 1;
    const asked = this.#asked;
    this.#hideFailure();
    const { calculator = "", root = "" } = this.section.dataset;
    const stopWaiting = showWait(this.section, this.runtime, (words) => this.#say(words));
    try {
      const answer = await this.runtime.ask(calculator, collect(this.form).toString(), root);
      if (asked === this.#asked) {
        this.#say("");
        this.#show(answer, focus);
      }
    } catch (error) {
      if (asked === this.#asked) {
        this.#say("");
        this.#showFailure(asFailure(error), focus);
      }
    } finally {
      stopWaiting();
    }
  }

  /**
   * @param {import("./runtime.js").Answer} answer
   * @param {boolean} focus
   */
  #show(answer, focus) {
    if (!answer.ok) {
      errors.show(this.form, answer.problems, focus);
      return;
    }
    errors.clear(this.form);
    this.#swap([toNodes(answer.html)], true);
    this.#notes = answer.notes;
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
    this.#find(".calculator__actions").hidden = !live;
    this.section.querySelector(".calculator__text")?.remove();
  }

  /**
   * @param {import("./failures.js").Failure} failure
   * @param {boolean} focus
   */
  #showFailure(failure, focus) {
    const again = create("button", { type: "button", class: "button" }, "Try again");
    again.addEventListener("click", () => this.calculate(true));
    const box = this.#find(".calculator__failure");
    box.replaceChildren(create("p", { role: "alert" }, failure.message), again);
    box.hidden = false;
    if (focus) {
      again.focus();
    }
  }

  #hideFailure() {
    const box = this.#find(".calculator__failure");
    box.replaceChildren();
    box.hidden = true;
  }

  /** Back to the page as it came, apart from what the form's own reset does. */
  #forget() {
    this.#asked += 1;
    this.#hideFailure();
    errors.clear(this.form);
    this.#swap(this.example, false);
    this.#say("");
    this.section.querySelector(".calculator__note")?.remove();
    if (fromHash(location.hash, this.form)) {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
  }

  /** @param {Event} event */
  async #act(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    switch (button?.dataset.action) {
      case "copy":
        this.#say(await copy(this.section, this.#notes, "Copied"), true);
        break;
      case "link":
        this.#say(await copy(this.section, link(collect(this.form)), LINK_COPIED), true);
        break;
      case "print":
        print();
        break;
      case "restart":
        this.form.reset();
        this.form.querySelector("input")?.focus();
        break;
    }
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

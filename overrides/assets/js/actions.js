// The buttons below an answer: copy it, print it, keep it, share it, start again.

import { link } from "./answers.js";
import { fileButtons } from "./files.js";
import { SavedAnswers } from "./saved-answers.js";
import { copy, hideText, showText } from "./take-away.js";

const COPY_FAILED = "Could not copy. Select the text and copy it yourself";
const LINK_COPIED = "Link copied. The link holds your answers. Send it only to people you trust.";
const PAGE_COPIED = "Link copied. It holds none of your answers.";

export class Actions {
  #section;
  #form;
  #row;
  #say;
  #notes = "";
  #answers = new URLSearchParams();
  /** @type {HTMLButtonElement[]} */
  #files = [];

  /**
   * @param {HTMLElement} section The calculator.
   * @param {(words: string) => void} say Says something small, for all to see.
   */
  constructor(section, say) {
    this.#section = section;
    this.#form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.#row = this.#find(".calculator__actions");
    this.#say = say;
    this.saved = new SavedAnswers(section);
    this.#row.addEventListener("click", (event) => this.#act(event));
  }

  /**
   * @param {import("./runtime.js").Answer} answer
   * @param {URLSearchParams} answers What it is the answer to, whatever the form holds by now.
   */
  show(answer, answers) {
    this.hide();
    this.#answers = answers;
    this.#notes = answer.notes;
    this.#files = fileButtons(answer.files);
    this.#find("[data-action=print]").after(...this.#files);
    this.#row.hidden = false;
  }

  hide() {
    this.#row.hidden = true;
    for (const button of this.#files) {
      button.remove();
    }
    hideText(this.#section);
  }

  /**
   * @param {string} text
   * @param {string} done What to say when it worked.
   */
  async #take(text, done) {
    const answers = this.#answers;
    const isCopied = await copy(text);
    // By now the reader may have cleared that answer away, or have another one.
    if (this.#row.hidden || answers !== this.#answers) {
      return;
    }
    if (isCopied) {
      hideText(this.#section);
    } else {
      showText(this.#section, text);
    }
    this.#say(isCopied ? done : COPY_FAILED);
  }

  /** @param {Event} event */
  #act(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    switch (button?.dataset.action) {
      case "copy":
        this.#take(this.#notes, "Copied");
        break;
      case "link":
        this.#take(link(this.#answers), LINK_COPIED);
        break;
      case "page":
        this.#take(link(new URLSearchParams()), PAGE_COPIED);
        break;
      case "print":
        print();
        break;
      case "save":
        this.#say(this.saved.save(this.#answers));
        break;
      case "delete":
        this.#say(this.saved.delete());
        this.#find("[data-action=save]").focus();
        break;
      case "restart":
        this.#find("[type=reset]").click();
        this.#form.querySelector("input")?.focus();
        break;
    }
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#section.querySelector(selector));
  }
}

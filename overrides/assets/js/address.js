// Answers in the page's address, after "#", where browsers do not send them to servers: followed, as Back and Forward too.

import { parse } from "./answers.js";

export class Address {
  #form;
  /** The answers that the form was last filled in with from here. */
  #followed = "";

  /**
   * @param {HTMLFormElement} form
   * @param {(answers: Map<string, string> | undefined) => void} fill Given nothing when the address has no answers any more.
   */
  constructor(form, fill) {
    this.#form = form;
    addEventListener("hashchange", () => this.#follow(fill));
    this.#follow(fill);
  }

  /** @returns {boolean} Whether the form was last filled in from here. */
  get isFollowed() {
    return this.#followed !== "";
  }

  /** Takes answers out of the address: the form holds them no more. */
  clear() {
    this.#followed = "";
    if (this.#answers()) {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
  }

  /** @param {(answers: Map<string, string> | undefined) => void} fill */
  #follow(fill) {
    const text = location.hash.slice(1);
    const answers = this.#answers();
    // Any other text after "#" is a place in the page: going there and back changes no answer.
    if (text !== this.#followed && (answers || !text)) {
      this.#followed = text;
      fill(answers);
    }
  }

  #answers() {
    return parse(location.hash.slice(1), this.#form);
  }
}

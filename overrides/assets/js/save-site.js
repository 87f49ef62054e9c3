// The part of a page where the whole site is saved on this device: its size first, then how far it is, and a way back.

import { isSparing } from "./connection.js";
import { show as showKept } from "./kept-list.js";
import { CACHE, LIST, WHOLE, isOffered, register } from "./offline.js";
import { removePages } from "./removing.js";
import { saveAll } from "./saving.js";

const MB = 1e6;
/** Why saving ended, if the reader ended it. */
const STOPPED = "stopped";
const WORDS = {
  refused: "This browser does not let a site keep pages. You can print a page instead.",
  withdrawn: "Saving the site is switched off for now. You can print a page instead.",
  unknown: "The size could not be found out. Check your connection and load this page again.",
  lost: "The connection was lost. What has arrived is kept. You could try again later.",
  full: "There is not enough room on this device. You could remove something else, and try again.",
  stopped: "Stopped. What has arrived is kept.",
  saved: "The whole site is saved on this device. It is brought up to date when you come back with a connection.",
  removed: "Removed from this device. Pages that you read from now on are kept as you read them.",
};

class SaveSite {
  #stop = new AbortController();

  /** @param {HTMLElement} section */
  constructor(section) {
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-save-${name}]`));
    this.size = part("size");
    this.status = part("status");
    this.save = part("start");
    this.stop = part("stop");
    this.remove = part("remove");
    this.bar = /** @type {HTMLProgressElement} */ (part("bar"));
    this.progress = part("progress");
    this.kept = part("kept");
    this.save.addEventListener("click", () => this.#save());
    this.stop.addEventListener("click", () => this.#stop.abort(STOPPED));
    this.remove.addEventListener("click", () => this.#remove());
  }

  /** Says what there is to save, or what is saved. */
  async look() {
    if (!("serviceWorker" in navigator && isOffered())) {
      this.size.textContent = isOffered() ? WORDS.refused : WORDS.withdrawn;
      return;
    }
    const list = await this.#list();
    if (!list) {
      this.size.textContent = WORDS.unknown;
      return;
    }
    const room = Object.values(list.files).reduce((sum, [, bytes]) => sum + bytes, 0);
    const spare = isSparing() ? " You have asked your browser to save data." : "";
    this.size.textContent = `The whole site is ${inMb(list.fetch)} to fetch. It takes about ${inMb(room)} of room.${spare}`;
    await this.#offer();
  }

  /** Offers what can be done next. */
  async #offer() {
    const cache = await caches.open(CACHE).catch(() => undefined);
    const keys = (await cache?.keys()) ?? [];
    const isWhole = keys.some(({ url }) => url === WHOLE);
    this.save.hidden = isWhole;
    this.stop.hidden = this.progress.hidden = true;
    this.remove.hidden = !keys.length;
    if (isWhole && !this.status.textContent) this.status.textContent = WORDS.saved;
    await showKept(this.kept).catch(() => {});
  }

  async #save() {
    this.#stop = new AbortController();
    this.bar.value = 0;
    this.save.hidden = this.remove.hidden = true;
    this.stop.hidden = this.progress.hidden = false;
    this.stop.focus();
    this.status.textContent = "Saving the site.";
    this.status.textContent = await this.#trySaving();
    await this.#offer();
    (this.save.hidden ? this.remove : this.save).focus();
  }

  /** @returns {Promise<string>} What to say in the end. */
  async #trySaving() {
    try {
      // So that the browser does not clear it away when room gets short.
      await navigator.storage?.persist?.();
      await register();
    } catch {
      return WORDS.refused;
    }
    try {
      const list = await this.#list();
      if (!list) return WORDS.lost;
      await saveAll(list, this.#stop, (part) => {
        this.bar.value = part;
      });
      return WORDS.saved;
    } catch (error) {
      if (this.#stop.signal.reason === STOPPED) return WORDS.stopped;
      return error instanceof DOMException && error.name === "QuotaExceededError" ? WORDS.full : WORDS.lost;
    }
  }

  async #remove() {
    try {
      await removePages();
      this.status.textContent = WORDS.removed;
    } catch {
      this.status.textContent = "Could not remove it. Clear this site’s data in your browser’s settings.";
    }
    await this.#offer();
    this.save.focus();
  }

  /** @returns {Promise<import("./saving.js").List | undefined>} */
  async #list() {
    const response = await fetch(LIST).catch(() => undefined);
    return response?.ok ? response.json() : undefined;
  }
}

/** @param {number} bytes */
function inMb(bytes) {
  return `${Math.max(1, Math.round(bytes / MB))} MB`;
}

const section = document.querySelector("[data-save-site]");
if (section instanceof HTMLElement) {
  new SaveSite(section).look();
}

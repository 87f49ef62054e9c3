// What the page knows of the runtime: written into it by generator/runtime/browser_bundle.py.

/**
 * @typedef {object} RuntimeFile One file of the runtime.
 * @property {string} path Where it is, from the site's root.
 * @property {string} integrity Its hash, as in HTML's `integrity` attribute: `sha256-…`.
 * @property {number} bytes Its length once decompressed.
 *
 * @typedef {object} Limits How long to wait, in milliseconds.
 * @property {number} stall For the next bytes of a download.
 * @property {number} start For Python to start once everything has arrived.
 * @property {number} answer For one answer.
 *
 * @typedef {object} Manifest
 * @property {string} index The folder of Pyodide's files, from the site's root.
 * @property {string} wheel The name of the calculators' archive.
 * @property {object} lock The contents of Pyodide's lock, which lists no package.
 * @property {Record<string, RuntimeFile>} files All files to fetch, by name.
 * @property {import("./thaw.js").Memory | null} memory If they are the frozen Python: what is known of its memory.
 * @property {Record<string, RuntimeFile>} whole What to fetch instead, should something be missing in the files.
 * @property {Limits} limits
 */

/** The site's root: scripts are in `assets/js/`. */
export const SITE = new URL("../../", import.meta.url).href;

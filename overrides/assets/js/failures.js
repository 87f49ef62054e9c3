// Everything that can go wrong between a press of Calculate and an answer, and what the reader is told.

/** @type {Record<string, string>} */
const SENTENCES = {
  missing: "Part of the calculator could not be fetched. Check your connection, then try again.",
  damaged: "Part of the calculator arrived damaged. Check your connection, then try again.",
  stalled: "The calculator stopped arriving. Check your connection, then try again.",
  blocked: "This browser, or the network you are on, does not let the calculator run. Try another browser.",
  late: "The calculator took too long to start. Close other tabs or programs, then try again.",
  unready: "The calculator could not start in this browser. Load the page again, or try another browser.",
  incomplete: "Part of this calculator is missing on this site. Use the worked example, or the part “On paper” of this page.",
  stopped: "The calculator took too long, so it was stopped. Check your answers, then try again.",
  broken: "The calculator stopped working. Check your answers, then try again.",
};

/** Why there is no answer. */
export class Failure extends Error {
  /** @param {string} cause One of the keys above; any other is told as "broken". */
  constructor(cause) {
    super(SENTENCES[cause] ?? SENTENCES.broken);
    this.name = "Failure";
    /** @type {string} */
    this.cause = cause;
  }
}

/**
 * Any error as a failure a reader can be told of.
 * @param {unknown} error
 * @param {string} cause Of an error that says none.
 * @returns {Failure}
 */
export function asFailure(error, cause = "broken") {
  return error instanceof Failure ? error : new Failure(cause);
}

// What to mend: a summary above the form, and the same sentence by each question.

import { create } from "./elements.js";
import { selectLine } from "./log-lines.js";

const TITLE_MARK = "Error: ";

/** @typedef {{field: string, id: string, message: string}} Problem Both names are empty if it concerns no one question. */

/**
 * Takes every sign of earlier problems away.
 * @param {HTMLFormElement} form
 */
export function clear(form) {
  const summary = summaryOf(form);
  summary.replaceChildren();
  summary.hidden = true;
  for (const message of form.querySelectorAll(".question__error")) {
    message.remove();
  }
  for (const question of form.querySelectorAll(".question--error")) {
    question.classList.remove("question--error");
  }
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
  }
  for (const described of form.querySelectorAll("[data-described]")) {
    restoreDescription(/** @type {HTMLElement} */ (described));
  }
  if (document.title.startsWith(TITLE_MARK)) {
    document.title = document.title.slice(TITLE_MARK.length);
  }
}

/**
 * Shows problems in place of earlier ones.
 * @param {HTMLFormElement} form
 * @param {Problem[]} problems
 * @param {boolean} focus Whether to take the reader to the summary.
 */
export function show(form, problems, focus) {
  clear(form);
  const items = problems.map((problem) => {
    const question = form.querySelector(`[data-field="${CSS.escape(problem.field)}"]`);
    if (!question) {
      return create("li", {}, problem.message);
    }
    const control = controlOf(question, problem.id);
    // A cell of a row has its own words and its own place for what is wrong with it.
    const place = control.closest(".rows__cell") ?? question;
    question.classList.add("question--error");
    mark(place, control, problem);
    const link = create("a", { href: `#${control.id}` }, problem.message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(place, control, problem.message);
    });
    return create("li", {}, link);
  });
  // The role is on the inner box: on the one that takes focus it would be read twice, or not at all.
  const alert = create("div", { role: "alert" }, create("h2", {}, "There is a problem"), create("ul", {}, ...items));
  const box = create("div", { tabindex: "-1" }, alert);
  const summary = summaryOf(form);
  summary.append(box);
  summary.hidden = false;
  document.title = TITLE_MARK + document.title;
  if (focus) {
    box.focus();
  }
}

/**
 * The control a problem is about. Radio buttons are found by their name: the first stands for all.
 * @param {Element} question
 * @param {string} id
 * @returns {import("./answers.js").Field}
 */
function controlOf(question, id) {
  const name = id.replace(/^f-/, "");
  return /** @type {import("./answers.js").Field} */ (
    question.querySelector(`#${CSS.escape(id)}`) ??
      question.querySelector(`[name="${CSS.escape(name)}"]`) ??
      question.querySelector("[name]")
  );
}

/**
 * @param {Element} place The question, or the cell of a row.
 * @param {import("./answers.js").Field} control
 * @param {Problem} problem
 */
function mark(place, control, { field, message }) {
  const id = `f-${field}-error`;
  const prefix = create("span", { class: "visually-hidden" }, "Error:");
  const sentence = create("p", { class: "question__error", id }, prefix, ` ${message}`);
  place.querySelector(".question__control, .question__options, .question__date, .rating")?.before(sentence);
  const controls = [...place.querySelectorAll("[name]")];
  // A problem with the month concerns the month alone; one with the first part may be about the whole date.
  const wrong = controls.indexOf(control) > 0 ? [control] : controls;
  for (const each of wrong) {
    // A radio button cannot be wrong by itself; its group says what to do.
    if (each.getAttribute("type") !== "radio") {
      each.setAttribute("aria-invalid", "true");
    }
  }
  const group = place.matches("fieldset") ? place : place.querySelector(":scope > fieldset");
  describe(/** @type {HTMLElement} */ (group ?? control), id);
}

/**
 * Takes the reader to a question: its words first, so that they are not lost above the window.
 * @param {Element} place
 * @param {import("./answers.js").Field} control
 * @param {string} message
 */
function goTo(place, control, message) {
  const fold = place.closest("details");
  if (fold) {
    fold.open = true;
  }
  const row = place.closest("[hidden]");
  if (row instanceof HTMLElement) {
    row.hidden = false;
  }
  place.querySelector("legend, label")?.scrollIntoView();
  control.focus({ preventScroll: true });
  if (control instanceof HTMLTextAreaElement) {
    selectLine(control, message);
  }
}

/**
 * Adds the error to what a control is described by, remembering the rest.
 * @param {HTMLElement} element
 * @param {string} id
 */
function describe(element, id) {
  const before = element.getAttribute("aria-describedby") ?? "";
  element.dataset.described = before;
  element.setAttribute("aria-describedby", `${before} ${id}`.trim());
}

/** @param {HTMLElement} element */
function restoreDescription(element) {
  const before = element.dataset.described;
  delete element.dataset.described;
  if (before) {
    element.setAttribute("aria-describedby", before);
  } else {
    element.removeAttribute("aria-describedby");
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement}
 */
function summaryOf(form) {
  return /** @type {HTMLElement} */ (form.querySelector(".calculator__summary"));
}

// What to mend: a summary above the form, and the same sentence by each question.

import { create } from "./elements.js";

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
    // A group of radios has no control of its own: its first button stands for it.
    const control = question.querySelector(`#${CSS.escape(problem.id)}`) ?? question.querySelector("input");
    mark(question, problem);
    const link = create("a", { href: `#${control?.id}` }, problem.message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(question, /** @type {HTMLElement} */ (control));
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
 * @param {Element} question
 * @param {Problem} problem
 */
function mark(question, { field, message }) {
  question.classList.add("question--error");
  const id = `f-${field}-error`;
  const prefix = create("span", { class: "visually-hidden" }, "Error:");
  const sentence = create("p", { class: "question__error", id }, prefix, ` ${message}`);
  question.querySelector(".question__control, .question__options, .question__date")?.before(sentence);
  for (const input of question.querySelectorAll("input")) {
    input.setAttribute("aria-invalid", "true");
  }
  describe(/** @type {HTMLElement} */ (question.querySelector("fieldset, input")), id);
}

/**
 * Takes the reader to a question: its words first, so that they are not lost above the window.
 * @param {Element} question
 * @param {HTMLElement} control
 */
function goTo(question, control) {
  const fold = question.closest("details");
  if (fold) {
    fold.open = true;
  }
  question.querySelector("legend, label")?.scrollIntoView();
  control.focus({ preventScroll: true });
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

// What to mend: a summary above the form, and the same sentence by each question.

import { create } from "./elements.js";

const TITLE_MARK = "Error: ";

/** @typedef {{field: string, id: string, message: string}} Problem `id` is the control to go to, if there is one. */

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
    const control = document.getElementById(problem.id);
    if (!control || !form.contains(control)) {
      return create("li", {}, problem.message);
    }
    mark(control, problem);
    const link = create("a", { href: `#${problem.id}` }, problem.message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(control);
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
 * @param {HTMLElement} control
 * @param {Problem} problem
 */
function mark(control, { field, message }) {
  const question = /** @type {HTMLElement | null} */ (control.closest(".question"));
  if (!question || question.classList.contains("question--error")) {
    return;
  }
  question.classList.add("question--error");
  const id = `f-${field}-error`;
  const prefix = create("span", { class: "visually-hidden" }, "Error:");
  const sentence = create("p", { class: "question__error", id }, prefix, ` ${message}`);
  const group = question.querySelector("fieldset");
  const before = question.querySelector(".question__control, .question__options, .question__date");
  before?.before(sentence);
  for (const input of group?.querySelectorAll("input") ?? [control]) {
    input.setAttribute("aria-invalid", "true");
  }
  describe(group ?? control, id);
}

/**
 * Takes the reader to a question: its words first, so that they are not lost above the window.
 * @param {HTMLElement} control
 */
function goTo(control) {
  const fold = control.closest("details");
  if (fold) {
    fold.open = true;
  }
  control.closest(".question")?.querySelector("legend, label")?.scrollIntoView();
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

// A form's answers as text: for Python, for the part of a link after "#", and for what a reader keeps.

// An ordinary answer, as calculators/kit/questions.py has it; a longer one says so itself.
const LONGEST_VALUE = 500;
// All answers together, as calculators/__init__.py has it.
const LONGEST_LINK = 65_536;

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * All answers of a form, as `name=value&…`.
 * @param {HTMLFormElement} form
 * @returns {URLSearchParams}
 */
export function collect(form) {
  const longest = new Map([...fields(form)].map((field) => [field.name, longestOf(field)]));
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    // One more than is looked at, so that Python can see that there is more.
    answers.set(name, String(value).slice(0, (longest.get(name) ?? LONGEST_VALUE) + 1));
  }
  return answers;
}

/**
 * The answers that say something.
 * @param {URLSearchParams} answers
 * @returns {URLSearchParams}
 */
export function given(answers) {
  return new URLSearchParams([...answers].filter(([, value]) => value.trim() !== ""));
}

/**
 * The page's address with answers after "#", which browsers do not send to servers.
 * @param {URLSearchParams} answers None for the page alone.
 * @returns {string}
 */
export function link(answers) {
  const address = new URL(location.href);
  address.hash = given(answers).toString();
  return address.href;
}

/**
 * The answers in a text such as a link's "#" part that this form can take. Anything else in a link is a place in the
 * page.
 * @param {string} text `name=value&…`
 * @param {HTMLFormElement} form
 * @returns {Map<string, string> | undefined} Nothing if there is no answer.
 */
export function parse(text, form) {
  if (text.length > LONGEST_LINK) {
    return undefined;
  }
  const all = [...fields(form)];
  const answers = new Map(
    [...new URLSearchParams(text)].filter(([name, value]) =>
      all.some((field) => field.name === name && (isPicked(field) ? field.value === value : value.trim() !== "")),
    ),
  );
  return answers.size ? answers : undefined;
}

/**
 * Fills a form with answers; what they do not say is left empty.
 * @param {HTMLFormElement} form
 * @param {Map<string, string>} answers
 */
export function fill(form, answers) {
  for (const field of fields(form)) {
    const value = answers.get(field.name)?.slice(0, longestOf(field)) ?? "";
    if (field instanceof HTMLInputElement && isPicked(field)) {
      field.checked = field.value === value;
    } else {
      field.value = value;
    }
  }
}

/**
 * Whether every question that must be answered is. What the answers say is for Python to check.
 * @param {HTMLFormElement} form
 * @returns {boolean}
 */
export function isComplete(form) {
  return [...form.querySelectorAll("[data-required]")].every((question) => {
    const rows = question.querySelector("[data-rows]");
    if (rows instanceof HTMLElement) {
      return [...rows.children].filter(isBegun).length >= Number(rows.dataset.rows);
    }
    const asked = [...fields(question)];
    return asked.some(isPicked) ? asked.some(isAnswered) : asked.every(isAnswered);
  });
}

/**
 * Whether anything in a part of a form is answered.
 * @param {Element} part
 * @returns {boolean}
 */
export function isBegun(part) {
  return [...fields(part)].some(isAnswered);
}

/**
 * The names of the questions about safety.
 * @param {HTMLFormElement} form
 * @returns {string[]}
 */
export function safetyNames(form) {
  return [...form.querySelectorAll("[data-safety]")].map((question) => question.getAttribute("data-field") ?? "");
}

/** @param {Field} field Whether it is there to be picked, not to type in. */
function isPicked(field) {
  return field.type === "radio" || field.type === "checkbox";
}

/** @param {Field} field */
function isAnswered(field) {
  return field instanceof HTMLInputElement && isPicked(field) ? field.checked : field.value.trim() !== "";
}

/** @param {Field} field */
function longestOf(field) {
  return Number(field.dataset.longest ?? LONGEST_VALUE);
}

/**
 * The fields that hold answers; helpers beside them have no name.
 * @param {Element} part Of a form, or all of it.
 * @returns {NodeListOf<Field>}
 */
function fields(part) {
  return part.querySelectorAll("input[name], textarea[name]");
}

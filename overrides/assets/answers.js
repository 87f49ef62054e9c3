// A form's answers as text: for Python, and for the part of a link after "#".

const LONGEST_VALUE = 500;
const LONGEST_LINK = 4096;

/**
 * All answers of a form, as `name=value&…`.
 * @param {HTMLFormElement} form
 * @returns {URLSearchParams}
 */
export function collect(form) {
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    answers.set(name, String(value).slice(0, LONGEST_VALUE));
  }
  return answers;
}

/**
 * The page's address with the answers after "#", which browsers do not send to servers. Empty answers are left out.
 * @param {URLSearchParams} answers
 * @returns {string}
 */
export function link(answers) {
  const given = new URLSearchParams([...answers].filter(([, value]) => value.trim() !== ""));
  const address = new URL(location.href);
  address.hash = given.toString();
  return address.href;
}

/**
 * The answers in a link's "#" part that this form has fields for. Anything else there is a place in the page.
 * @param {string} hash With its "#".
 * @param {HTMLFormElement} form
 * @returns {Map<string, string> | undefined} Nothing if there is no answer.
 */
export function fromHash(hash, form) {
  if (hash.length > LONGEST_LINK) {
    return undefined;
  }
  const names = new Set([...fields(form)].map((field) => field.name));
  const answers = new Map([...new URLSearchParams(hash.slice(1))].filter(([name]) => names.has(name)));
  return answers.size ? answers : undefined;
}

/**
 * Fills a form with answers; what they do not say is left empty.
 * @param {HTMLFormElement} form
 * @param {Map<string, string>} answers
 */
export function fill(form, answers) {
  for (const field of fields(form)) {
    const value = answers.get(field.name)?.slice(0, LONGEST_VALUE) ?? "";
    if (field.type === "radio") {
      field.checked = field.value === value;
    } else {
      field.value = value;
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {NodeListOf<HTMLInputElement>}
 */
function fields(form) {
  return form.querySelectorAll("input[name]");
}

// What a printed sheet shows that no page does: the day it was printed, and an answer in letters of 12 points, on one side
// of a sheet or on both, with room to write (css/sheet.css).

import { dayFromToday, plainDay } from "./days.js";

const root = document.documentElement;
const MM = 96 / 25.4;
// What lies between the margins of a sheet, in millimetres, less what browsers round.
const PAPERS = [
  { name: "a4", width: 185, height: 277 },
  { name: "letter", width: 190, height: 259 },
];
const CHOSEN = ["letters", "looked-up", "chart", "turn"];
const LINE_MM = 8;
// What browsers may leave empty at the foot of the first of two sides, so as not to break what belongs together.
const BREAK_MM = 40;
// One side first: with what is looked up, not read through, in smaller letters if need be, and then without its chart, whose
// numbers stand in the words as well. On two sides there is room for both.
const WAYS = [
  { points: 12, small: 12, chart: "block", sides: 1, lines: 4 },
  { points: 12, small: 10, chart: "block", sides: 1, lines: 2 },
  { points: 12, small: 10, chart: "none", sides: 1, lines: 2 },
  { points: 12, small: 12, chart: "block", sides: 2, lines: 4 },
  ...[12, 11, 10, 9].map((points) => ({ points, small: points, chart: "none", sides: 2, lines: 0 })),
];

export function preparePaper() {
  addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-printed]")) {
      place.textContent = `Printed on ${plainDay(dayFromToday(0))}`;
    }
    const sheet = document.querySelector(".has-answer .prose");
    if (!(sheet instanceof HTMLElement)) return;
    // A sheet is shorter than the page: where the reader was is beyond its end.
    const { scrollX: left, scrollY: top } = window;
    addEventListener("afterprint", () => scrollTo({ left, top, behavior: "instant" }), { once: true });
    asOnPaper(() => PAPERS.forEach((paper) => fit(sheet, paper)));
  });
}

/**
 * Lays the page out as on paper while something is measured; nothing of it is painted.
 * @param {() => void} measure
 */
function asOnPaper(measure) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const styles = document.querySelectorAll("link[media=print]");
  for (const style of styles) style.media = "all";
  root.classList.add("is-measured");
  measure();
  root.classList.remove("is-measured");
  for (const style of styles) style.media = "print";
}

/**
 * Chooses how an answer is set on a paper, and gives what it leaves of the sheet to notes.
 * @param {HTMLElement} sheet
 * @param {{ name: string, width: number, height: number }} paper
 */
function fit(sheet, { name, width, height }) {
  /** @param {Record<string, string>} values */
  const set = (values) => {
    for (const [key, value] of Object.entries(values)) root.style.setProperty(`--${key}`, value);
  };
  let left = 0;
  for (const { points, small, chart, sides, lines } of WAYS) {
    set({ "sheet-width": `${width}mm`, letters: `${points}pt`, "looked-up": `${small}pt`, chart, turn: sides > 1 ? "" : "none" });
    left = sides * height - (sides - 1) * BREAK_MM - sheet.getBoundingClientRect().height / MM;
    if (left >= lines * LINE_MM) break;
  }
  const notes = Math.floor(Math.max(0, left) / LINE_MM) * LINE_MM;
  for (const key of CHOSEN) set({ [`${key}-${name}`]: root.style.getPropertyValue(`--${key}`) });
  set({ [`notes-${name}`]: `${notes}mm` });
  for (const key of ["sheet-width", ...CHOSEN]) root.style.removeProperty(`--${key}`);
}

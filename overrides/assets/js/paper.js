// What a printed sheet shows that no page does: the day it was printed, and an answer in the largest letters that leave it
// on one side with room to write (css/sheet.css).

import { dayFromToday, plainDay } from "./days.js";

const root = document.documentElement;
const MM = 96 / 25.4;
// What lies between the margins of a sheet, in millimetres; of the height less what browsers round.
const PAPERS = [
  { name: "a4", width: 186, height: 277 },
  { name: "letter", width: 191, height: 259 },
];
const LINE_MM = 8;
// From what a tired reader would rather have to what a very long answer must make do with. A chart goes before large letters
// do: its numbers stand in the words as well, and it is on the page.
const WAYS = [
  { points: 12, chart: "block", lines: 2 },
  ...[12, 11.5, 11, 10.5, 10].map((points) => ({ points, chart: "none", lines: 2 })),
  ...[10, 9.5, 9].map((points) => ({ points, chart: "none", lines: 0 })),
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
 * Chooses how an answer is set on a paper, and gives what it leaves of the side to notes.
 * @param {HTMLElement} sheet
 * @param {{ name: string, width: number, height: number }} paper
 */
function fit(sheet, { name, width, height }) {
  /** @param {Record<string, string>} values */
  const set = (values) => {
    for (const [key, value] of Object.entries(values)) root.style.setProperty(`--${key}`, value);
  };
  let left = 0;
  for (const { points, chart, lines } of WAYS) {
    set({ "sheet-width": `${width}mm`, letters: `${points}pt`, chart });
    left = height - sheet.getBoundingClientRect().height / MM;
    if (left >= lines * LINE_MM) break;
  }
  const notes = Math.floor(Math.max(0, left) / LINE_MM) * LINE_MM;
  for (const key of ["letters", "chart"]) set({ [`${key}-${name}`]: root.style.getPropertyValue(`--${key}`) });
  set({ [`notes-${name}`]: `${notes}mm` });
  for (const key of ["sheet-width", "letters", "chart"]) root.style.removeProperty(`--${key}`);
}

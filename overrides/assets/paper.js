// A printed sheet says on which day it was printed.

import { dayFromToday, plainDay } from "./days.js";

export function datePaper() {
  addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-printed]")) {
      place.textContent = `Printed on ${plainDay(dayFromToday(0))}`;
    }
  });
}

// Says that the page in front of a reader has changed since; loads nothing by itself, since they may be filling in a form.

import { create } from "./elements.js";

/** Shows the notice once. */
export function tell() {
  if (document.querySelector(".newer")) return;
  const show = create("button", { type: "button", class: "button button--small" }, "Show the new version");
  const later = create("button", { type: "button", class: "button button--small" }, "Not now");
  const loss = document.querySelector("[data-calculator]") ? " Your answers would be cleared." : "";
  const words = create("p", {}, `This page has changed since you opened it.${loss}`);
  const box = create("div", { class: "notice newer", role: "status" }, words, show, later);
  show.addEventListener("click", () => location.reload());
  later.addEventListener("click", () => box.remove());
  document.querySelector("main")?.append(box);
}

"""One visit to one page in a real browser, timed inside the page."""

from __future__ import annotations

import json
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import calculators
from benchmarks.lines import CountingHandler
from benchmarks.pages import SLUG
from benchmarks.slow_processor import slowed
from calculators.kit.query import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page, Playwright

# `shown()` resolves with the time of the first frame that shows a new answer. Our form is filled in as soon as it is
# there; a rival's page has none, and answers by itself.
_WATCH = """
addEventListener("DOMContentLoaded", () => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({type: "longtask", buffered: true});
  const result = document.querySelector(".calculator__result");
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  const shown = () => new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      resolve(frame());
    });
    watch.observe(result, {childList: true});
  });
  const form = document.querySelector("form.calculator__form");
  for (const [name, value] of form ? Object.entries(ANSWERS) : []) {
    const radio = document.getElementById(`f-${name}-${value}`);
    if (radio) radio.checked = true; else if (value) document.getElementById(`f-${name}`).value = value;
  }
  window.press = async () => {
    const start = performance.now();
    const seen = shown();
    form.requestSubmit();
    return await seen - start;
  };
  window.answered = form || !result.firstChild ? shown() : frame();
  if (AT_ONCE) form?.requestSubmit();
});
"""
_LONGEST_TASK = "() => Math.max(0, ...window.tasks.map((task) => task.duration))"
#: How long a browser is left alone after its answer, in milliseconds, to put compiled code into its cache.
_SETTLE_MS = 2_500
#: How long a reader takes over the form, in milliseconds.
_FILLING_MS = 5_000
_LATER_PRESSES = 3
_RANGE = re.compile(r"\b\d+ to \d+")
#: However slow the line and the processor, in milliseconds.
_PATIENCE_MS = 180_000


@dataclass(frozen=True)
class Visit:
    """What one visit took.

    Attributes:
        answer_ms: from navigation to the frame that shows the answer, in milliseconds.
        kilobytes: what crossed the wire, in units of 1,000 bytes.
        task_ms: the longest time the page did not react, in milliseconds.
    """

    answer_ms: float
    kilobytes: float
    task_ms: float


@dataclass(frozen=True)
class Filled:
    """What a reader waits for who takes 5 seconds over our form.

    Attributes:
        press_ms: from the first press on Calculate to the frame that shows the answer, in milliseconds.
        later_ms: the same for later answers, the slowest of three.
        task_ms: the longest time the page did not react, in milliseconds.
        kilobytes_before: what the runtime sent before the form was touched, in units of 1,000 bytes.
    """

    press_ms: float
    later_ms: float
    task_ms: float
    kilobytes_before: float


class Reader:
    """Someone with a browser that keeps what it fetched."""

    def __init__(self, context: BrowserContext, answers: dict[str, str]) -> None:
        self._context = context
        self._answers = answers
        answer = json.loads(calculators.answer(SLUG, encode(answers), ""))
        self._ranges = set(_RANGE.findall(answer["html"]))

    def visit(self, url: str) -> Visit:
        """Open a page, and read the answer it gives as soon as it can."""
        with self._page(url, at_once=True) as page:
            answer = page.evaluate("window.answered")
            _check(page.locator(".calculator__result").inner_html(), self._ranges)
            return Visit(answer, CountingHandler.sent / 1_000, page.evaluate(_LONGEST_TASK))

    def fill_in(self, url: str) -> Filled:
        """Open our page, touch the form, press Calculate 5 seconds later, and then three times more."""
        with self._page(url, at_once=False) as page:
            page.wait_for_load_state("networkidle")
            before = CountingHandler.runtime / 1_000
            page.locator("form input[type=text]").first.focus()
            page.wait_for_timeout(_FILLING_MS)
            press = page.evaluate("window.press()")
            later = max(page.evaluate("window.press()") for _ in range(_LATER_PRESSES))
            return Filled(press, later, page.evaluate(_LONGEST_TASK), before)

    @contextmanager
    def _page(self, url: str, *, at_once: bool) -> Iterator[Page]:
        page = self._context.new_page()
        page.set_default_timeout(_PATIENCE_MS)
        watch = _WATCH.replace("ANSWERS", json.dumps(self._answers)).replace("AT_ONCE", json.dumps(at_once))
        page.add_init_script(watch)
        CountingHandler.restart()
        page.goto(url, wait_until="domcontentloaded")
        yield page
        page.wait_for_timeout(_SETTLE_MS)
        page.close()


def _check(html: str, ranges: set[str]) -> None:
    """A quick wrong answer would be no rival."""
    found = set(_RANGE.findall(html))
    if found != ranges:
        raise RuntimeError(f"The page gives other ranges: {sorted(found ^ ranges)}")


@contextmanager
def reader(playwright: Playwright, chromium: str, answers: dict[str, str], slower: int) -> Iterator[Reader]:
    """A reader with nothing cached, whose processor is so many times slower."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium)
        try:
            with slowed(profile, slower):
                yield Reader(context, answers)
        finally:
            context.close()

"""One visit to one page in a real browser, timed inside the page."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from generator.static_server import SiteHandler, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page, Playwright

# The clock starts at the press and stops with the first frame that shows the answer.
_WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({type: "longtask", buffered: true});
  const result = document.querySelector(".calculator__result");
  window.answered = new Promise((resolve) => {
    addEventListener("pointerdown", () => {
      const start = performance.now();
      new MutationObserver(() => requestAnimationFrame(() => resolve(performance.now() - start)))
        .observe(result, {childList: true});
    }, {capture: true, once: true});
  });
}"""
_LONGEST_TASK = "() => Math.max(0, ...window.tasks.map((task) => task.duration))"
_ANSWER_FORM = """(answers) => {
  for (const [name, value] of Object.entries(answers)) {
    const radio = document.getElementById(`f-${name}-${value}`);
    if (radio) radio.checked = true; else if (value) document.getElementById(`f-${name}`).value = value;
  }
}"""
#: How long after its answer a browser is left alone, in milliseconds, to put compiled code into its cache.
_SETTLE_MS = 2_500


@dataclass(frozen=True)
class Visit:
    """What one visit took.

    Attributes:
        answer_ms: from the press on Calculate to the answer on the screen, in milliseconds.
        frozen_ms: the longest time the page did not react, in milliseconds.
        kilobytes: what crossed the wire, in units of 1,000 bytes.
    """

    answer_ms: float
    frozen_ms: float
    kilobytes: float


class CountingHandler(SiteHandler):
    """Counts what it sends, over one line of a given speed that all connections share."""

    sent: ClassVar[int] = 0
    bytes_a_second: ClassVar[float] = float("inf")
    _free_at: ClassVar[float] = 0.0
    _turn: ClassVar[Lock] = Lock()

    def write(self, body: bytes) -> None:
        """Send the body in pieces, no faster than the line allows."""
        piece = 16_384
        for start in range(0, len(body), piece):
            part = body[start : start + piece]
            time.sleep(self._wait(len(part)))
            super().write(part)

    @classmethod
    def _wait(cls, size: int) -> float:
        """Seconds until the line has carried so many bytes more."""
        with cls._turn:
            now = time.monotonic()
            cls.sent += size
            cls._free_at = max(now, cls._free_at) + size / cls.bytes_a_second
            return cls._free_at - now


@contextmanager
def line(site: Path, megabits: float) -> Iterator[str]:
    """Serve the site over a line of so many megabits a second; yields the address."""
    CountingHandler.bytes_a_second = megabits * 125_000
    with serve(site, handler=CountingHandler) as url:
        yield url


@contextmanager
def reader(playwright: Playwright, chromium: str) -> Iterator[BrowserContext]:
    """A browser with an empty cache of its own, kept between visits."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium)
        yield context
        context.close()


def visit(context: BrowserContext, url: str, answers: dict[str, str], filling_ms: int) -> Visit:
    """Open a page, spend some time filling in its form, press Calculate, and read the answer.

    Args:
        context: whose cache is used.
        url: the page.
        answers: what to fill in, where the page has a form.
        filling_ms: how long the reader has had a field in focus before the press, in milliseconds; 0 presses at once.
    """
    page = context.new_page()
    CountingHandler.sent = 0
    page.goto(url, wait_until="networkidle")
    page.evaluate(_WATCH)
    if page.locator("form[novalidate]").count():
        page.evaluate(_ANSWER_FORM, answers)
        if filling_ms:
            page.locator("form input[type=text]").first.focus()
    page.wait_for_timeout(filling_ms)
    _press(page)
    taken = Visit(page.evaluate("window.answered"), page.evaluate(_LONGEST_TASK), CountingHandler.sent / 1_000)
    page.wait_for_timeout(_SETTLE_MS)
    page.close()
    return taken


def _press(page: Page) -> None:
    page.get_by_role("button", name="Calculate").dispatch_event("pointerdown")
    page.get_by_role("button", name="Calculate").dispatch_event("click")

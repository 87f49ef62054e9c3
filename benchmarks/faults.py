"""``python -m benchmarks faults``: how soon a reader is told what broke, and has the next answer.

Breaks the same files as the tests of faults do, and prints each time beside what is promised.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks import pages
from tests.browser import faulty_server as host
from tests.browser.faults import CRASHED, FAULTS, STUCK, WATCH_TASKS, WHOLE_FAULTS
from tests.browser.faulty_server import FaultySite
from tools.chromium import ADVICE, OPTIONS, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD_WITHIN_MS = 2_000
_ANSWERED_WITHIN_MS = 15_000
_LONGEST_TASK_MS = 200
_PATIENCE_MS = 60_000


def main() -> int:
    """Build, break, print. Returns 1 where a promise was not kept."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(ADVICE)
    expect.set_options(timeout=_PATIENCE_MS)
    with tempfile.TemporaryDirectory() as folder:
        pages.build(Path(folder) / "site")
        site = FaultySite(Path(folder) / "site")
        with site.serve(), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
            rows = [*_told(browser, site), *_answered(browser, site)]
            browser.close()
    print("| broken | at most ms | measured ms | |\n|---|---|---|---|")
    for what, most, taken in rows:
        print(f"| {what} | {most:,} | {taken:,.0f} | {'met' if taken <= most else 'NOT MET'} |")
    return any(taken > most for _, most, taken in rows)


def _told(browser: Browser, site: FaultySite) -> Iterator[tuple[str, int, float]]:
    """From the press on Calculate to the sentence, in milliseconds. What stalls may also wait until its time is up."""
    for name, (fault, sentence) in (FAULTS | WHOLE_FAULTS).items():
        site.fault, site.whole = fault, name in WHOLE_FAULTS
        with _talk_test(browser, site) as page:
            began = time.monotonic()
            _ask(page, "50")
            expect(page.locator(".calculator__failure").get_by_role("alert")).to_contain_text(sentence)
            taken = (time.monotonic() - began) * 1000
        yield name, _TOLD_WITHIN_MS + (host.LIMITS_MS["stall"] if fault.stalled else 0), taken


def _answered(browser: Browser, site: FaultySite) -> Iterator[tuple[str, int, float]]:
    """After a calculator that got stuck: from the press to the next answer, and how long the page ever stood still."""
    site.fault, site.whole = STUCK, True
    with _talk_test(browser, site) as page:
        page.evaluate(WATCH_TASKS)
        failure = page.locator(".calculator__failure")
        for place, (age, sentence) in enumerate(CRASHED.items()):
            _ask(page, age)
            expect(failure).to_contain_text(sentence)
            began = time.monotonic()
            _ask(page, f"6{place}")
            expect(page.locator(".result__answers")).to_contain_text(f"6{place} years")
            yield f"stuck calculator {age}, next answer", _ANSWERED_WITHIN_MS, (time.monotonic() - began) * 1000
        yield "stuck calculators, longest task", _LONGEST_TASK_MS, page.evaluate("longest")


@contextmanager
def _talk_test(browser: Browser, site: FaultySite) -> Iterator[Page]:
    """The calculator in a browser that has never seen the site, filled in but for the age."""
    context = browser.new_context(base_url=site.url)
    context.set_default_timeout(_PATIENCE_MS)
    page = context.new_page()
    page.goto("calculators/talk-test/")
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    yield page
    context.close()


def _ask(page: Page, age: str) -> None:
    page.locator("#f-age").fill(age)
    page.get_by_role("button", name="Calculate").click()

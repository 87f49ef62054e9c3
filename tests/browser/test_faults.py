"""Whatever goes wrong on the way, a reader sees one sentence, keeps the worked example, and can try again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import faulty_server as host
from tests.browser.faulty_server import Fault, FaultySite

# Every core may be busy with other tests: what is told, not how fast, is asked here.

pytestmark = pytest.mark.xdist_group("faults")

DAMAGED = "Part of the calculator arrived damaged."
MISSING = "Part of the calculator could not be fetched."
STALLED = "The calculator stopped arriving."
BLOCKED = "does not let the calculator run."
STOPPED = "The calculator took too long, so it was stopped."
BROKEN = "The calculator stopped working."

WASM, LIBRARY, LOADER, GLUE, WHEEL = "asm.wasm", "stdlib.zip", "pyodide.mjs", "asm.js", ".whl"
SOME = 20_000
FAULTS = {
    "wasm missing": (Fault(WASM, host.missing), MISSING),
    "wasm cut": (Fault(WASM, sent=SOME), DAMAGED),
    "wasm short": (Fault(WASM, host.shortened), DAMAGED),
    "wasm corrupt": (Fault(WASM, host.flipped), DAMAGED),
    "wasm of the wrong type": (Fault(WASM, host.mistyped), DAMAGED),
    "wasm stalled": (Fault(WASM, sent=SOME, stalled=True), STALLED),
    "wasm never begun": (Fault(WASM, sent=0, stalled=True), STALLED),
    "library missing": (Fault(LIBRARY, host.missing), MISSING),
    "library cut": (Fault(LIBRARY, sent=SOME), DAMAGED),
    "library corrupt": (Fault(LIBRARY, host.flipped), DAMAGED),
    "library stalled": (Fault(LIBRARY, sent=SOME, stalled=True), STALLED),
    "loader missing": (Fault(LOADER, host.missing), MISSING),
    "loader corrupt": (Fault(LOADER, host.flipped), DAMAGED),
    "glue missing": (Fault(GLUE, host.missing), MISSING),
    "glue cut": (Fault(GLUE, sent=SOME), DAMAGED),
    "calculators altered": (Fault(WHEEL, host.flipped), DAMAGED),
    "calculators missing": (Fault(WHEEL, host.missing), MISSING),
    "worker missing": (Fault("/worker.js", host.missing), MISSING),
    "worker blocked": (Fault("/worker.js", host.no_wasm), BLOCKED),
}

# A broken file that the browser keeps "for ever", one that never ended, and the worker itself.
MENDED = (Fault(WASM, host.flipped), Fault(LIBRARY, sent=SOME, stalled=True), Fault("/worker.js", host.missing))

CRASHES = """
import json, os, sys, calculators
def answer(slug, query, root):
    if "age=91" in query:
        while True:
            pass
    if "age=92" in query:
        os.abort()
    if "age=93" in query:
        sys.setrecursionlimit(10**9)
        json.loads("[" * 10**6)
    if "age=94" in query:
        [0] * 10**9
    return calculators.answer(slug, query, root)
answer
"""


@pytest.fixture(scope="module")
def site(site_dir: Path) -> Iterator[FaultySite]:
    site = FaultySite(site_dir)
    with site.serve():
        yield site


@pytest.fixture
def calculator(browser: Browser, site: FaultySite) -> Iterator[Page]:
    """The talk test in a browser that has never seen the site."""
    context = browser.new_context(base_url=site.url)
    yield context.new_page()
    site.fault = None
    context.close()


@pytest.mark.parametrize(("fault", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_broken_download_ends_in_one_sentence(
    calculator: Page, site: FaultySite, fault: Fault, sentence: str
) -> None:
    page = calculator
    site.fault = fault
    page.goto("calculators/talk-test/")
    example = page.locator(".calculator__result").inner_html()
    fill(page, age="50")
    page.get_by_role("button", name="Calculate").click()

    failure = page.locator(".calculator__failure")
    expect(failure.get_by_role("alert")).to_contain_text(sentence)
    expect(failure.locator("p")).to_have_count(1)
    assert page.locator(".calculator__result").inner_html() == example
    assert "[object" not in page.locator("main").inner_text()
    expect(page.locator(".calculator__progress")).to_be_hidden()


@pytest.mark.parametrize("fault", MENDED, ids=lambda fault: fault.name)
def test_try_again_works_once_the_host_is_mended(calculator: Page, site: FaultySite, fault: Fault) -> None:
    page = calculator
    site.fault = fault
    page.goto("calculators/talk-test/")
    fill(page, age="50")
    page.get_by_role("button", name="Calculate").click()
    failure = page.locator(".calculator__failure")
    again = failure.get_by_role("button", name="Try again")
    expect(again).to_be_focused()
    site.fault = None
    again.click()
    expect(page.locator(".result__title")).to_be_focused()
    expect(failure).to_be_hidden()


def test_a_stuck_calculator_is_ended_and_another_started(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.fault = Fault(
        "/worker.js", host.rewritten(r'pyodide\.pyimport\("calculators"\)\.answer', f"pyodide.runPython(`{CRASHES}`)")
    )
    page.goto("calculators/talk-test/")
    failure = page.locator(".calculator__failure")
    for age, sentence in (("91", STOPPED), ("92", BROKEN), ("93", BROKEN), ("94", BROKEN)):
        fill(page, age=age)
        page.get_by_role("button", name="Calculate").click()
        # The page goes on while Python does not.
        assert page.evaluate("1 + 1") == 2
        expect(failure).to_contain_text(sentence)
        fill(page, age="50")
        page.get_by_role("button", name="Calculate").click()
        expect(failure).to_be_hidden()
        expect(page.locator(".calculator__result")).to_contain_text("50")


def fill(page: Page, age: str) -> None:
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill(age)

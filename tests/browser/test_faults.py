"""Whatever goes wrong on the way, a reader sees one sentence, keeps the worked example, and can try again."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Worker, expect

from generator.runtime.wasm import TRAP, Module
from tests.browser import faulty_server as host
from tests.browser.faulty_server import Fault, FaultySite

DAMAGED = "Part of the calculator arrived damaged."
MISSING = "Part of the calculator could not be fetched."
STALLED = "The calculator stopped arriving."
BLOCKED = "does not let the calculator run."
LATE = "The calculator took too long to start."
INCOMPLETE = "Part of this calculator is missing on this site."
UNREADY = "The calculator could not start in this browser."
STOPPED = "The calculator took too long, so it was stopped."
BROKEN = "The calculator stopped working."

WASM, LIBRARY, LOADER, GLUE, WHEEL, WORKER = "asm.wasm", "stdlib.zip", "pyodide.mjs", "asm.js", ".whl", "/worker.js"
SOME = 20_000
# Of the frozen Python, which a reader fetches first.
FAULTS = {
    "wasm missing": (Fault(WASM, host.missing), MISSING),
    "wasm cut": (Fault(WASM, sent=SOME), DAMAGED),
    "wasm short": (Fault(WASM, host.shortened), DAMAGED),
    "wasm corrupt": (Fault(WASM, host.flipped), DAMAGED),
    "wasm of the wrong type": (Fault(WASM, host.mistyped), DAMAGED),
    "wasm stalled": (Fault(WASM, sent=SOME, stalled=True), STALLED),
    "wasm never begun": (Fault(WASM, sent=0, stalled=True), STALLED),
    "glue missing": (Fault(GLUE, host.missing), MISSING),
    "glue cut": (Fault(GLUE, sent=SOME), DAMAGED),
    "glue of the wrong type": (Fault(GLUE, host.mistyped), DAMAGED),
    "worker missing": (Fault(WORKER, host.missing), MISSING),
    "worker cut": (Fault(WORKER, sent=900), MISSING),
    "worker of the wrong type": (Fault(WORKER, host.mistyped), MISSING),
    "worker never begun": (Fault(WORKER, sent=0, stalled=True), STALLED),
    "worker blocked": (Fault(WORKER, host.no_wasm), BLOCKED),
    "part of the worker missing": (Fault("/download.js", host.missing), MISSING),
}
# Of the whole Pyodide, which is fetched should the frozen one fail.
WHOLE_FAULTS = {
    "whole wasm corrupt": (Fault(WASM, host.flipped), DAMAGED),
    "library missing": (Fault(LIBRARY, host.missing), MISSING),
    "library cut": (Fault(LIBRARY, sent=SOME), DAMAGED),
    "library corrupt": (Fault(LIBRARY, host.flipped), DAMAGED),
    "library stalled": (Fault(LIBRARY, sent=SOME, stalled=True), STALLED),
    "loader missing": (Fault(LOADER, host.missing), MISSING),
    "loader corrupt": (Fault(LOADER, host.flipped), DAMAGED),
    "loader of the wrong type": (Fault(LOADER, host.mistyped), DAMAGED),
    "calculators altered": (Fault(WHEEL, host.flipped), DAMAGED),
    "calculators missing": (Fault(WHEEL, host.missing), MISSING),
    "calculators stalled": (Fault(WHEEL, sent=SOME, stalled=True), STALLED),
    "start failed": (Fault(WORKER, host.rewritten(r"loadPyodide\(\{", "loadNothing({")), UNREADY),
    "calculators incomplete": (Fault(WORKER, host.rewritten(r'"calculators"', '"nothing"')), INCOMPLETE),
}

# One of each file, and one of each way: a broken file that the browser keeps "for ever", one that never ended, …
MENDED = (
    "wasm corrupt",
    "wasm cut",
    "library stalled",
    "loader of the wrong type",
    "calculators altered",
    "worker missing",
    "worker never begun",
    "start failed",
)

SCRIPTS = {
    "first script missing": Fault("/calculator.js", host.missing),
    "first script cut": Fault("/calculator.js", sent=900),
    "first script of the wrong type": Fault("/calculator.js", host.mistyped),
    "second script missing": Fault("/calculator-form.js", host.missing),
    "second script corrupt": Fault(
        "/calculator-form.js", host.rewritten("class CalculatorForm", "clas CalculatorForm")
    ),
    "part of a script missing": Fault("/answers.js", host.missing),
}
STALLED_SCRIPTS = {
    "first script stalled": Fault("/calculator.js", sent=900, stalled=True),
    "second script stalled": Fault("/calculator-form.js", sent=900, stalled=True),
}

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
CALLS_CALCULATORS = r'pyodide\.pyimport\("calculators"\)\.answer'

# What kept the page itself from moving, in milliseconds.
WATCH = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}"""
LONGEST_TASK_MS = 200
NEXT_ANSWER_S = 15
TOLD_WITHIN_S = 2


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
    site.limits = host.LIMITS_MS
    site.whole = False
    site.built_so = {}
    context.close()


def press(page: Page) -> None:
    page.get_by_role("button", name="Calculate").click()


def _with_a_trap(site: Path, name: str) -> dict[str, bytes]:
    """The frozen program without one more function, by its path."""
    (path,) = (path for path in site.glob(f"assets/pyodide/*/*{WASM}") if "whole" not in path.parent.name)
    module = Module.read(path.read_bytes())
    (export,) = (each for each in module.exports() if each.name == name)
    bodies = module.bodies()
    assert bodies[module.place(export)] != TRAP
    bodies[module.place(export)] = TRAP
    return {path.relative_to(site).as_posix(): module.with_bodies(bodies).write()}


def fill(page: Page, age: str = "50") -> None:
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill(age)


def open_filled(page: Page) -> str:
    """Open the talk test, and fill it in. Gives the worked example."""
    page.goto("calculators/talk-test/")
    example = page.locator(".calculator__result").inner_html()
    fill(page)
    return example


def stretch() -> float:
    """How much longer everything takes because the machine has other work."""
    return max(1, os.getloadavg()[0] / (os.cpu_count() or 1))


def try_again(page: Page) -> None:
    failure = page.locator(".calculator__failure")
    failure.get_by_role("button", name="Try again").click()
    expect(page.locator(".result__title")).to_be_focused()
    expect(failure).to_be_hidden()
    expect(page.locator("#f-age")).to_have_value("50")


@pytest.mark.parametrize("name", [*FAULTS, *WHOLE_FAULTS])
def test_a_broken_download_ends_in_one_sentence(calculator: Page, site: FaultySite, name: str) -> None:
    page = calculator
    site.whole = name in WHOLE_FAULTS
    site.fault, sentence = (FAULTS | WHOLE_FAULTS)[name]
    example = open_filled(page)
    began = time.monotonic()
    press(page)
    failure = page.locator(".calculator__failure")
    expect(failure.get_by_role("alert")).to_contain_text(sentence)
    waited = host.LIMITS_MS["stall"] / 1000 if site.fault.stalled else 0
    assert time.monotonic() - began < (TOLD_WITHIN_S + waited) * stretch()
    expect(failure.get_by_role("button", name="Try again")).to_be_focused()
    expect(failure.locator("p")).to_have_count(1)
    assert page.locator(".calculator__result").inner_html() == example
    assert "[object" not in page.locator("main").inner_text()
    expect(page.locator(".calculator__progress")).to_be_hidden()
    if name in MENDED:
        site.fault = None
        try_again(page)


def test_a_trap_in_the_frozen_python_brings_the_whole_one(calculator: Page, site: FaultySite) -> None:
    page = calculator
    # Called for an answer, but not to start.
    site.built_so = _with_a_trap(site.directory, "_pyproxy_apply")
    fetched: list[str] = []
    page.on("requestfinished", lambda request: fetched.append(request.url))
    page.goto("calculators/talk-test/")
    for age in ("60", "61"):
        fill(page, age=age)
        press(page)
        expect(page.locator(".result__answers")).to_contain_text(age)
    expect(page.locator(".calculator__failure")).to_be_hidden()
    assert len([url for url in fetched if url.endswith(WASM)]) == 2
    assert len([url for url in fetched if url.endswith(LIBRARY)]) == 1


def test_a_start_that_takes_too_long_is_ended(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.limits = {**host.LIMITS_MS, "start": 500}
    site.fault = Fault(WORKER, host.rewritten(r"return thaw\(", "return new Promise(() => {}, "))
    open_filled(page)
    press(page)
    expect(page.locator(".calculator__failure")).to_contain_text(LATE)


def test_a_connection_lost_half_way_and_found_again(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.fault = Fault(WASM, sent=SOME, stalled=True)
    example = open_filled(page)
    press(page)
    expect(page.locator(".calculator__stage")).to_have_text("Getting the calculator")
    page.context.set_offline(True)
    site.fault = None
    failure = page.locator(".calculator__failure")
    expect(failure.get_by_role("alert")).to_contain_text("Check your connection, then try again.")
    assert page.locator(".calculator__result").inner_html() == example
    failure.get_by_role("button", name="Try again").click()
    expect(failure.get_by_role("alert")).to_contain_text(MISSING)
    page.context.set_offline(False)
    try_again(page)


def test_a_start_that_failed_before_it_was_wanted_is_not_told(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.fault = Fault(WASM, host.missing)
    ended: list[Worker] = []
    page.on("worker", lambda worker: worker.on("close", lambda closed: ended.append(closed)))  # noqa: PLW0108 - Playwright takes no built-in
    open_filled(page)
    while not ended:
        page.wait_for_timeout(50)
    site.fault = None
    press(page)
    expect(page.locator(".result__title")).to_be_focused()
    expect(page.locator(".calculator__failure")).to_be_hidden()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_page_without_one_of_its_scripts_says_so_and_reads_on(calculator: Page, site: FaultySite, name: str) -> None:
    page = calculator
    site.fault = SCRIPTS[name]
    page.goto("calculators/talk-test/")
    expect(page.locator("[data-not-arrived]")).to_be_visible()
    expect(page.locator("[data-not-arrived]")).to_contain_text("then load the page again")
    expect(page.locator(".result__title")).to_be_visible()
    press(page)  # nothing is sent anywhere
    assert page.url == f"{site.url}calculators/talk-test/"
    site.fault = None
    page.reload()
    expect(page.locator("[data-not-arrived]")).to_be_hidden()


@pytest.mark.parametrize("name", STALLED_SCRIPTS)
def test_a_script_that_stalls_is_told_and_works_when_it_comes(calculator: Page, site: FaultySite, name: str) -> None:
    page = calculator
    page.clock.install()
    site.fault = STALLED_SCRIPTS[name]
    page.goto("calculators/talk-test/", wait_until="commit")
    notice = page.locator("[data-not-arrived]")
    expect(notice).to_have_count(1)
    page.wait_for_function("document.documentElement.classList.contains('js') && document.readyState !== 'loading'")
    page.clock.run_for(19_000)
    expect(notice).to_be_hidden()
    page.clock.run_for(2_000)
    expect(notice).to_be_visible()


def test_a_stuck_calculator_is_ended_and_another_started(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.whole = True
    site.fault = Fault(WORKER, host.rewritten(CALLS_CALCULATORS, f"pyodide.runPython(`{CRASHES}`)"))
    page.goto("calculators/talk-test/")
    page.evaluate(WATCH)
    failure = page.locator(".calculator__failure")
    for place, (age, sentence) in enumerate((("91", STOPPED), ("92", BROKEN), ("93", BROKEN), ("94", BROKEN))):
        fill(page, age=age)
        press(page)
        # The page goes on while Python does not.
        assert page.evaluate("1 + 1") == 2
        expect(failure).to_contain_text(sentence)
        began = time.monotonic()
        fill(page, age=f"6{place}")
        press(page)
        expect(failure).to_be_hidden()
        expect(page.locator(".result__answers")).to_contain_text(f"6{place} years")
        assert time.monotonic() - began < NEXT_ANSWER_S * stretch()
    assert page.evaluate("longest") < LONGEST_TASK_MS * stretch()


def test_presses_on_a_stuck_calculator_do_not_add_up(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.whole = True
    site.fault = Fault(WORKER, host.rewritten(CALLS_CALCULATORS, f"pyodide.runPython(`{CRASHES}`)"))
    page.goto("calculators/talk-test/")
    fill(page)
    press(page)
    expect(page.locator(".result__title")).to_be_focused()
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    fill(page, age="91")
    for _ in range(8):
        press(page)
    fill(page, age="51")
    press(page)
    expect(page.locator(".calculator__result")).to_contain_text("51")
    # The first press got stuck, and the fresh worker was never asked what nobody waits for.
    assert len(workers) == 1

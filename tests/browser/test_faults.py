"""Whatever goes wrong on the way, a reader sees one sentence, keeps the worked example, and can try again."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Worker, expect

from generator.runtime.wasm import TRAP, Module
from tests.browser import faulty_server as host
from tests.browser.faults import (
    CRASHED,
    FAULTS,
    GLUE,
    LATE,
    LIBRARY,
    MISSING,
    SCRIPTS,
    SOME,
    STALLED_SCRIPTS,
    STUCK,
    WASM,
    WATCH_TASKS,
    WHOLE_FAULTS,
    WORKER,
)
from tests.browser.faulty_server import Fault, FaultySite
from tests.browser.waiting import wait_until

NO_LIMITS_MS = dict.fromkeys(host.LIMITS_MS, 600_000)
"""Longer than a test waits."""

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


def _frozen(site: Path, name: str) -> Path:
    (path,) = (path for path in site.glob(f"assets/pyodide/*/*{name}") if "whole" not in path.parent.name)
    return path


def _with_a_trap_in_the_script(site: Path) -> dict[str, bytes]:
    """The frozen script with one more trap, where it calls a function of Python's; by its path."""
    path = _frozen(site, GLUE)
    script, times = re.subn(
        r"(?=_check_gil\(\);let [^;]*;[^;]*=__pyproxy_apply\()", "leftOut();", path.read_text("utf-8")
    )
    assert times == 1
    return {path.relative_to(site).as_posix(): script.encode()}


def _with_a_trap(site: Path, name: str) -> dict[str, bytes]:
    """The frozen program without one more function, by its path."""
    path = _frozen(site, WASM)
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
    # What does not stall is told at once, not when time is up. `python -m benchmarks faults` says how soon.
    site.limits = host.LIMITS_MS if site.fault.stalled else NO_LIMITS_MS
    example = open_filled(page)
    press(page)
    failure = page.locator(".calculator__failure")
    expect(failure.get_by_role("alert")).to_contain_text(sentence)
    expect(failure.get_by_role("button", name="Try again")).to_be_focused()
    expect(failure.locator("p")).to_have_count(1)
    assert page.locator(".calculator__result").inner_html() == example
    assert "[object" not in page.locator("main").inner_text()
    expect(page.locator(".calculator__progress")).to_be_hidden()
    if name in MENDED:
        site.fault = None
        try_again(page)


@pytest.mark.parametrize("where", ["program", "script"])
def test_a_trap_in_the_frozen_python_brings_the_whole_one(calculator: Page, site: FaultySite, where: str) -> None:
    page = calculator
    # Called for an answer, but not to start.
    if where == "program":
        site.built_so = _with_a_trap(site.directory, "_pyproxy_apply")
    else:
        site.built_so = _with_a_trap_in_the_script(site.directory)
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
    wait_until(page, "document.documentElement.classList.contains('js') && document.readyState !== 'loading'")
    page.clock.run_for(19_000)
    expect(notice).to_be_hidden()
    page.clock.run_for(2_000)
    expect(notice).to_be_visible()


def test_a_stuck_calculator_is_ended_and_another_started(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.whole = True
    site.fault = STUCK
    page.goto("calculators/talk-test/")
    page.evaluate(WATCH_TASKS)
    failure = page.locator(".calculator__failure")
    for place, (age, sentence) in enumerate(CRASHED.items()):
        fill(page, age=age)
        press(page)
        # The page goes on while Python does not.
        assert page.evaluate("1 + 1") == 2
        expect(failure).to_contain_text(sentence)
        fill(page, age=f"6{place}")
        press(page)
        expect(failure).to_be_hidden()
        expect(page.locator(".result__answers")).to_contain_text(f"6{place} years")
    # Had the page itself waited for Python, it would have stood still until the limit.
    assert page.evaluate("longest") < host.LIMITS_MS["answer"]


def test_presses_on_a_stuck_calculator_do_not_add_up(calculator: Page, site: FaultySite) -> None:
    page = calculator
    site.whole = True
    site.fault = STUCK
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

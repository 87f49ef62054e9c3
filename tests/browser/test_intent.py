"""What counts as wanting a calculator: a touch, or the form in view where the connection is known to be fast."""

import json

import pytest
from playwright.sync_api import Page, expect

CALCULATOR = "calculators/talk-test/"
FAST = {"effectiveType": "4g", "saveData": False}
STARTED = "performance.getEntriesByName('calculator-start').length"
IN_VIEW_MS = 2500
ASKED = """window.asked = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  if (message.kind === "ask") window.asked.push(message.id);
  post.apply(this, arguments);
};"""
PRACTICES = 30  # as in overrides/assets/js/runtime.js
ASKED_OFTEN = """(times) => new Promise((resolve) => {
  setInterval(() => window.asked.length >= times && resolve(), 20);
})"""


def go(page: Page, connection: object, address: str = CALCULATOR) -> None:
    """Open a page over a connection as the browser tells of it; None if it tells nothing."""
    value = json.dumps(connection)
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {value} }})")
    page.goto(address)


def bring_into_view(page: Page) -> None:
    page.locator("#f-signs-no").evaluate("(field) => field.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(IN_VIEW_MS)


def test_on_a_fast_connection_a_form_in_view_starts_its_calculator(page: Page) -> None:
    with page.expect_worker() as started:
        go(page, FAST)
        page.locator("#f-signs-no").evaluate("(field) => field.scrollIntoView({ block: 'center' })")
    assert started.value.url.endswith("/worker.js")


@pytest.mark.parametrize("connection", [None, {}, {**FAST, "effectiveType": "3g"}, {**FAST, "saveData": True}], ids=str)
def test_on_any_other_connection_the_view_starts_nothing(page: Page, connection: object) -> None:
    go(page, connection)
    bring_into_view(page)
    assert page.evaluate(STARTED) == 0


def test_a_form_that_is_scrolled_past_starts_nothing(page: Page) -> None:
    go(page, FAST)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(IN_VIEW_MS)
    assert page.evaluate(STARTED) == 0


def test_with_data_saver_on_only_a_press_starts_it(page: Page) -> None:
    go(page, {**FAST, "saveData": True})
    page.wait_for_load_state("networkidle")
    page.locator(".calculator__form").hover(position={"x": 5, "y": 5})
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill("61")
    page.wait_for_timeout(500)
    assert page.evaluate(STARTED) == 0
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".calculator__actions")).to_be_visible()
    assert page.evaluate(STARTED) == 1


def test_an_article_starts_nothing_however_fast_the_connection(page: Page) -> None:
    go(page, FAST, "articles/flare-ups/")
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    page.wait_for_timeout(IN_VIEW_MS)
    assert page.evaluate(STARTED) == 0
    assert not page.evaluate(
        "performance.getEntriesByType('resource').filter(({name}) => /pyodide|wheels/.test(name)).length"
    )


def test_a_calculator_practises_until_it_is_asked(page: Page) -> None:
    page.add_init_script(ASKED)
    go(page, None)
    page.locator("#f-age").fill("61")
    page.evaluate(ASKED_OFTEN, 2)
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".calculator__actions")).to_be_visible()
    page.wait_for_timeout(500)
    *practised, asked = page.evaluate("window.asked")
    assert set(practised) == {0}
    assert asked == 1


def test_a_calculator_that_nobody_asks_stops_practising(page: Page) -> None:
    page.add_init_script(ASKED)
    go(page, None)
    page.locator("#f-age").fill("61")
    page.evaluate(ASKED_OFTEN, PRACTICES)
    page.wait_for_timeout(500)
    assert page.evaluate("window.asked") == [0] * PRACTICES
    expect(page.locator("[data-example]")).to_be_visible()

"""A calculator's form as a reader meets it: mistakes, answers, links, and what can be taken away."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Route, expect

import calculators
from tests.allowed_html import ELEMENTS
from tests.browser.conftest import Place

PATIENT_MS = 30_000
RESULT_JS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js" / "result.js"


@pytest.fixture
def talk_test(page: Page) -> Page:
    page.goto("calculators/talk-test/")
    return page


def calculate(page: Page) -> None:
    page.get_by_role("button", name="Calculate").click()


def answer(page: Page, age: str = "50") -> None:
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill(age)


def test_an_empty_form_says_what_to_mend(talk_test: Page) -> None:
    page = talk_test
    title = page.title()
    page.locator("#f-resting").fill("70")
    calculate(page)
    summary = page.locator(".calculator__summary")
    expect(summary.get_by_role("alert")).to_contain_text("There is a problem", timeout=PATIENT_MS)
    expect(summary.locator("[tabindex]")).to_be_focused()
    assert page.title() == f"Error: {title}"
    expect(page.locator("#f-age-error")).to_have_text("Error: Enter your age")
    expect(page.locator("#f-age")).to_have_attribute("aria-invalid", "true")
    assert "f-age-error" in (page.locator("#f-age").get_attribute("aria-describedby") or "")
    expect(page.locator("#f-resting")).to_have_value("70")

    for link in summary.get_by_role("link").all():
        link.click()
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"#{target}")).to_be_focused()
        question = page.locator(".question").filter(has=page.locator(f"#{target}"))
        expect(question.locator("legend, label").first).to_be_in_viewport()
    assert "#" not in page.url

    answer(page)
    calculate(page)
    expect(page.locator(".result__title")).to_be_focused()
    expect(summary).to_be_hidden()
    assert page.title() == title
    assert page.locator("[aria-invalid], .question__error").count() == 0


LIVE = """async (examples) => {
  const { Runtime } = await ownScript("runtime.js");
  const { toNodes } = await ownScript("result.js");
  const runtime = new Runtime(JSON.parse(document.querySelector("[data-runtime]").textContent));
  const found = {};
  for (const [slug, query] of Object.entries(examples)) {
    const { html } = await runtime.ask({ slug, query, root: "../../" }, new AbortController().signal);
    const shown = document.createElement("div");
    shown.append(toNodes(html));
    const page = await (await fetch(`../${slug}/`)).text();
    const built = new DOMParser().parseFromString(page, "text/html").querySelector(".calculator__result");
    found[slug] = [shown.innerHTML, built.innerHTML];
  }
  return found;
}"""


@pytest.mark.parametrize(
    "place", [Place("en-GB", "Europe/London"), Place("ar", "Pacific/Auckland"), Place("tr", "America/Los_Angeles")]
)
def test_the_live_examples_are_the_built_examples(talk_test: Page) -> None:
    examples = {slug: urlencode(calculators.find(slug).example) for slug in calculators.slugs()}
    found = talk_test.evaluate(LIVE, examples)
    assert list(found) == list(examples)
    for slug, (shown, built) in found.items():
        assert shown == built, slug


@pytest.mark.parametrize("script", ["calculator.js", "calculator-form.js"])
def test_a_press_before_a_script_has_come_is_answered(page: Page, script: str) -> None:
    waiting: list[Route] = []

    def hold(asked: Route) -> None:
        waiting.append(asked)

    page.route(f"**/{script}", hold, times=1)
    page.goto("calculators/talk-test/", wait_until="commit")
    calculate(page)
    assert page.locator(".calculator__summary").is_hidden()
    while not waiting:
        page.wait_for_timeout(50)
    waiting[0].continue_()
    expect(page.locator(".calculator__summary")).to_be_visible(timeout=PATIENT_MS)


def test_starting_again_brings_the_page_back(talk_test: Page) -> None:
    page = talk_test
    example = page.locator(".calculator__result").inner_html()
    answer(page, "61")
    calculate(page)
    page.get_by_role("button", name="Start again").click(timeout=PATIENT_MS)
    assert page.locator(".calculator__result").inner_html() == example
    expect(page.locator("[data-example]")).to_be_visible()
    expect(page.locator(".calculator__actions")).to_be_hidden()
    expect(page.locator("#f-age")).to_have_value("")


def test_a_link_carries_the_answers_to_another_reader(talk_test: Page) -> None:
    page = talk_test
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer(page, "61")
    calculate(page)
    page.get_by_role("button", name="Copy a link with my answers").click(timeout=PATIENT_MS)
    status = page.locator("[data-status]")
    expect(status).to_have_text("Link copied. The link holds your answers. Send it only to people you trust.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{page.url}#signs=no&pulse=no&age=61"

    page.get_by_role("button", name="Copy for my notes").click()
    expect(status).to_have_text("Copied")
    asked = json.loads(calculators.answer("talk-test", "signs=no&pulse=no&age=61", "../../"))
    assert page.evaluate("navigator.clipboard.readText()") == asked["notes"]

    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".calculator__note")).to_contain_text("Filled in from a link. Check the answers")
    expect(page.locator(".calculator__result")).to_contain_text("61", timeout=PATIENT_MS)
    expect(page.locator("#f-age")).to_have_value("61")


def test_text_that_cannot_be_copied_is_shown(talk_test: Page) -> None:
    page = talk_test
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    answer(page)
    calculate(page)
    page.get_by_role("button", name="Copy for my notes").click(timeout=PATIENT_MS)
    expect(page.locator("[data-status]")).to_have_text("Could not copy. Select the text and copy it yourself")
    expect(page.locator(".calculator__text")).to_be_focused()
    assert "50" in page.locator(".calculator__text").input_value()


def test_a_place_in_the_page_is_no_answer(page: Page) -> None:
    page.goto("calculators/talk-test/#references")
    page.goto("calculators/talk-test/#nothing=here&more=1")
    expect(page.locator(".calculator__note")).to_have_count(0)
    expect(page.locator("#f-age")).to_have_value("")


def test_buttons_fill_in_a_date(page: Page) -> None:
    page.clock.set_fixed_time(datetime(2027, 2, 26, 12, tzinfo=UTC))
    page.goto("calculators/build-up-planner/")
    page.locator(".calculator__more summary").click()
    boxes = [page.locator(f"[name$='-{part}']") for part in ("day", "month", "year")]
    for button, date in (
        ("Today", ["26", "2", "2027"]),
        ("Tomorrow", ["27", "2", "2027"]),
        ("Next Monday", ["1", "3", "2027"]),
    ):
        page.get_by_role("button", name=button).click()
        assert [box.input_value() for box in boxes] == date


SEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td)")]
  .filter((part) => !part.closest("form") && part.checkVisibility()).map((part) => part.textContent)"""
OLD = {
    "no WebAssembly": "delete window.WebAssembly",
    "no streaming": "delete WebAssembly.instantiateStreaming",
    "no workers": "delete window.Worker",
    "no module workers": "window.Worker = class { constructor(address) { this.address = address; } }",
    "older than our scripts": "delete AbortSignal.prototype.throwIfAborted",
}


@pytest.mark.parametrize("missing", OLD.values(), ids=OLD)
def test_an_old_browser_is_told_and_reads_the_whole_page(page: Page, missing: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto("calculators/talk-test/")
    usual = page.evaluate(SEEN)
    page.add_init_script(missing)
    asked.clear()
    page.reload()
    notice = page.locator("[data-too-old]")
    expect(notice).to_contain_text("needs a newer browser")
    expect(page.locator(".calculator__form")).to_be_hidden()
    expect(page.locator(".result__title")).to_be_visible()
    assert [words for words in page.evaluate(SEEN) if words != notice.inner_text()] == usual
    assert not [url for url in asked if "worker.js" in url or "pyodide" in url]


def test_the_page_accepts_every_element_a_result_may_hold() -> None:
    lists = re.findall(r"new Set\((.*?)\.split", RESULT_JS.read_text("utf-8"), re.DOTALL)
    elements, attributes = (set(re.findall(r"[a-zA-Z0-9-]+", words)) for words in lists)
    assert elements == set(ELEMENTS)
    assert attributes == {"class"} | set().union(*ELEMENTS.values())

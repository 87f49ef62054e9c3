"""A calculator's answer on paper: one sheet in large letters, with all that a reader hands over."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import calculators
from tests.browser.every_kind import answer_here, wait_for_answer

LONG_PLAN = {  # 26 weeks, each with its date
    "signs": "no",
    "crash": "no",
    "minutes": "5",
    "days": "3",
    "start-day": "23",
    "start-month": "11",
    "start-year": "2026",
}
SHEETS = [(slug, dict(calculators.find(slug).example)) for slug in calculators.slugs()]
SHEETS.append(("build-up-planner", LONG_PLAN))

SMALLEST_POINTS = 10
"""Of what is looked up, not read through, where it leaves an answer on one side."""
LETTERS_POINTS = 12
LINES_PIXELS = 60  # two lines of 8 mm
# Between the margins of a sheet, and all of it: a style asks for the height of the paper.
A4: ViewportSize = {"width": 703, "height": 1123}
CHART_PIXELS = 226  # 6 cm is 226.8
QR_PIXELS = 70  # 20 mm is 75.6 CSS pixels

TOLD_TO_TURN = "(paper) => document.documentElement.style.getPropertyValue(`--turn-${paper}`) !== 'none'"
SEEN = """() => {
  const points = (part) => Math.round(parseFloat(getComputedStyle(part).fontSize) * 75) / 100;
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
  const sizes = (selector) => seen(selector).map(points);
  const result = document.querySelector(".result");
  return {
    text: seen(".result > *, .help-now, .paper").map((part) => part.innerText).join(" ").replaceAll(/\\s+/g, " "),
    inputs: seen(".result__answers > div").length,
    asked: document.querySelectorAll(".result__answers > div").length,
    steps: seen(".result__next li").length,
    boxes: seen(".result__next li").filter((step) => getComputedStyle(step, "::before").borderTopStyle === "solid").length,
    cautions: seen(".result__cautions p").length,
    letters: Math.round(2 * Math.min(...sizes(".result__next li, .result__cautions p"))) / 2,
    notes: parseFloat(getComputedStyle(document.querySelector(".prose"), "::after").height),
    lead: Math.min(...sizes(".result__lead p")),
    smallest: Math.min(...sizes(".result :is(p, li, td, th, dt, dd), .help-now :is(p, li)")),
    turn: getComputedStyle(document.querySelector(".result__lead"), "::after").content.includes("two sides"),
    qr: document.querySelector(".way-back .qr").getBoundingClientRect().width,
    qr_below_top: document.querySelector(".way-back .qr").getBoundingClientRect().top - document.querySelector(".prose").getBoundingClientRect().top,
    charts: seen(".chart svg").map((svg) => svg.getBoundingClientRect().width),
    signs: [...document.querySelectorAll(".help-now li")].map((sign) => sign.textContent.trim()),
  };
}"""


def test_printing_leaves_the_page_where_it_was(page: Page) -> None:
    answer_here(page)
    page.goto(f"calculators/talk-test/#{urlencode(dict(calculators.find('talk-test').example))}")
    wait_for_answer(page)
    button = page.get_by_role("button", name="Copy for my notes")
    button.focus()
    page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    page.pdf()
    assert page.evaluate("scrollY") == 2000
    assert page.evaluate("document.querySelectorAll('link[media=print]').length") >= 2
    expect(button).to_be_focused()


@pytest.mark.parametrize(("slug", "answers"), SHEETS, ids=[f"{slug}-{len(given)}" for slug, given in SHEETS])
def test_an_answer_prints_on_one_sheet_with_all_a_reader_hands_over(
    page: Page, slug: str, answers: dict[str, str]
) -> None:
    answer_here(page)
    page.goto(f"calculators/{slug}/#{urlencode(answers)}")
    wait_for_answer(page)
    for paper in ("A4", "Letter"):
        sides = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
        told = page.evaluate(TOLD_TO_TURN, paper.lower())
        assert sides == (2 if told else 1), f"{paper} takes {sides} sides"

    # The text of a PDF is compressed, so what stands on the sheet is read from the page as it prints.
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.evaluate(SEEN)
    for words in (
        f"version {calculators.find(slug).version}",
        "The working, and more: ",
        f"/calculators/{slug}/",
        "Printed on ",
        "How sure is this?",
        *sheet["signs"],
    ):
        assert words in sheet["text"]
    assert sheet["inputs"] == sheet["asked"] > 0
    assert sheet["boxes"] == sheet["steps"] > 0
    assert sheet["cautions"] > 0
    assert sheet["letters"] >= LETTERS_POINTS
    assert sheet["notes"] >= LINES_PIXELS
    assert sheet["lead"] >= LETTERS_POINTS
    assert sheet["smallest"] >= (LETTERS_POINTS if sheet["turn"] else SMALLEST_POINTS)
    assert sheet["qr"] >= QR_PIXELS
    assert sheet["qr_below_top"] < QR_PIXELS, "where a side may end, it would be cut in two"
    assert all(width >= CHART_PIXELS for width in sheet["charts"])

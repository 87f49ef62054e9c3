"""Every article and calculator on paper: a sheet to keep first, nothing cut off, and no heading left alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pdf import sides, squeezed

DOCS = Path(__file__).resolve().parents[2] / "docs"
ADDRESSES = [
    f"{folder}/{file.stem}/"
    for folder in ("articles", "calculators")
    for file in sorted((DOCS / folder).glob("*.md"))
    if file.stem != "index"
]
PAPER = {"A4": 673, "Letter": 695}  # width between the margins of 16 mm, in CSS pixels
MOST_SIDES = 9

PARTS = """() => ({
  title: document.querySelector("h1").innerText,
  message: document.querySelector(".page__lead").innerText,
  questions: [...document.querySelectorAll(".section--questions-to-ask > ul > li")].map((part) => part.innerText),
  headings: [...document.querySelectorAll(".prose :is(h2, h3, h4, figcaption)")].map((part) => part.innerText),
})"""
CUT_OFF = """() => [...document.querySelectorAll("main *")]
  .filter((part) => part.checkVisibility() && !part.closest("svg"))
  .filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
  }).map((part) => part.outerHTML.slice(0, 120))"""
UNREADABLE = """() => [...document.querySelectorAll("main *")]
  .filter((part) => part.checkVisibility() && part.innerText?.trim())
  .filter((part) => getComputedStyle(part).color === getComputedStyle(part).backgroundColor)
  .map((part) => part.outerHTML.slice(0, 120))"""
BEHIND_THE_CODE = """() => {
  const code = document.querySelector(".way-back .qr").getBoundingClientRect();
  const meets = (box) => box.left < code.right && box.right > code.left && box.top < code.bottom && box.bottom > code.top;
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const behind = [];
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    if ([...range.getClientRects()].some(meets)) behind.push(words.currentNode.data);
  }
  return behind.filter((text) => text.trim());
}"""
SMALL_PRINT = """() => [...document.querySelectorAll(".page__head, .help-now, .section--quick-read, .section--what-you-can-try, .section--questions-to-ask")]
  .flatMap((part) => [...part.querySelectorAll("p, li, td, th")])
  .filter((part) => part.checkVisibility() && parseFloat(getComputedStyle(part).fontSize) * 0.75 < 12)
  .map((part) => part.outerHTML.slice(0, 120))"""
HELP_BELOW_PICTURE = """(part) => {
  const picture = getComputedStyle(part, "::after");
  const help = part.querySelector(".help-now").getBoundingClientRect().top - part.getBoundingClientRect().top;
  return help >= parseFloat(picture.top) + parseFloat(picture.height);
}"""
SHOWN = """(selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length"""
ON_SCREEN_ONLY = (
    ".site-nav, .tool, .page__tools, .contents, .breadcrumbs, .path, .display, .calculator__form, .site-footer"
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_prints_whole(page: Page, address: str) -> None:
    page.goto(address)
    parts = page.evaluate(PARTS)
    headings = {squeezed(heading) for heading in parts["headings"]}
    # Each size on half of the pages: what fits one nearly always fits the other, and printing takes seconds.
    paper = sorted(PAPER)[ADDRESSES.index(address) % len(PAPER)]
    printed = sides(page.pdf(format=paper))
    assert len(printed) <= MOST_SIDES
    first, second = (side.words for side in printed[:2])
    for words in (parts["title"], parts["message"], "Get help now"):
        assert squeezed(words) in first, words
    assert address in first
    if address.startswith("articles/"):
        assert "Quickread" in first
        for question in parts["questions"]:
            assert squeezed(question) in first + second, question
        assert "Whatthispagecovers" not in first + second
    for side in printed:
        assert side.lowest not in headings, f"{paper}: a side ends with a heading"

    page.emulate_media(media="print")
    assert page.evaluate(UNREADABLE) == []
    for width in PAPER.values():
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SHOWN, ON_SCREEN_ONLY) == 0


def test_a_sheet_has_boxes_to_tick_room_to_write_and_a_way_back(page: Page) -> None:
    page.set_viewport_size({"width": PAPER["A4"], "height": 1000})
    page.goto("articles/flare-ups/")
    page.emulate_media(media="print")
    box = "getComputedStyle(document.querySelector('.section--what-you-can-try > ol > li'), '::before')"
    assert page.evaluate(f"{box}.borderTopStyle") == "solid"
    assert page.evaluate(f"{box}.borderTopLeftRadius") != "50%"
    line = "getComputedStyle(document.querySelector('.section--questions-to-ask > ul > li'), '::after').height"
    assert float(page.evaluate(line).removesuffix("px")) >= 24
    assert page.locator(".way-back .qr").bounding_box()["width"] >= 75  # type: ignore[index]
    assert page.evaluate(SMALL_PRINT) == []


@pytest.mark.parametrize(
    "address", ["", "easy-read/", "start-here/", "calculators/", "get-help-now/", "articles/sleep-and-pain/"]
)
@pytest.mark.parametrize("paper", PAPER)
def test_nothing_stands_behind_the_code_that_leads_back(page: Page, address: str, paper: str) -> None:
    page.set_viewport_size({"width": PAPER[paper], "height": 1000})
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".way-back .qr")).to_be_visible()
    assert page.evaluate(BEHIND_THE_CODE) == []


@pytest.mark.parametrize("paper", PAPER)
def test_easy_read_prints_on_both_sides_of_one_sheet(page: Page, paper: str) -> None:
    page.set_viewport_size({"width": PAPER[paper], "height": 1000})
    page.goto("easy-read/")
    assert len(sides(page.pdf(format=paper))) == 2
    last = page.locator(".section--you-can-ask-for-help")
    for media in ("print", "screen"):
        page.emulate_media(media=media)
        assert last.evaluate(HELP_BELOW_PICTURE), media

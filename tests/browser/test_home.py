"""The home page: three doors, and a calculator to use at once."""

from playwright.sync_api import Page, Request, expect

from tests.browser.every_kind import answer_here
from tests.browser.pdf import sides

RUNTIME = ("/assets/pyodide/", "/assets/wheels/", "worker.js")


def test_the_calculator_waits_until_it_is_wanted(page: Page) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto("", wait_until="networkidle")
    assert asked
    assert not [url for url in asked if any(part in url for part in RUNTIME)]
    expect(page.locator(".calculator__form")).to_be_visible()
    expect(page.locator(".calculator__result")).to_be_hidden()


def test_the_calculator_answers_and_prints_on_one_side(page: Page) -> None:
    answer_here(page)
    page.goto("")
    for part in ("signs-no", "crash-no", "worse-sleep"):
        page.locator(f"#f-{part}").check(force=True)
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".result__title")).to_have_text("Today: ease back")
    expect(page.locator(".result__title")).to_be_focused()
    (sheet,) = sides(page.pdf(format="A4"))
    for expected in ("Today:easeback", "Gethelpnow", "Printedon"):
        assert expected in sheet.words
    assert "Whatdoyouneed" not in sheet.words
    assert "example//" not in sheet.words
    assert page.locator(".qr:visible").count() == 0


def test_each_need_has_a_door(page: Page) -> None:
    page.goto("")
    doors = page.locator(".section--what-do-you-need-today > ul:first-of-type > li > a")
    expect(doors).to_have_text(["I hurt more today", "I want to start moving", "I want to understand"])
    for place, words in enumerate(("flare", "build", "understand")):
        page.goto("")
        doors.nth(place).click()
        expect(page.locator("h1")).to_contain_text(words, ignore_case=True)

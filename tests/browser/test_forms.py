"""What a form does with answers of every kind, and what a reader can do with what it gives."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_kind import COMPLETE, NEEDED, answer_here, calculate, open_every_kind, wait_for_answer

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PLANNER = "calculators/build-up-planner/#signs=no&crash=no&minutes=5&days=3"  # 26 weeks


def type_in(page: Page, **more: str) -> None:
    for name, value in {**NEEDED, **{name.replace("_", "-"): value for name, value in more.items()}}.items():
        page.locator(f"#f-{name}").fill(value)
    for picked in ("signs-no", "pain-4"):
        page.locator(f"#f-{picked}").check(force=True)


def test_each_problem_leads_to_its_control(page: Page) -> None:
    open_every_kind(page)
    page.get_by_text("Change the settings").click()
    type_in(page, start_day="3", start_year="2027", steps_2_minutes="", diary="2027-01-01,2,3\n2027-01-02,x,3")
    calculate(page)
    links = page.locator(".calculator__summary a")
    expect(links).to_have_text(
        [
            "Step 2: Enter for how long",
            "Line 2: each number must be between 0 and 100, like 4 or 4.5",
            "Start must include a month",
        ]
    )
    for link, control in ((0, "f-steps-2-minutes"), (1, "f-diary"), (2, "f-start-month")):
        links.nth(link).click()
        expect(page.locator(f"#{control}")).to_be_focused()
        expect(page.locator(f"#{control}")).to_have_attribute("aria-invalid", "true")
    assert page.locator("[aria-invalid]").count() == 3
    assert page.locator("#f-steps-2-minutes").get_attribute("aria-describedby") == "f-steps-error"
    links.nth(1).click()
    assert page.evaluate("getSelection().toString()") == "2027-01-02,x,3"


def test_a_group_without_an_answer_leads_to_its_first_button(page: Page) -> None:
    open_every_kind(page)
    calculate(page)
    expect(page.locator(".calculator__summary a")).to_have_count(4, timeout=30_000)
    for link in page.locator(".calculator__summary a").all():
        link.click()
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"#{target}")).to_be_focused()
    assert [link.get_attribute("href") for link in page.locator(".calculator__summary a").all()] == [
        "#f-signs-no",
        "#f-age",
        "#f-pain-0",
        "#f-steps-1-what",
    ]


def test_every_kind_of_answer_travels_in_a_link(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_every_kind(page)
    page.get_by_text("Change the settings").click()
    diary = "\n".join(f"2027-01-{day:02},{day},{day}" for day in range(1, 32)) + "\n" + "2027-02-01,1,1\n" * 40
    type_in(page, diary=diary, height="1.7 m", name="a & b")
    page.locator("#f-gear-park").check(force=True)
    calculate(page)
    page.get_by_role("button", name="Copy a link with my answers").click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy a link without my answers").click()
    expect(page.locator("[data-status]")).to_contain_text("holds none of your answers")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.goto("about:blank")
    page.goto(link)
    wait_for_answer(page)
    expect(page.locator(".calculator__note")).to_contain_text("above all the safety questions")
    expect(page.locator("[data-status]")).to_contain_text("Filled in from a link.")
    assert page.locator("#f-diary").input_value().strip() == diary.strip()
    expect(page.locator("#f-gear-park")).to_be_checked()
    expect(page.locator("#f-gear-home")).not_to_be_checked()
    expect(page.locator("#f-pain-4")).to_be_checked()
    expect(page.locator(".result__lead")).to_contain_text("a & b")
    expect(page.locator(".result__lead")).to_contain_text("32 lines")


def test_a_link_with_some_answers_asks_for_the_rest_without_errors(page: Page) -> None:
    open_every_kind(page, "#age=50&steps-4-what=walk")
    note = page.locator(".calculator__note")
    expect(note).to_have_text("Filled in from a link. Answer the rest, then press Calculate.")
    expect(page.locator("#f-age")).to_have_value("50")
    expect(page.locator("#f-steps-4-what")).to_be_visible()
    expect(page.locator(".calculator__summary")).to_be_hidden()
    expect(page.locator("[data-example]")).to_be_visible()
    page.evaluate("location.hash = 'signs=no&age=51'")
    expect(note).to_have_text(
        "Filled in from a link. Check the safety answers and answer the rest, then press Calculate."
    )
    page.evaluate(f"location.hash = '{COMPLETE}'")
    wait_for_answer(page)
    page.evaluate("location.hash = 'age=52'")
    expect(page.locator(".calculator__actions")).to_be_hidden()


def test_back_leads_to_the_empty_form_and_forward_to_the_answers(page: Page) -> None:
    open_every_kind(page)
    example = page.locator(".calculator__result").inner_html()
    page.evaluate(f"location.hash = '{COMPLETE}'")
    wait_for_answer(page)
    page.go_back()
    expect(page.locator(".calculator__actions")).to_be_hidden()
    expect(page.locator("[data-example]")).to_be_visible()
    assert page.locator(".calculator__result").inner_html() == example
    expect(page.locator("#f-age")).to_have_value("")
    expect(page.locator("#f-pain-4")).not_to_be_checked()
    expect(page.locator(".calculator__note")).to_have_count(0)
    expect(page.locator("[data-status]")).to_have_text("The form is empty again.")
    page.go_forward()
    wait_for_answer(page)
    expect(page.locator("#f-age")).to_have_value("50")
    page.evaluate(f"location.hash = '{COMPLETE.replace('age=50', 'age=')}'")
    expect(page.locator(".calculator__actions")).to_be_hidden()
    page.go_back()
    wait_for_answer(page)


@pytest.mark.parametrize("start", ["", f"#{COMPLETE}"], ids=["typed", "linked"])
def test_a_place_in_the_page_and_back_changes_no_answer(page: Page, start: str) -> None:
    open_every_kind(page, start)
    if start:
        wait_for_answer(page)
    type_in(page, age="61")
    calculate(page)
    title = page.locator(".result__title")
    expect(title).to_have_text("What you said, at 61")
    page.evaluate("location.hash = 'references'")
    page.go_back()
    page.wait_for_url(f"**/{start}")
    expect(title).to_have_text("What you said, at 61")
    expect(page.locator("#f-age")).to_have_value("61")


def test_a_cleared_link_is_filled_in_again_on_the_way_back(page: Page) -> None:
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    page.evaluate("location.hash = 'references'")
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.locator("#f-age")).to_have_value("")
    page.go_back()
    wait_for_answer(page)
    page.get_by_role("button", name="Clear my answers").click()
    assert "#" not in page.url
    expect(page.locator("#f-age")).to_have_value("")


def test_rows_come_as_they_are_needed(page: Page) -> None:
    open_every_kind(page)
    rows = page.locator(".rows__row:visible")
    expect(rows).to_have_count(2)
    add = page.get_by_role("button", name="Add another step")
    add.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#f-steps-3-what")).to_be_focused()
    for _ in range(2):
        add.click()
    expect(rows).to_have_count(5)
    expect(add).to_be_hidden()
    page.get_by_role("button", name="Clear my answers").click()
    expect(rows).to_have_count(2)
    expect(page.locator("[data-status]")).to_have_text("Your answers are cleared.")


def test_rows_are_all_there_without_scripts(page: Page) -> None:
    page.route("**/js/calculator.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    open_every_kind(page, live=False)
    expect(page.locator(".rows__row:visible")).to_have_count(5)
    expect(page.locator(".timer__instead")).to_be_visible()
    expect(page.locator(".timer__clock")).to_be_hidden()


def test_files_are_made_on_this_device(page: Page) -> None:
    open_every_kind(page, f"#{COMPLETE}&start-day=1&start-month=3&start-year=2027")
    wait_for_answer(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    with page.expect_download() as calendar:
        page.get_by_role("button", name="Save dates to my calendar (.ics)").click()
    assert calendar.value.suggested_filename == "every-kind.ics"
    assert "SUMMARY:Walk\r\n" in calendar.value.path().read_bytes().decode()
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Save as a spreadsheet (.csv)").click()
    assert sheet.value.path().read_bytes().decode("utf-8-sig") == "Step,Minutes\r\nsit,2 “min”\r\nstand,3 “min”\r\n"
    assert not [url for url in sent if not url.startswith("blob:")]
    page.locator("#f-start-day").evaluate("(box) => { box.closest('details').open = true; }")
    for part in ("day", "month", "year"):
        page.locator(f"#f-start-{part}").fill("")
    calculate(page)
    expect(page.get_by_role("button", name="Save dates to my calendar (.ics)")).to_have_count(0)


def test_a_timer_counts_and_stops_when_told(page: Page) -> None:
    page.clock.install()
    open_every_kind(page)
    left, said = page.locator(".timer__number"), page.locator(".timer__said")
    page.get_by_role("button", name="Start", exact=True).focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Started.")
    page.clock.run_for(12_000)
    expect(left).to_have_text("18")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Stopped.")
    page.clock.run_for(5_000)
    expect(left).to_have_text("18")
    page.get_by_role("button", name="Reset").click()
    expect(left).to_have_text("30")
    page.get_by_role("button", name="Start", exact=True).click()
    page.clock.run_for(20_000)
    expect(said).to_have_text("10 seconds left.")
    page.clock.run_for(10_000)
    expect(said).to_have_text("Time is up.")
    expect(left).to_have_text("0")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_a_sheet_holds_what_a_reader_hands_over(page: Page) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 20, 12, tzinfo=UTC))
    answer_here(page)
    page.goto(PLANNER)
    wait_for_answer(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for words in ("Week 26", "Call 999", "How many minutes can you do now", "version 1.0", "20 November 2026"):
        expect(page.locator("main").get_by_text(words).filter(visible=True)).not_to_have_count(0)
    expect(page.locator(".paper")).to_contain_text("/calculators/build-up-planner/")
    for hidden in ("form", ".calculator__actions", ".calculator__note", ".site-header", ".onward"):
        expect(page.locator(hidden).first).to_be_hidden()
    qr = page.locator(".way-back .qr").bounding_box()
    assert qr is not None
    assert qr["width"] >= 70  # 20 mm is 75.6 CSS pixels
    sizes = "(selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) * 0.75"
    assert page.evaluate(sizes, ".result__lead p") >= 12
    assert page.evaluate(sizes, "tbody td") >= 12


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_a_readers_way(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_every_kind(page)
    page.get_by_text("Change the settings").click()
    calculate(page)
    expect(page.locator(".calculator__summary a").first).to_be_visible()
    page.evaluate(AXE.read_text("utf-8"))
    check = "async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html).join()])"
    assert page.evaluate(check) == []
    type_in(page)
    calculate(page)
    wait_for_answer(page)
    page.get_by_role("button", name="Save my answers").click()
    assert page.evaluate(check) == []
    small = """() => [...document.querySelectorAll(".calculator :is(button, input, label), .timer button")]
      .filter((part) => part.checkVisibility() && (part.matches("button, input")))
      .filter((part) => Math.min(part.offsetWidth, part.offsetHeight) < 44).map((part) => part.outerHTML)"""
    assert page.evaluate(small) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    gap = """() => document.querySelector(".result").getBoundingClientRect().top
      - document.querySelector("form").getBoundingClientRect().bottom"""
    assert page.evaluate(gap) >= 24

"""A log's helpers: a line written in a small form, lines from a file, and nothing lost on the way."""

import json
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import calculators
from tests.browser.every_kind import answer_here, open_every_kind

HEAD = "date,pain,minutes"
TRACKER = "calculators/progress-tracker/"
ASKED = ".log__ask"


@pytest.fixture
def diary(page: Page) -> Page:
    """A form with a log of pain and minutes, each from 0 to 100, on 20 November 2026."""
    page.clock.set_fixed_time(datetime(2026, 11, 20, 12, tzinfo=UTC))
    open_every_kind(page)
    return page


def write(page: Page, *numbers: str, day: str = "") -> None:
    if day:
        page.get_by_label("Day", exact=True).first.fill(day)
    boxes = page.locator(".log .input--w3")
    expect(boxes).to_have_count(len(numbers))
    for box, number in zip(boxes.all(), numbers, strict=True):
        box.fill(number)
    page.get_by_role("button", name="Add this line").click()


def choose(page: Page, content: str | bytes) -> None:
    buffer = content if isinstance(content, bytes) else content.encode()
    page.locator(".log__file").set_input_files({"name": "log.csv", "mimeType": "text/csv", "buffer": buffer})


def said(page: Page, *words: str) -> None:
    """What the helpers say: a sentence, then a list."""
    first, *items = words
    expect(page.locator(".log__said p")).to_have_text(first)
    expect(page.locator(".log__said li")).to_have_text(items)


def holds(page: Page, *lines: str) -> None:
    expect(page.locator("textarea[data-head]")).to_have_value("\n".join(lines))


def test_a_line_is_written_in_a_small_form(diary: Page) -> None:
    page = diary
    page.locator("#f-diary").fill("2026-11-21,1,1")
    numbers = page.locator(".log .input--w3")
    numbers.first.fill("4,5")  # as much of the world writes it
    numbers.first.press("Enter")
    said(page, "Added the line for 20 November 2026.")
    holds(page, "2026-11-20,4.5,", "2026-11-21,1,1")
    expect(numbers.first).to_have_value("")
    page.get_by_role("button", name="Add this line").click()
    said(page, "Enter at least one number")
    expect(numbers.first).to_be_focused()
    write(page, "", "3", day="2026-11-19")
    said(page, "Added the line for 19 November 2026.")
    holds(page, "2026-11-19,,3", "2026-11-20,4.5,", "2026-11-21,1,1")
    page.get_by_label("Day", exact=True).first.fill("")
    page.get_by_role("button", name="Add this line").click()
    said(page, "Choose a day")
    expect(page.get_by_label("Day", exact=True).first).to_be_focused()


@pytest.mark.parametrize("number", ["101", "-1", "4.55", "4,55", "1,000", "x", "<b>"])
def test_a_line_is_refused_in_the_calculators_own_words(diary: Page, number: str) -> None:
    page = diary
    page.locator("#f-diary").fill("2026-11-21,1,1")
    write(page, number, "3")
    line = f"2026-11-20,{number.replace(',', ' ')},3"
    problems = json.loads(calculators.answer("progress-tracker", f"log={line},0,0,0,0"))["problems"]
    assert "between 0 and 10," in problems[0]["message"]
    said(page, problems[0]["message"].replace("Line 1", "This line").replace("and 10,", "and 100,"))
    holds(page, "2026-11-21,1,1")
    expect(page.locator(".log .input--w3").first).to_have_value(number)
    assert page.locator(".log [aria-invalid]").count() == 2
    write(page, "5", "3")
    holds(page, "2026-11-20,5,3", "2026-11-21,1,1")
    assert page.locator(".log [aria-invalid]").count() == 0


def test_a_line_that_is_not_complete_is_refused(page: Page) -> None:
    answer_here(page)
    page.goto(TRACKER)
    write(page, "1", "2", "", "", "", "", day="2026-11-20")
    said(page, "The line of 20 November 2026 must have all 3 numbers of pain, enjoyment and activity, or none")
    holds(page, "")
    write(page, "1", "2", "3", "", "", "", day="2026-11-20")
    holds(page, "2026-11-20,1,2,3,,,")


def test_a_day_that_is_there_is_replaced_only_if_the_reader_says_so(diary: Page) -> None:
    page = diary
    page.locator("#f-diary").fill("2026-11-20,4,30\nnonsense\n2026-11-20,5,30")
    write(page, "6", "30")
    expect(page.locator(ASKED)).to_be_focused()
    expect(page.locator(f"{ASKED} li")).to_have_text("20 November 2026: there 5, 30; new 6, 30")
    page.get_by_role("button", name="Keep those that are there").click()
    said(page, "Nothing was replaced.")
    expect(page.locator(".log__said")).to_be_focused()
    holds(page, "2026-11-20,4,30", "nonsense", "2026-11-20,5,30")
    expect(page.locator(".log .input--w3").first).to_have_value("6")

    page.get_by_role("button", name="Add this line").click()
    page.get_by_role("button", name="Use the new numbers").click()
    said(page, "Replaced the line for 20 November 2026.")
    holds(page, "2026-11-20,6,30", "nonsense")
    expect(page.locator(".log .input--w3").first).to_have_value("")
    write(page, "6.0", "30")
    said(page, "The line for 20 November 2026 is there already.")
    expect(page.locator(ASKED)).to_be_hidden()
    holds(page, "2026-11-20,6,30", "nonsense")


def test_a_file_adds_its_lines_and_says_what_became_of_each(diary: Page) -> None:
    page = diary
    page.locator("#f-diary").fill("2026-11-17,1,1\n2026-11-18,1,1\nnonsense")
    lines = (
        HEAD,
        "2026-11-16,3,20",
        "not a line",
        "2026-11-17,1.0,1",
        "",
        "2026-02-30,1,1",
        "2026-11-18,2,2",
        "2026-11-19,101,1",
        "2026-11-15,1",
        '=cmd|"/c calc"!A1,1,1',
    )
    choose(page, "\n".join(lines))
    said(
        page,
        "Added from the file: 1 line. 1 line was there already. 5 lines could not be used:",
        "Line 3 must have 2 numbers after the date, with commas between",
        "Line 6 must start with a real date, like 2027-03-27",
        "Line 8: each number must be between 0 and 100, like 4 or 4.5",
        "Line 9 must have 2 numbers after the date, with commas between",
        "Line 10 must start with a real date, like 2027-03-27",
    )
    holds(page, "2026-11-16,3,20", "2026-11-17,1,1", "2026-11-18,1,1", "nonsense")
    # What is still to be settled waits for the next file, too.
    choose(page, "2026-11-16,4,20")
    expect(page.locator(f"{ASKED} li")).to_have_text(
        ["18 November 2026: there 1, 1; new 2, 2", "16 November 2026: there 3, 20; new 4, 20"]
    )
    page.get_by_role("button", name="Use the new numbers").click()
    said(page, "Replaced the line for 18 November 2026; 16 November 2026.")
    holds(page, "2026-11-16,4,20", "2026-11-17,1,1", "2026-11-18,2,2", "nonsense")


def test_a_line_that_lacks_numbers_is_named_with_its_place(page: Page) -> None:
    answer_here(page)
    page.goto(TRACKER)
    choose(page, "2026-11-19,1,2,3,4,5,6\n2026-11-20,1,2,,4,5,6")
    said(
        page,
        "Added from the file: 1 line. 1 line could not be used:",
        "Line 2: The line of 20 November 2026 must have all 3 numbers of pain, enjoyment and activity, or none",
    )


LINES = ["2026-02-28,1.5,20", "2026-11-05,,100", "2026-11-20,3,"]


def files() -> dict[str, bytes]:
    """The same log as programs write it: line ends, marks at the start, quotes, separators, letters, dates."""

    def written(end: str, separator: str, quote: str, *, day_first: bool) -> str:
        rows = [line.split(",") for line in (HEAD, *LINES)]
        if day_first:
            rows = [["/".join(reversed(day.split("-"))) if day != "date" else day, *rest] for day, *rest in rows]
        if separator == ";":
            rows = [[cell.replace(".", ",") for cell in row] for row in rows]
        return "".join(separator.join(f"{quote}{cell}{quote}" for cell in row) + end for row in rows)

    made: dict[str, bytes] = {}
    for end, separator, quote, day_first in product(("\r\n", "\n", "\r"), ",;\t", ('"', ""), (False, True)):
        text = written(end, separator, quote, day_first=day_first)
        name = f"{end!r} {separator!r} {quote!r} {day_first}"
        made |= {f"{name} bare": text.encode(), f"{name} marked": text.encode("utf-8-sig")}
        made[f"{name} utf-16"] = b"\xff\xfe" + text.encode("utf-16-le")
    padded = "\n".join(f"{line},,,," for line in (HEAD.upper(), *LINES)) + "\n,,,,,,\n\n"
    return {**made, "padded": padded.encode(), "decimals in quotes": b'2026-02-28,"1,5","20"'}


def test_a_log_comes_back_whole_from_every_program(diary: Page) -> None:
    page = diary
    read = """async ([files, head]) => {
      const { linesFromFile } = await ownScript("log-file.js");
      const log = { dataset: { head, longest: "2000", lines: "100" } };
      const found = {};
      for (const [name, bytes] of Object.entries(files)) {
        found[name] = await linesFromFile(new File([new Uint8Array(bytes)], name), log, async () => "");
      }
      return found;
    }"""
    made = files()
    found: dict[str, Any] = page.evaluate(read, [{name: list(content) for name, content in made.items()}, HEAD])
    assert len(found) == len(made) == 110
    for name, result in found.items():
        wanted = LINES[:1] if name == "decimals in quotes" else LINES
        assert (result["lines"], result["refused"]) == (wanted, ""), name
        assert bool(result["note"]) == ("True" in name), name


def test_the_trackers_own_file_comes_back_whole(page: Page) -> None:
    answer_here(page)
    lines = [f"2026-{month:02}-28,{month % 10},1.5,0,,," for month in range(1, 13)] + ["2027-01-28,,,,1,2,10"]
    page.goto(TRACKER)
    page.locator("#f-log").fill("\n".join(lines))
    page.get_by_role("button", name="Calculate").click()
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Save as a spreadsheet (.csv)").click()
    content = sheet.value.path().read_bytes()
    page.get_by_role("button", name="Clear my answers").click()
    choose(page, content)
    said(page, "Added from the file: 13 lines.")
    holds(page, *lines)


def test_days_of_another_country_are_not_guessed(diary: Page) -> None:
    page = diary
    choose(page, "11/05/2026,1,1\n11/20/2026,2,2")
    said(
        page,
        "Added from the file: no lines. 2 lines could not be used:",
        "Line 1 must start with a real date, like 2027-03-27",
        "Line 2 must start with a real date, like 2027-03-27",
    )
    choose(page, "05/11/2026,1,1")
    said(page, "Added from the file: 1 line. Its dates were read with the day first, then the month.")
    holds(page, "2026-11-05,1,1")


HOSTILE = {
    "1 MB": (b"2026-11-20,1,1\n" * 70_000, "This file is too long. Keep at most 100 lines; leave out the oldest"),
    "too many lines": (b"x\n" * 101, "This file has 101 lines. Keep at most 100 lines; leave out the oldest"),
    "empty": (b"", "There are no lines in this file. Choose another one"),
    "only its head": (HEAD.encode(), "There are no lines in this file. Choose another one"),
    "nul": (b"\0" * 300, "There are no lines in this file. Choose another one"),
    "another log": (
        b"date,sleep,minutes\n2026-11-20,1,1",
        "This file has other columns. Choose one with these: date, pain, minutes",
    ),
}
STRANGE = (
    "__proto__,1,1",
    "constructor,1,1",
    "<script>alert(1)</script>,1,1",
    "2026-11-20,<img src=x onerror=alert(1)>,1",
    "2026-11-20,=1+1,1",
    "@SUM(A1),1,1",
    "2026-11-20,1,1\x0b2026-11-21,1,1",
    "2026-11-20,1,1\u20282026-11-21,1,1",
    "2026-11-20,1\u202e,1,1",
    "2026-11-20,٣,1",
    "2026-11-20,1e1,1",
    "2026-11-20,1," + "9" * 3_000,
    "2026-11-20,1,1" + " " * 600 + "x",
    "PK\x03\x04 a workbook",
    "\0" * 3_000,
)
TEN = [f"Line {place} must have 2 numbers after the date, with commas between" for place in range(1, 11)]


def test_a_hostile_file_gets_one_sentence_and_changes_nothing(diary: Page) -> None:
    page = diary
    page.locator("#f-diary").fill("2026-11-20,7,7")
    for content, sentence in HOSTILE.values():
        choose(page, "2026-11-20,7,7")
        said(page, "Added from the file: no lines. 1 line was there already.")
        choose(page, content)
        said(page, sentence)
        holds(page, "2026-11-20,7,7")
    for line in STRANGE:
        choose(page, "2026-11-20,7,7")
        said(page, "Added from the file: no lines. 1 line was there already.")
        choose(page, line)
        expect(page.locator(".log__said p")).to_contain_text("could not be used")
        holds(page, "2026-11-20,7,7")
    choose(page, "\n".join("x" for _ in range(15)))
    said(page, "Added from the file: no lines. 15 lines could not be used:", *TEN, "and 5 more")


def test_clearing_takes_away_what_the_helpers_say(diary: Page) -> None:
    page = diary
    choose(page, b"")
    said(page, "There are no lines in this file. Choose another one")
    page.locator("#f-diary").fill("2026-11-20,7,7")
    write(page, "8", "8")
    expect(page.locator(ASKED)).to_be_visible()
    page.get_by_role("button", name="Clear my answers").click()
    said(page, "")
    expect(page.locator(ASKED)).to_be_hidden()
    holds(page, "")


def test_clearing_ends_a_check_that_is_under_way(diary: Page) -> None:
    page = diary
    # Python answers only when told.
    page.evaluate(
        """() => {
          const { answerHere } = window;
          const open = new Promise((resolve) => { window.goOn = resolve; });
          window.answerHere = async (...asked) => { await open; return answerHere(...asked); };
        }"""
    )
    write(page, "8", "8")
    page.get_by_role("button", name="Add this line").click()  # twice, as sore hands do
    said(page, "Checking.")
    page.get_by_role("button", name="Clear my answers").click()
    page.evaluate("goOn()")
    write(page, "9", "9")
    said(page, "Added the line for 20 November 2026.")
    holds(page, "2026-11-20,9,9")


def test_nothing_is_added_that_could_not_be_checked(diary: Page) -> None:
    page = diary
    page.evaluate("() => { window.answerHere = () => Promise.reject(new Error('no Python')); }")
    write(page, "8", "8")
    said(page, "Nothing was added. The calculator stopped working. Check your answers, then try again.")
    holds(page, "")
    expect(page.locator(".log .input--w3").first).to_have_value("8")

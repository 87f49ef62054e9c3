"""Files to take along: a calendar that calendar programs accept, and a table that spreadsheets open safely."""

import csv
import io
import json
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from icalendar import Calendar

import calculators
from calculators.kit import files
from calculators.kit.result import Event, Table

PLAN = {"signs": "no", "crash": "no", "minutes": "5", "days": "3"}
START = {"start-day": "27", "start-month": "12", "start-year": "2027"}


def taken_along(slug: str, answers: dict[str, str]) -> dict[str, str]:
    """A calculator's files by the end of their names."""
    said = json.loads(calculators.answer(slug, urlencode(answers)))
    return {file["name"].rpartition(".")[2]: file["text"] for file in said["files"]}


def events(text: str) -> list[tuple[date, str]]:
    calendar = Calendar.from_ical(text)
    return [(event.decoded("dtstart"), str(event["summary"])) for event in calendar.walk("VEVENT")]


def test_a_calendar_is_written_as_the_standard_has_it() -> None:
    # RFC 5545 lets programs take other letters for these; not all do.
    day = Event(date(2027, 2, 28), "X: walk; 5, then 6", "a\\b\nc")
    assert files.calendar((day,), "slug").split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Baseline//slug//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:slug-20270228-1@baseline",
        "DTSTAMP:20270228T000000Z",
        "DTSTART;VALUE=DATE:20270228",
        "DTEND;VALUE=DATE:20270301",
        "SUMMARY:X: walk\\; 5\\, then 6",
        "DESCRIPTION:a\\\\b\\nc",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_event_without_a_note_has_none() -> None:
    assert "DESCRIPTION" not in files.calendar((Event(date(2027, 2, 28), "Week 1"),), "slug")


def test_a_line_is_folded_after_75_octets_and_cuts_no_letter() -> None:
    (line,) = [
        line for line in files.calendar((Event(date(2027, 3, 1), "é" * 40),), "slug").split("\r\n ") if "é" in line
    ][:1]
    assert len(line.rpartition("\r\n")[2].encode()) == 74  # one more letter has two octets
    exact = files.calendar((Event(date(2027, 3, 1), "a" * 67),), "slug")
    assert f"SUMMARY:{'a' * 67}\r\n" in exact


def test_a_table_is_written_without_its_marks() -> None:
    table = Table("", ("a", "b"), (("**1**", "=2"), ('say "3"', "4, 5"), ("\t6", "X")))
    assert files.spreadsheet(table) == 'a,b\r\n1,\'=2\r\n"say ""3""","4, 5"\r\n\'\t6,X\r\n'


def test_a_dated_plan_becomes_a_calendar_of_its_weeks() -> None:
    found = events(taken_along("build-up-planner", PLAN | START)["ics"])
    assert [day for day, _ in found] == [date(2027, 12, 27) + timedelta(weeks=week) for week in range(26)]
    assert found[0][1] == "Week 1: 15 minutes"


def test_a_dated_flare_plan_becomes_a_calendar_of_its_days() -> None:
    found = events(taken_along("flare-plan", PLAN | START | {"length": "days"})["ics"])
    assert [day for day, _ in found] == [date(2027, 12, 27) + timedelta(days=day) for day in range(7)]


@pytest.mark.parametrize("slug", ["build-up-planner", "flare-plan"])
def test_titles_name_no_illness(slug: str) -> None:
    text = taken_along(slug, PLAN | START | {"length": "days"})["ics"].lower()
    assert not [word for word in ("pain", "flare", "crash") if f"summary:{word}" in text or f" {word}" in text]


def test_files_are_named_and_marked_as_what_they_are() -> None:
    said = json.loads(calculators.answer("build-up-planner", urlencode(PLAN | START)))
    assert [(file["name"], file["type"]) for file in said["files"]] == [
        ("build-up-planner.ics", "text/calendar"),
        ("build-up-planner.csv", "text/csv"),
    ]
    assert "PRODID:-//Baseline//build-up-planner//EN" in said["files"][0]["text"]


def test_a_plan_without_a_date_has_no_calendar() -> None:
    assert set(taken_along("build-up-planner", PLAN)) == {"csv"}


def test_each_event_is_whole_and_its_own() -> None:
    calendar = Calendar.from_ical(taken_along("build-up-planner", PLAN | START)["ics"])
    weeks = calendar.walk("VEVENT")
    assert len({str(week["uid"]) for week in weeks}) == len(weeks)
    for week in weeks:
        assert {"DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "UID"} <= set(week)
        assert week.decoded("dtend") - week.decoded("dtstart") == timedelta(days=1)
    assert not calendar.errors


@pytest.mark.parametrize("words", ["a, b; c\\d", "line\nbreak", "é" * 200, "🚶" * 60, "END:VEVENT\r\nBEGIN:VEVENT"])
def test_no_words_break_a_calendar(words: str) -> None:
    text = files.calendar((Event(date(2027, 3, 1), words, words),), "x")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["summary"]).replace("\r", "") == words.replace("\r", "")


@pytest.mark.parametrize("words", ["plain", 'a "b", c', "line\nbreak", "=1+1", "+1", "-1", "@x"])
def test_a_spreadsheet_reads_words_as_words(words: str) -> None:
    text = files.spreadsheet(Table("", ("Day", "What"), (("1", words),)))
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert head == ["Day", "What"]
    assert row[1].removeprefix("'") == words
    assert row[1][0] not in "=+-@"

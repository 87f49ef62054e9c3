"""What each text a reader may type becomes: the value that was plainly meant, or one exact sentence."""

import json
from dataclasses import FrozenInstanceError, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from urllib.parse import urlencode

import pytest

import calculators
from calculators.kit import parse
from calculators.kit.declare import Inputs, choice, day, log, questions, text, whole
from calculators.kit.faults import BadAnswer, BadAnswers
from calculators.kit.questions import Rows
from calculators.kit.read import read
from calculators.kit.result import Result


class Pace(StrEnum):
    SLOW = "slow"
    FAST = "fast"


class Form(Inputs):
    minutes: int = whole(
        "How many minutes?", noun="Minutes", missing="Enter how many minutes", unit="minutes", low=1, high=2000, like=5
    )
    age: int | None = whole("How old are you?", noun="Age", unit="years", low=18, high=90, like=47)
    pulse: int | None = whole("Your pulse?", noun="Pulse", unit="beats a minute", low=35, high=110, like=68)
    growth: int = whole("How much?", noun="Step", unit="%", low=5, high=20, like=10, default=10)
    pace: Pace = choice("How fast?", {Pace.SLOW: "Slow", Pace.FAST: "Fast"}, default=Pace.SLOW)
    start: date | None = day("When?", noun="Start date", low=date(2020, 1, 1), high=date(2099, 12, 31))
    activity: str = text("What?", noun="Activity", limit=60, default="walking")


NOT_A_NUMBER = "Minutes must be a number, like 5"
NOT_WHOLE = "Minutes must be a whole number, like 5"
OUT_OF_RANGE = "Minutes must be between 1 and 2000"
EMPTY = "Enter how many minutes"

BOM, ZWSP, LRM, RLM, WORD_JOINER = "\ufeff", "\u200b", "\u200e", "\u200f", "\u2060"
RLO, LRO, RLI, POP_ISOLATE = "\u202e", "\u202d", "\u2067", "\u2069"


def problems(**raw: str) -> list[tuple[str, str]]:
    with pytest.raises(BadAnswers) as caught:
        read(Form, {"minutes": "5"} | raw)
    return [(problem.field, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("\t5\r\n", 5),
        ("05", 5),
        ("+5", 5),
        ("5.", 5),
        ("5.0", 5),
        ("5.00", 5),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1,000.0", 1000),
        ("5 minutes", 5),
        ("5 mins", 5),
        ("5 min.", 5),
        ("5min", 5),
        ("1 Minute", 1),
        ("5\u00a0minutes", 5),
        (f"{BOM}5", 5),
        (f"{LRM}5{RLM}", 5),
        (f"1{ZWSP}5", 15),
        (f"{WORD_JOINER}\u00ad5", 5),
        ("0" * 400 + "5", 5),
        ("5." + "0" * 20, 5),
    ],
    ids=ascii,
)
def test_a_number_that_was_plainly_meant(typed: str, value: int) -> None:
    assert read(Form, {"minutes": typed}).inputs.minutes == value


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", EMPTY),
        ("   ", EMPTY),
        (BOM + ZWSP, EMPTY),
        ("five", NOT_A_NUMBER),
        ("minutes", NOT_A_NUMBER),
        ("5 hours", NOT_A_NUMBER),
        ("about 5", NOT_A_NUMBER),
        ("5-10", NOT_A_NUMBER),
        ("5 10", NOT_A_NUMBER),
        ("½", NOT_A_NUMBER),
        ("5½", NOT_A_NUMBER),
        ("1,5", NOT_A_NUMBER),
        ("1,00", NOT_A_NUMBER),
        (",000", NOT_A_NUMBER),
        ("1,0000", NOT_A_NUMBER),
        ("1_000", NOT_A_NUMBER),
        ("1'000", NOT_A_NUMBER),
        ("1.000.000", NOT_A_NUMBER),
        (".5", NOT_A_NUMBER),
        ("1e3", NOT_A_NUMBER),
        ("1e400", NOT_A_NUMBER),
        ("0x10", NOT_A_NUMBER),
        ("0b1", NOT_A_NUMBER),
        ("nan", NOT_A_NUMBER),
        ("inf", NOT_A_NUMBER),
        ("-inf", NOT_A_NUMBER),
        ("None", NOT_A_NUMBER),
        ("True", NOT_A_NUMBER),
        ("--5", NOT_A_NUMBER),
        ("5%", NOT_A_NUMBER),
        ("٣٠٠", NOT_A_NUMBER),
        ("５", NOT_A_NUMBER),
        ("²", NOT_A_NUMBER),
        ("5\0", NOT_A_NUMBER),
        ("5\ud800", NOT_A_NUMBER),
        (f"{RLO}50", NOT_A_NUMBER),
        (f"5{LRO}0", NOT_A_NUMBER),
        (f"{RLI}50{POP_ISOLATE}", NOT_A_NUMBER),
        ("5.5", NOT_WHOLE),
        ("5.01 minutes", NOT_WHOLE),
        ("0", OUT_OF_RANGE),
        ("-0", OUT_OF_RANGE),
        ("-5", OUT_OF_RANGE),
        ("−5", OUT_OF_RANGE),
        ("2001", OUT_OF_RANGE),
        ("1,000,000", OUT_OF_RANGE),
        ("1" + "0" * 400, OUT_OF_RANGE),
        ("9" * 400, OUT_OF_RANGE),
        ("-" + "9" * 400, OUT_OF_RANGE),
        ("9" * 1_000_000, OUT_OF_RANGE),
    ],
    ids=lambda text: ascii(text)[:40] if len(text) < 60 else f"{text[:5]!a} and on, {len(text)} long",
)
def test_a_number_that_cannot_be_used(typed: str, sentence: str) -> None:
    assert problems(minutes=typed) == [("minutes", sentence)]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("age", "50 years", 50),
        ("age", "50 years old", 50),
        ("age", "50 yrs", 50),
        ("pulse", "68 bpm", 68),
        ("pulse", "68 beats per minute", 68),
        ("growth", "10%", 10),
        ("growth", "10 per cent", 10),
        ("growth", "10 percent", 10),
    ],
)
def test_a_typed_unit_is_accepted(field: str, typed: str, value: int) -> None:
    assert getattr(read(Form, {"minutes": "5", field: typed}).inputs, field) == value


def test_a_unit_without_other_spellings_may_be_typed_as_it_is() -> None:
    units = {"litres": Fraction(1), "drops": Fraction(1, 20_000)}
    assert parse.amount("2 litres 5 drops", units) == 2 + Fraction(5, 20_000)
    assert parse.amount("2 litres 5 pints", units) is None


@pytest.mark.parametrize(
    ("typed", "inches"),
    [
        ("5 ft 9", 69),
        ("5 ft. 9 in.", 69),
        ("5 ft, 9 in", 69),
        ("5.5 ft 3", 69),
        ("5..5 ft", None),
        ("5,5 ft", None),
        (". 5 ft", None),
        ("about 5 ft", None),
        ("٥ ft", None),
        ("5 ft ٩", None),
        ("5'9\"", 69),
        ("69", 69),
        ("69 in", 69),
        ("5 feet", 60),
        ("5 ft 9 pints", None),
        ("5 ft 9 ft", None),
        ("9 in 5 ft", None),
        ("5 ft 9 8", None),
        ("5 ft ft", None),
    ],
)
def test_a_height_in_feet_and_inches(typed: str, inches: int | None) -> None:
    assert parse.amount(typed, {"inches": Fraction(1), "feet": Fraction(12)}) == inches


def start(day: str, month: str, year: str) -> dict[str, str]:
    return {"start-day": day, "start-month": month, "start-year": year}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (("27", "3", "2027"), date(2027, 3, 27)),
        (("27", "03", "2027"), date(2027, 3, 27)),
        (("27", "March", "2027"), date(2027, 3, 27)),
        (("27", "mar", "2027"), date(2027, 3, 27)),
        (("27", "MAR.", "2027"), date(2027, 3, 27)),
        (("1", "sept", "2027"), date(2027, 9, 1)),
        (("1", "may", "2027"), date(2027, 5, 1)),
        ((" 29 ", "2", f"{LRM}2028"), date(2028, 2, 29)),
        (("1", "1", "2020"), date(2020, 1, 1)),
        (("31", "12", "2099"), date(2099, 12, 31)),
        (("", "", ""), None),
    ],
    ids=str,
)
def test_a_date_that_was_plainly_meant(typed: tuple[str, str, str], value: date | None) -> None:
    assert read(Form, {"minutes": "5"} | start(*typed)).inputs.start == value


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", "3", "2027"), "Start date must include a day"),
        (("27", "", "2027"), "Start date must include a month"),
        (("27", "3", ""), "Start date must include a year"),
        (("", "", "2027"), "Start date must include a day"),
        (("27", "3", "27"), "Start date must have a year of 4 numbers, like 2021"),
        (("27", "3", "٢٠٢٧"), "Start date must have a year of 4 numbers, like 2021"),
        (("27", "3", "12027"), "Start date must have a year of 4 numbers, like 2021"),
        (("31", "2", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("29", "2", "2100"), "Start date must be a real date, like 27 3 2027"),
        (("0", "3", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "13", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "Marchember", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "ma", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "ma.", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "...", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("-1", "3", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("+1", "3", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("٢٧", "3", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("27", "٣", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("twenty", "3", "2027"), "Start date must be a real date, like 27 3 2027"),
        (("31", "12", "2019"), "Start date must be between 1 January 2020 and 31 December 2099"),
        (("1", "1", "2100"), "Start date must be between 1 January 2020 and 31 December 2099"),
    ],
    ids=str,
)
def test_a_date_that_cannot_be_used(typed: tuple[str, str, str], sentence: str) -> None:
    assert problems(**start(*typed)) == [("start", sentence)]


@pytest.mark.parametrize("typed", ["Slow", "slow\0", "medium", "<b>", "slow,fast", "__proto__"])
def test_a_choice_that_is_not_on_the_list(typed: str) -> None:
    assert problems(pace=typed) == [("pace", "Choose one of the answers to “How fast?”")]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Swimming", "Swimming"),
        ("  a   b\n\tc ", "a b c"),
        ("a\0b\x07c", "a b c"),
        (f"a{RLO}b", "a b"),
        ("a\ud800b", "a b"),
        ("Nordic walking 🚶 – café", "Nordic walking 🚶 – café"),
        ("<b>&'\"", "<b>&'\""),
        ("**a** *b*", "*a* *b*"),
        ("日本語", "日本語"),
        ("x" * 60, "x" * 60),
        ("", "walking"),
        (" \0 ", "walking"),
    ],
    ids=ascii,
)
def test_words_are_kept_and_marks_that_hide_or_reorder_are_not(typed: str, value: str) -> None:
    assert read(Form, {"minutes": "5", "activity": typed}).inputs.activity == value


@pytest.mark.parametrize("length", [61, 500, 501, 1_000_000])
def test_words_that_are_too_many(length: int) -> None:
    assert problems(activity="x" * length) == [("activity", "Activity must be 60 characters or less")]


def test_every_problem_is_told_at_once_in_the_order_of_the_questions() -> None:
    told = problems(activity="x" * 61, minutes="", age="9", **start("31", "2", "2027"))
    assert [field for field, _ in told] == ["minutes", "age", "start", "activity"]


def test_what_was_left_empty_is_known_and_what_was_not_asked_is_ignored() -> None:
    answers = read(Form, {"minutes": "5", "growth": " ", "age": "50", "admin": "1", "__class__": "x", "": ""})
    assert answers.inputs == Form(minutes=5, age=50, pulse=None, start=None)
    assert answers.assumed == {"pulse", "growth", "pace", "start", "activity"}


EXAMPLE = {"signs": "no", "crash": "no", "minutes": "5", "days": "3"}


@pytest.mark.parametrize(
    ("typed", "control"),
    [
        (("1", "", ""), "f-start-month"),
        (("1", "3", "27"), "f-start-year"),
        (("31", "2", "2027"), "f-start-day"),
    ],
    ids=str,
)
def test_a_problem_names_the_control_to_go_to(typed: tuple[str, str, str], control: str) -> None:
    said = json.loads(calculators.answer("build-up-planner", urlencode(EXAMPLE | {"days": "x"} | start(*typed))))
    assert [(problem["field"], problem["id"]) for problem in said["problems"]] == [
        ("days", "f-days"),
        ("start", control),
    ]


@pytest.mark.parametrize(
    ("typed", "control"),
    [
        ({}, "f-steps-1-what"),
        ({"steps-1-what": "a", "steps-1-harm": "10"}, "f-steps-2-what"),
        ({"steps-1-what": "a", "steps-1-harm": "lots"}, "f-steps-1-harm"),
        ({"steps-12-what": "l"}, "f-steps-12-harm"),
    ],
    ids=str,
)
def test_a_problem_of_a_list_names_the_cell_to_go_to(typed: dict[str, str], control: str) -> None:
    said = json.loads(calculators.answer("exposure-ladder", urlencode({"signs": "no", "crash": "no"} | typed)))
    assert [problem["id"] for problem in said["problems"]] == [control]


def test_a_list_has_a_control_for_each_cell_of_as_many_rows_as_can_be_filled_in() -> None:
    steps = questions(calculators.find("exposure-ladder").inputs)["steps"]
    assert isinstance(steps, Rows)
    assert steps.parts("steps")[-2:] == (f"steps-{steps.high}-what", f"steps-{steps.high}-harm")


def test_a_problem_of_the_whole_form_names_no_control(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Inputs) -> Result:
        raise BadAnswer("These two answers do not fit together")

    planner = calculators.find("build-up-planner")
    monkeypatch.setattr(calculators, "find", lambda _: replace(planner, work_out=refuse))
    said = json.loads(calculators.answer("build-up-planner", urlencode(EXAMPLE)))
    assert said["problems"] == [{"field": "", "id": "", "message": "These two answers do not fit together"}]


def test_checked_answers_cannot_be_changed() -> None:
    answers = read(Form, {"minutes": "5"}).inputs
    with pytest.raises(FrozenInstanceError):
        setattr(answers, "minutes", 50)  # noqa: B010 - mypy knows it is not allowed


def test_of_a_name_given_twice_the_last_counts() -> None:
    twice = calculators.answer("build-up-planner", urlencode(EXAMPLE) + "&minutes=7")
    assert twice == calculators.answer("build-up-planner", urlencode(EXAMPLE | {"minutes": "7"}))


def test_a_name_that_no_calculator_has_is_refused_in_a_sentence() -> None:
    said = json.loads(calculators.answer("no-such", urlencode(EXAMPLE)))
    assert [problem["message"] for problem in said["problems"]] == [
        "There is no calculator of that name here. Go back to the list of calculators"
    ]


def test_a_fault_in_a_calculator_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: Inputs) -> Result:
        raise ZeroDivisionError

    planner = calculators.find("build-up-planner")
    monkeypatch.setattr(calculators, "find", lambda _: replace(planner, work_out=break_down))
    said = json.loads(calculators.answer("build-up-planner", urlencode(EXAMPLE)))
    assert [problem["message"] for problem in said["problems"]] == [
        "This calculator could not work that out. Your answers are still here; try changing one"
    ]


def test_links_of_an_answer_are_from_where_the_page_stands() -> None:
    html = json.loads(calculators.answer("build-up-planner", urlencode(EXAMPLE)))["html"]
    assert 'href="calculators/talk-test/"' in html


def test_a_query_far_too_long_is_refused_in_a_sentence() -> None:
    said = json.loads(calculators.answer("build-up-planner", urlencode(EXAMPLE | {"activity": "x" * 1_000_000})))
    assert said == {
        "ok": False,
        "problems": [
            {"field": "", "id": "", "message": "These answers are too long. Use fewer words in each box"},
        ],
    }


class Diary(Inputs):
    diary: tuple[tuple[date, tuple[Fraction | None, ...]], ...] = log(
        "What have you noted?", missing="Add a line", columns=("pain",), low=0, high=10, lines=3
    )


class OptionalDiary(Inputs):
    diary: tuple[tuple[date, tuple[Fraction | None, ...]], ...] = log(
        "What have you noted?", columns=("pain",), low=0, high=10, lines=3, default=()
    )


def test_a_log_far_too_long_is_refused_and_not_cut_short() -> None:
    line = "2027-01-01,4"
    assert len(read(Diary, {"diary": line}).inputs.diary) == 1
    with pytest.raises(BadAnswers, match="Keep at most 3 lines"):
        read(Diary, {"diary": "\n".join([line] * 100)})


def test_a_log_takes_as_many_lines_as_it_says_and_no_more() -> None:
    lines = [f"2027-01-0{day},4" for day in range(1, 5)]
    assert len(read(Diary, {"diary": "\n".join(lines[:3])}).inputs.diary) == 3
    with pytest.raises(BadAnswers, match="Keep at most 3 lines; leave out the oldest"):
        read(Diary, {"diary": "\n".join(lines)})


def test_a_log_with_a_head_alone_is_empty() -> None:
    with pytest.raises(BadAnswers, match=r"^Add a line$"):
        read(Diary, {"diary": "date,pain"})
    with pytest.raises(BadAnswers, match=r"^Add at least one line$"):
        read(OptionalDiary, {"diary": "date,pain"})
    assert read(OptionalDiary, {"diary": ""}).inputs.diary == ()


@pytest.mark.parametrize("day", ["2027-W09-1", "20270301", "٢٠٢٧-03-01", "2027-02-30"])
def test_a_line_of_a_log_must_start_with_a_day_as_it_is_kept(day: str) -> None:
    with pytest.raises(BadAnswers) as refusal:
        read(Diary, {"diary": f"2027-03-01,4\n{day},4"})
    (problem,) = refusal.value.problems
    assert problem.message == "Line 2 must start with a real date, like 2027-03-27"

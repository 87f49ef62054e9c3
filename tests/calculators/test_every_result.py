"""What every result of every calculator holds, whoever asks."""

import json
import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators
from calculators.kit.declare import questions
from calculators.kit.questions import Date
from calculators.kit.result import Result
from calculators.kit.words import MONTHS
from tests.allowed_html import read_html
from tests.effort import tries
from tests.strategies import NOT_CLEAR, Typed, result, safety_questions, typed

SLUGS = calculators.slugs()
DATES = re.compile(rf", (?:\w+day )?\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}| and first day")
GAVE_UP = "could not work that out"


def readers(gate: str | None = None) -> st.SearchStrategy[tuple[str, Typed]]:
    """A calculator and answers it accepts."""
    return st.sampled_from(SLUGS).flatmap(
        lambda slug: st.tuples(st.just(slug), typed(calculators.find(slug).inputs, gate))
    )


def assert_offers_choices(made: Result) -> None:
    steps = [step.text for step in made.next_steps]
    assert len(steps) >= 2
    assert [step for step in steps if re.search(r"\bDo less\b", step)]
    assert [step for step in steps if re.search(r"\bAsk\b", step)]


@given(readers(gate="no"))
def test_every_result_offers_to_do_less_and_to_ask(reader: tuple[str, Typed]) -> None:
    slug, answers = reader
    made = result(calculators.find(slug), answers)
    if made:
        assert_offers_choices(made)
        assert made.cautions


@pytest.mark.parametrize("gate", NOT_CLEAR)
@pytest.mark.parametrize(("slug", "field"), safety_questions())
def test_every_referral_offers_to_do_less_and_to_ask(slug: str, field: str, gate: str) -> None:
    calculator = calculators.find(slug)
    made = result(calculator, {**calculator.example, field: gate})
    assert made
    assert_offers_choices(made)


@given(readers())
def test_every_answer_is_a_result_or_a_sentence_for_a_field(reader: tuple[str, Typed]) -> None:
    slug, answers = reader
    calculator = calculators.find(slug)
    said = json.loads(calculators.answer(slug, urlencode(answers), "../../"))
    if said["ok"]:
        version = f"{calculator.title.removesuffix('?')}, version {calculator.version}"
        text = "".join(read_html(said["html"]).text)
        assert version in text
        assert version in said["notes"]
        assert said["title"] in text
        assert said["notes"].startswith(said["title"])
        assert GAVE_UP not in text
    else:
        assert all(problem["field"] in questions(calculator.inputs) for problem in said["problems"])
        assert all(problem["message"] for problem in said["problems"])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_worked_example_works(slug: str) -> None:
    calculator = calculators.find(slug)
    said = json.loads(calculators.answer(slug, urlencode(calculator.example)))
    assert said["ok"]
    assert 'class="result result--plan"' in said["html"]
    assert calculator.example_note


@pytest.mark.parametrize(
    "slug", [slug for slug in SLUGS if Date in map(type, questions(calculators.find(slug).inputs).values())]
)
@given(data=st.data())
def test_a_date_moves_only_the_labels(slug: str, data: st.DataObject) -> None:
    calculator = calculators.find(slug)
    dates = {name for name, question in questions(calculator.inputs).items() if isinstance(question, Date)}
    answers = data.draw(typed(calculator.inputs, gate="no"))
    undated = {name: text for name, text in answers.items() if name.rpartition("-")[0] not in dates}
    with_dates, without = (
        said and replace(said, events=()) for said in (result(calculator, answers), result(calculator, undated))
    )
    assert DATES.sub("", repr(with_dates)) == repr(without)


@pytest.mark.parametrize("slug", SLUGS)
@settings(max_examples=tries(25))
@given(data=st.data())
def test_no_two_regions_of_a_result_have_one_name(slug: str, data: st.DataObject) -> None:
    """They are landmarks that a screen reader lists by name."""
    answers = data.draw(st.just(dict(calculators.find(slug).example)) | typed(calculators.find(slug).inputs, gate="no"))
    said = json.loads(calculators.answer(slug, urlencode(answers)))
    names = re.findall(r'role="region" aria-label="([^"]*)"', said.get("html", ""))
    assert len(names) == len(set(names))

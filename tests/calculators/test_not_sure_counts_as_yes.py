"""To every safety question of every calculator, "I am not sure" gets what "yes" gets, whatever else is answered."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators
from calculators.kit.declare import questions
from tests.effort import tries
from tests.strategies import clear, result, safety_questions, typed

EFFORT = [slug for slug in calculators.slugs() if calculators.find(slug).leads_to_effort]


@pytest.mark.parametrize(("slug", "field"), safety_questions())
@settings(max_examples=tries(50))
@given(data=st.data())
def test_not_sure_gets_what_yes_gets(slug: str, field: str, data: st.DataObject) -> None:
    calculator = calculators.find(slug)
    answers = data.draw(typed(calculator.inputs))
    assert result(calculator, answers | {field: "unsure"}) == result(calculator, answers | {field: "yes"})


@pytest.mark.parametrize(("slug", "field"), safety_questions())
def test_yes_changes_the_answer(slug: str, field: str) -> None:
    calculator = calculators.find(slug)
    assert result(calculator, {**calculator.example, field: "yes"}) != result(calculator, dict(calculator.example))


@pytest.mark.parametrize(("slug", "field"), safety_questions())
def test_a_safety_question_cannot_be_left_out(slug: str, field: str) -> None:
    calculator = calculators.find(slug)
    example = {name: text for name, text in calculator.example.items() if name != field}
    sentence = questions(calculator.inputs)[field].missing
    assert sentence.startswith("Select yes if ")
    assert json.loads(calculators.answer(slug, urlencode(example))) == {
        "ok": False,
        "problems": [{"field": field, "id": f"f-{field}", "message": sentence}],
    }


@pytest.mark.parametrize("slug", EFFORT)
def test_a_calculator_that_leads_to_effort_asks_about_warning_signs_first(slug: str) -> None:
    assert next(iter(questions(calculators.find(slug).inputs))) == "signs"


@pytest.mark.parametrize("slug", sorted({slug for slug, field in safety_questions() if field == "signs"}))
def test_a_warning_sign_outweighs_all_other_answers(slug: str) -> None:
    calculator = calculators.find(slug)
    everything_else_yes = dict.fromkeys(clear(calculator.inputs), "yes")
    made = result(calculator, {**calculator.example, **everything_else_yes})
    assert made
    assert made.refers
    assert "999" in made.body[0].title  # type: ignore[union-attr]

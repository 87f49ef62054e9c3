"""A warning sign leads to help at once, whatever else in the form is empty or wrong."""

import json
from urllib.parse import urlencode

import pytest

import calculators
from calculators.kit.declare import questions
from calculators.kit.questions import Safety
from tests.strategies import NOT_CLEAR

STOPPING = [slug for slug in calculators.slugs() if calculators.find(slug).leads_to_effort]


@pytest.mark.parametrize("answer", NOT_CLEAR)
@pytest.mark.parametrize("slug", STOPPING)
def test_a_sign_needs_no_other_answer(slug: str, answer: str) -> None:
    first, *others = questions(calculators.find(slug).inputs)
    assert isinstance(questions(calculators.find(slug).inputs)[first], Safety)
    for rest in ({}, dict.fromkeys(others, "x")):
        said = json.loads(calculators.answer(slug, urlencode({first: answer, **rest})))
        assert said["ok"], said
        assert "result--refer" in said["html"]


def test_only_the_safety_answers_are_said_back() -> None:
    said = json.loads(calculators.answer("flare-plan", "signs=yes&minutes=33"))
    assert "33" not in said["notes"]
    assert "20 minutes" not in said["notes"]  # nor those of the worked example, which stood in


def test_an_earlier_question_is_still_asked() -> None:
    said = json.loads(calculators.answer("flare-plan", "crash=yes"))
    assert "signs" in {problem["field"] for problem in said["problems"]}

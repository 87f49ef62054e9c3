"""An answer that is given can be taken back: radio buttons have no other way to be empty again."""

import json
from urllib.parse import urlencode

import pytest

import calculators
from calculators.kit.declare import questions
from calculators.kit.questions import Choice, Rating
from generator.markdown.embeds import render

RADIOS = [
    (slug, name)
    for slug in calculators.slugs()
    for name, question in questions(calculators.find(slug).inputs).items()
    if isinstance(question, Choice | Rating)
]


@pytest.mark.parametrize(("slug", "name"), RADIOS)
def test_a_radio_question_can_be_skipped_if_and_only_if_it_may_stay_empty(slug: str, name: str) -> None:
    calculator = calculators.find(slug)
    question = questions(calculator.inputs)[name]
    form = render(calculator, "", ())
    assert (f'name="{name}" value=""' in form) == (question.optional and question.default is None)


def test_skipping_is_the_same_as_leaving_empty() -> None:
    example = urlencode({**calculators.find("weekly-plan").example, "contact": "call"})
    skipped = calculators.answer("weekly-plan", example.replace("contact=call", "contact="))
    assert skipped == calculators.answer("weekly-plan", example.replace("contact=call", ""))
    assert json.loads(skipped)["ok"]
    assert skipped != calculators.answer("weekly-plan", example)

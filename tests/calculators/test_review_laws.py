"""Laws of the flare review: nothing is called a cause, and only what the reader filled in goes along to another form."""

import json
import re
from urllib.parse import urlencode

import pytest
from hypothesis import given

import calculators
from calculators.flare_review import KNOWN, Trigger
from calculators.kit.declare import questions
from calculators.kit.result import Table
from tests.strategies import Typed, result, typed

REVIEW = calculators.find("flare-review")
ALONG = ("minutes", "days", "length")
BLAME = re.compile(r"\byour own fault\b|\bcaused your\b|\bbecause you\b|\bshould\b|\bavoid\b", re.IGNORECASE)


@given(typed(REVIEW.inputs))
def test_nothing_is_called_the_cause_and_nobody_is_blamed(answers: Typed) -> None:
    said = json.loads(calculators.answer(REVIEW.slug, urlencode(answers)))
    assert not BLAME.search(said["notes"].partition("Answers given:")[0])


@given(typed(REVIEW.inputs, gate="no"))
def test_it_always_says_that_there_may_be_no_cause(answers: Typed) -> None:
    made = result(REVIEW, answers)
    assert made
    assert any("Sometimes there is no cause to find" in words for words in made.cautions)
    assert "This is not your fault" in made.lead[0]


@given(typed(REVIEW.inputs, gate="no"))
def test_only_what_was_filled_in_goes_along_and_the_other_form_takes_it(answers: Typed) -> None:
    made = result(REVIEW, answers)
    assert made
    (step,) = [step for step in made.next_steps if step.page]
    assert dict(step.answers) == {name: answers[name] for name in ALONG if answers.get(name)}
    plan = questions(calculators.find(step.page.removeprefix("calculators/")).inputs)
    for name, text in step.answers.items():
        assert plan[name].say(plan[name].read({name: text}))


@pytest.mark.parametrize("trigger", Trigger)
def test_each_tick_has_a_line_of_its_own(trigger: Trigger) -> None:
    bare = {name: text for name, text in REVIEW.example.items() if not name.startswith("before-")}
    made = result(REVIEW, bare | {f"before-{trigger}": "yes"})
    assert made
    (table,) = [block for block in made.body if isinstance(block, Table)]
    assert table.rows == (KNOWN[trigger],)

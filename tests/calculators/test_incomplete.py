"""Where a module is not there, as in the browser's smaller library, the reader is told that no other answer would help."""

import json
from unittest.mock import patch

import calculators

SAID = "Part of this calculator is missing here, so it cannot answer. Use the worked example"
ANSWERS = "signs=no&pulse=no&age=50"


def told(slug: str) -> str:
    problems = json.loads(calculators.answer(slug, ANSWERS))["problems"]
    assert [problem["field"] for problem in problems] == [""]
    return str(problems[0]["message"])


def test_a_calculator_that_is_not_there() -> None:
    with patch.object(calculators, "import_module", side_effect=ModuleNotFoundError):
        calculators.find.cache_clear()
        assert told("talk-test").startswith(SAID)
    assert json.loads(calculators.answer("talk-test", ANSWERS))["ok"]


def test_a_module_that_a_calculator_asks_for_later() -> None:
    with patch.object(calculators, "_worked_out", side_effect=lambda *_: __import__("no_such_module")):
        assert told("talk-test").startswith(SAID)

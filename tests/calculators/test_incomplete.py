"""Where a module is not there, as in the browser's smaller library, the page is told: it fetches the whole one."""

import json
from unittest.mock import patch

import pytest

import calculators

ANSWERS = "signs=no&pulse=no&age=50"


def test_a_calculator_that_is_not_there_raises() -> None:
    with patch.object(calculators, "import_module", side_effect=ModuleNotFoundError):
        calculators.find.cache_clear()
        with pytest.raises(ImportError):
            calculators.answer("talk-test", ANSWERS)
    assert json.loads(calculators.answer("talk-test", ANSWERS))["ok"]


def test_a_module_that_a_calculator_asks_for_later_raises() -> None:
    with (
        patch.object(calculators, "_worked_out", side_effect=lambda *_: __import__("no_such_module")),
        pytest.raises(ImportError),
    ):
        calculators.answer("talk-test", ANSWERS)

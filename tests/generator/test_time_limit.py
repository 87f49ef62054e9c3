"""Code of a calculator that never ends, or that ends Python, becomes a mistake like any other."""

from pathlib import Path

import pytest

from generator.markdown import time_limit
from generator.problems import Problem, problem_in_code

ROOT = Path(__file__).resolve().parents[2]


def endless() -> None:
    while True:
        pass


def test_a_loop_without_end_is_stopped_in_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.2)
    with pytest.raises(time_limit.EndlessError) as raised, time_limit.time_limit():
        endless()
    problem = problem_in_code(raised.value, ROOT)
    assert problem.path == "tests/generator/test_time_limit.py"
    assert problem.what == "Python raised EndlessError here: it had not ended after 0.2 seconds."
    assert problem.line in {14, 15}


def test_what_ends_in_time_goes_on_undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.05)
    for _ in range(3):
        with time_limit.time_limit():
            pass
    sum(range(10**6))


def test_the_end_of_python_is_told_where_it_was_asked_for() -> None:
    with pytest.raises(RuntimeError) as raised, time_limit.time_limit():
        raise SystemExit(3)
    assert isinstance(problem_in_code(raised.value, ROOT), Problem)
    assert str(raised.value) == "a calculator does not end Python"

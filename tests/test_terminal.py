"""`python -m calculators`: at a terminal, the same answers and sentences as on the page."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

import calculators
from calculators.__main__ import main
from calculators.kit.declare import questions
from generator.runtime import browser_bundle

ROOT = Path(__file__).resolve().parent.parent
SLUGS = calculators.slugs()


def example(slug: str) -> list[str]:
    return [f"{name}={text}" for name, text in calculators.find(slug).example.items()]


def page(slug: str, **answers: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(calculators.answer(slug, urlencode(answers)))
    return said


def test_every_calculator_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert lines == [[slug, calculators.find(slug).title] for slug in SLUGS]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_answer_is_the_pages_own(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    expected = page(slug, **calculators.find(slug).example)
    assert main([slug, *example(slug)]) == 0
    assert capsys.readouterr() == (expected["notes"] + "\n", "")
    assert main(["--json", slug, *example(slug)]) == 0
    assert json.loads(capsys.readouterr().out) == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_what_cannot_be_used_is_said_in_the_pages_sentences(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, question = next(iter(questions(calculators.find(slug).inputs).items()))
    part, nonsense = question.parts(name)[0], "?" * 600
    problems = page(slug, **{part: nonsense})["problems"]
    assert main([slug, f"{part}={nonsense}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [f"{problem['id'].removeprefix('f-')}: {problem['message']}" for problem in problems]
    assert main([slug, "--json", f"{part}={nonsense}"]) == 2
    assert json.loads(capsys.readouterr().out)["problems"] == problems


@pytest.mark.parametrize("slug", SLUGS)
def test_help_names_every_question_with_its_hint(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([slug, "--help"]) == 0
    told = capsys.readouterr().out
    for name, question in questions(calculators.find(slug).inputs).items():
        assert question.label in told
        assert question.hint in told
        assert f"\n{name}" in told
        # Nothing is asked that the terminal has no words for.
        assert told.partition(question.label)[2].splitlines()[1].startswith("    ")


@pytest.mark.parametrize(
    ("slug", "lines"),
    [
        ("talk-test", ["age=…", "A whole number from 18 to 90 (years)", "pulse=unsure: I am not sure", "- Pregnancy"]),
        ("build-up-planner", ["(optional; walking if left out)", "start-day=… start-month=… start-year=…"]),
        ("sleep-check", ["From 2 to 16 hours; minutes may be typed", "habits-room=yes: A cool, dark, quiet room"]),
        ("progress-tracker", ["lines of date,pain,enjoyment,activity,own 1,own 2,own 3", "Up to 120 characters"]),
        ("exposure-ladder", ["steps-1-what=… steps-1-harm=…", "From 3 to 12 rows"]),
    ],
)
def test_help_says_what_each_kind_of_question_takes(
    slug: str, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--help", slug]) == 0
    told = capsys.readouterr().out
    for line in lines:
        assert line in told


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["talk-tests"], "No calculator is called talk-tests. Did you mean talk-test?"),
        (["talk_test", "age=50"], "No calculator is called talk_test. Did you mean talk-test?"),
        (["slep-check", "--help"], "No calculator is called slep-check. Did you mean sleep-check?"),
        (["zzz"], f"No calculator is called zzz. There are: {', '.join(SLUGS)}"),
        (["talk-test", "agee=50"], "talk-test asks nothing called agee. Did you mean age?"),
        (["talk-test", "50"], "50 is not an answer. Write each one as name=value, such as resting=…"),
    ],
)
def test_a_slip_is_told_with_what_may_have_been_meant(
    typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_help_without_a_calculator_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "python -m calculators talk-test --help" in capsys.readouterr().out


def test_the_exit_status_reaches_the_shell() -> None:
    command = [sys.executable, "-m", "calculators", "talk-test", "age=\udcff"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "age: Age must be a number, like 47" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_does_not_go_to_the_browser() -> None:
    wheels = [path for path in browser_bundle.build(ROOT).files.values() if path.suffix == ".whl"]
    names = [name for wheel in wheels for name in zipfile.ZipFile(wheel).namelist()]
    assert [name for name in names if name.startswith("calculators/talk_test.")]
    assert not [name for name in names if "__main__" in name]

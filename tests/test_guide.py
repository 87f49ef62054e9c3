"""CONTRIBUTING.md followed to the letter, in its own order: each file is written and each command typed as it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.guide import GUIDE, Step, steps

ROOT = Path(__file__).resolve().parent.parent
ARTICLE, CALCULATOR, REFERENCE = (
    "Your first article: 10 minutes",
    "Your first calculator: 20 minutes",
    "Add a reference",
)
ADDED = ("Add a claim", "Add a figure", "Add a word to the glossary")


def follow(folder: Path, title: str) -> list[tuple[int, str]]:
    """Do what a section says, and return how each command ended and what it said."""
    said = []
    for step in steps(title):
        if step.file:
            write(folder / step.file, step)
        else:
            said += [run(folder, command) for command in step.text.replace("\\\n", "").splitlines()]
    return said


def write(file: Path, step: Step) -> None:
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    _, front, body = old.split("---\n", 2) if old.startswith("---\n") else ("", "", old)
    if step.how == "write in":
        new = step.text
    elif step.how == "at the end of":
        new = old + step.text
    elif step.how == "below the front matter of":
        new = f"---\n{front}---\n{step.text}"
    else:
        for line in step.text.splitlines():
            key = line.partition(":")[0]
            front, count = re.subn(rf"^{key}:.*$", line, front, flags=re.MULTILINE)
            assert count == 1, line
        new = f"---\n{front}---\n{body}"
    file.write_text(new, encoding="utf-8")


def run(folder: Path, command: str) -> tuple[int, str]:
    """Run a command of the guide, with the Python that runs this test."""
    words = shlex.split(command)
    words = [sys.executable, *words[1:]] if words[0] == "python" else [sys.executable, "-m", *words]
    quiet = ["-p", "no:cacheprovider", "-n0"] if "pytest" in words else []
    done = subprocess.run(
        [*words, *quiet],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the project, in which the guide is followed."""
    for room in ("calculators", "docs", "generator", "overrides", "tests"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "package-lock.json", "pyproject.toml", "requirements.txt"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_first_article_goes_live_and_may_hold_what_the_guide_adds(tree: Path) -> None:
    started, first_check, second_check, report = follow(tree, ARTICLE)
    assert started[0] == 0
    what = "`evidence_level` is rule-of-thumb, but the least sure claim of the page is low."
    assert first_check == (1, f"docs/articles/warmth.md:15: {what}\n    Write low.\n")
    assert second_check[0] == report[0] == 0
    grade, quick = re.findall(r"reads at grade (\d+\.\d)", report[1])
    assert float(grade) < 6
    assert float(quick) < 4
    assert {step.file for step in steps(ARTICLE)} - {""} == {"docs/articles/warmth.md"}
    assert "\nstatus: live\n" in (tree / "docs" / "articles" / "warmth.md").read_text(encoding="utf-8")
    files = [step.file for title in ADDED for step in steps(title)]
    assert files[::2] == ["docs/claims.yml", "docs/figures/warm-minutes.svg", "docs/glossary.yml"]
    for title in ADDED:
        follow(tree, title)
    assert run(tree, "python -m generator check")[1].startswith("No problems in ")


def test_the_first_calculator_needs_three_files_and_keeps_every_law(tree: Path) -> None:
    said = follow(tree, CALCULATOR)
    assert [code for code, _ in said] == [0] * len(said)
    started, first_answer, _, answer, check, laws = (text for _, text in said)
    made = [line.removeprefix("Wrote ") for line in started.splitlines() if line.startswith("Wrote ")]
    assert made == list(dict.fromkeys(step.file for step in steps(CALCULATOR) if step.file))
    assert first_answer.startswith("30 minutes a week\n")
    assert answer.startswith("5 spells, 4 rests between\n")
    assert check.startswith("No problems in ")
    cases = tomllib.loads((tree / "tests" / "cases" / "rest-breaks.toml").read_text(encoding="utf-8"))["case"]
    assert run(tree, "ruff format --check calculators/rest_breaks.py")[0] == 0
    passed = re.search(r"(\d+) passed", laws)
    assert passed
    assert int(passed[1]) > 2 * len(cases)


def test_a_calculator_just_started_keeps_every_law_and_the_style(tree: Path) -> None:
    start = next(step.text for step in steps(CALCULATOR)).replace("\\\n", "").replace("rest-breaks", "bath-minutes")
    assert run(tree, start.replace("Rest breaks in a task", "Minutes in a hot bath"))[0] == 0
    code, said = run(tree, "pytest tests/calculators -k bath-minutes")
    assert code == 0, said
    for style in ("check", "format --check"):
        assert run(tree, f"ruff {style} calculators/bath_minutes.py")[0] == 0


def test_every_command_of_the_guide_is_one_that_there_is() -> None:
    commands = set(re.findall(r"python -m generator (\w+)", GUIDE))
    code, said = run(ROOT, "python -m generator --help")
    assert code == 0
    assert commands == {"new", "check", "finish"}
    assert all(f"python -m generator {command}" in said for command in commands)
    assert all("python -m generator new reference" in step.text for step in steps(REFERENCE))

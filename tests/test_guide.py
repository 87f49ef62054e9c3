"""CONTRIBUTING.md, "Add a calculator", followed to the letter: its three files make a calculator and nothing more."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^### \d\. .*?: `([^`]+)`\n\n```\w+\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE))


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the guide's files in it."""
    folder = tmp_path_factory.mktemp("followed")
    for room in ("calculators", "docs", "generator", "overrides", "tests"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, folder / name)
    for path, text in FILES.items():
        assert not (folder / path).exists()
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_the_guide_gives_one_python_file_one_file_of_cases_and_one_page() -> None:
    assert sorted(FILES) == [
        "calculators/rest_breaks.py",
        "docs/calculators/rest-breaks.md",
        "tests/cases/rest-breaks.toml",
    ]


def test_the_page_has_no_problem(followed: Path) -> None:
    assert "No problems" in run(followed, "generator", "check")


def test_the_calculator_answers_at_a_terminal(followed: Path) -> None:
    assert run(followed, "calculators", "rest-breaks", "task=45").startswith("5 spells, 4 rests between\n")


def test_its_examples_and_the_laws_of_all_calculators_hold(followed: Path) -> None:
    cases = tomllib.loads(FILES["tests/cases/rest-breaks.toml"])["case"]
    said = run(followed, "pytest", "-p", "no:cacheprovider", "-n0", "tests/calculators", "-k", "rest-breaks")
    passed = re.search(r"(\d+) passed", said)
    assert passed
    assert int(passed[1]) > 2 * len(cases)

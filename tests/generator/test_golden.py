"""Each file in golden/ is named for the rule it proves: Markdown, and the HTML or the problems it gives.

`end` holds the references and notes, where the rule is about them.
"""

import re
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from generator.library import Library

GOLDEN = Path(__file__).parent / "golden"
END = re.compile(r'\n(?=<section aria-labelledby="references"|<div class="note-bodies")')


@pytest.mark.parametrize("name", sorted(file.stem for file in GOLDEN.glob("*.yml")))
def test_golden(name: str, md: Markdown, library: Library) -> None:
    case = yaml.safe_load((GOLDEN / f"{name}.yml").read_text(encoding="utf-8"))
    html, *end = END.split(f"{md.convert(case['markdown'])}\n", maxsplit=1)
    assert "".join(f"{problem}\n" for problem in library.problems) == case.get("problems", "")
    if "html" in case:
        assert f"{html.rstrip()}\n" == case["html"]
    if "end" in case:
        assert "".join(end) == case["end"]


def test_every_case_expects_something() -> None:
    for file in GOLDEN.glob("*.yml"):
        case = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert case.keys() <= {"markdown", "html", "end", "problems"}, file.name
        assert case.keys() & {"html", "problems"}, file.name

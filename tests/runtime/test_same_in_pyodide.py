"""The frozen Python of the browser answers letter for letter as the Python that builds the site, and lacks nothing.

Where it does lack something, it traps or raises instead of answering: that ends the script, and fails the test.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

import calculators
from generator.runtime import browser_bundle
from generator.runtime.chance import forms
from tests.effort import tries
from tests.frozen import answers

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
FORMS = tries(1000)


@pytest.mark.parametrize("half", [0, 1])  # one for each core
def test_browser_python_gives_the_same_bytes(half: int, tmp_path: Path) -> None:
    slugs = calculators.slugs()[half::2]
    bundle = browser_bundle.build(ROOT)
    # Other readers than those whose forms decided what Python is left.
    drawn = [form for slug in slugs for form in forms(slug, FORMS, slug)]
    asked = [*drawn, *(case for slug in slugs for case in _cases(slug))]
    answered = answers(bundle, asked, tmp_path)
    assert len(answered) == len(asked) > FORMS * len(slugs)
    for form, there in zip(asked, answered, strict=True):
        assert there == calculators.answer(*form), form
    plans = sum(json.loads(there)["ok"] for there in answered)
    assert len(answered) / 4 < plans < len(answered), "both plans and problems must be compared"


def _cases(slug: str) -> Iterator[tuple[str, str, str]]:
    """What the worked examples of a calculator answer."""
    for case in tomllib.loads((CASES / f"{slug}.toml").read_text(encoding="utf-8"))["case"]:
        if "answers" in case:
            yield slug, urlencode(case["answers"]), ""

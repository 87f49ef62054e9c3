"""Every word and number of each worked example's result, as `tests/cases/` keeps them: none changes unseen.

`SLUG.txt` holds the questions, the results of the examples in `SLUG.toml`, and a fingerprint of what each of a hundred
readers drawn by chance is told; `SLUG.html` and `SLUG.notes` hold the example on the page, shown and as copied notes.

    python -m tests.every_word

writes the files anew. What a change of the code makes readers see then stands beside it, to be read before it is kept.
"""

import hashlib
import json
import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import calculators
from calculators.kit.declare import Calculator, Inputs, questions
from calculators.kit.faults import BadAnswer
from calculators.kit.read import read
from calculators.kit.result import Result
from generator.runtime.chance import answers

CASES = Path(__file__).resolve().parent / "cases"
READERS = 100
# What a calculator is declared with, besides its questions and example.
ABOUT = ("title", "version", "references", "example_note", "leads_to_effort", "fold", "notice")


def every_word(slug: str) -> str:
    """A calculator's questions and worked examples; a part that stood before is named, not repeated."""
    calculator = calculators.find(slug)
    first: dict[tuple[str, ...], str] = {}
    lines = [f"Written by `python -m tests.every_word` from the examples in {slug}.toml.", ""]
    lines += [f"{name}: {getattr(calculator, name)}" for name in ABOUT]
    lines += ["", "# Questions", *_asked(calculator.inputs)]
    for case in tomllib.loads((CASES / f"{slug}.toml").read_text(encoding="utf-8"))["case"]:
        if "gives" in case:
            lines += ["", f"# {case['name']}"]
            for part in _parts(_result(calculator, case["answers"])):
                known = first.setdefault(part, case["name"])
                lines += part if known == case["name"] else [f"{part[0].partition(':')[0]}: as for “{known}”"]
    return "\n".join([*lines, "", "# Readers drawn by chance", *_by_chance(calculator)]) + "\n"


def _by_chance(calculator: Calculator[Any]) -> Iterator[str]:
    chance = random.Random(calculator.slug)
    for number in range(1, READERS + 1):
        try:
            parts = list(_parts(_result(calculator, answers(calculator.inputs, chance))))
            said = "\n".join(line for part in parts for line in part)
        except BadAnswer as bad:
            parts, said = [("", bad.problem.message)], bad.problem.message
        yield f"{number}: {hashlib.sha256(said.encode()).hexdigest()[:8]} {parts[0][1].strip()}"


def _result(calculator: Calculator[Any], given: dict[str, str]) -> Result:
    made: Result = calculator.work_out(read(calculator.inputs, given).inputs)
    return made


def _asked(inputs: type[Inputs]) -> Iterator[str]:
    """The questions of a form, with all that each is declared with."""
    for name, question in questions(inputs).items():
        yield f"{name}: {type(question).__name__}"
        for field in fields(question):
            value = getattr(question, field.name)
            words = [f"{key} = {text}" for key, text in value.items()] if isinstance(value, Mapping) else [str(value)]
            if not _empty(value):
                yield from (f"  {field.name}: {text}" for text in words)


def every_tag(slug: str) -> str:
    """The HTML of the worked example on the calculator's page, with a line for each element."""
    return _on_page(slug)["html"].replace("><", ">\n<") + "\n"


def every_note(slug: str) -> str:
    """The worked example on the calculator's page, as a reader copies it."""
    return _on_page(slug)["notes"] + "\n"


def _on_page(slug: str) -> dict[str, str]:
    said: dict[str, str] = json.loads(calculators.answer(slug, urlencode(calculators.find(slug).example), "../../"))
    return said


KEPT = {".txt": every_word, ".html": every_tag, ".notes": every_note}


def _parts(result: Result) -> Iterator[tuple[str, ...]]:
    """What a result holds: the lines of each block of its body, and of each of its other fields."""
    for field in fields(result):
        value = getattr(result, field.name)
        if field.name == "body":
            yield from (tuple(_lines(block)) for block in value)
        elif not _empty(value):
            yield (f"{field.name}:", *(f"  {line}" for line in _lines(value)))


def _lines(value: Any) -> Iterator[str]:
    """A value as lines: of a record its own words on one, and below that the parts it holds."""
    if hasattr(value, "_asdict"):
        own = [str(part) for part in value if not isinstance(part, tuple) and not _empty(part)]
        yield f"{type(value).__name__}: {' | '.join(own)}"
        yield from (f"    {line}" for part in value if isinstance(part, tuple) for line in _lines(part))
    elif isinstance(value, tuple) and any(isinstance(part, tuple) for part in value):
        for part in value:
            yield from _lines(part) if hasattr(part, "_asdict") else [" | ".join(map(str, part))]
    elif isinstance(value, tuple):
        yield from map(str, value)
    else:
        yield str(value)


def _empty(value: object) -> bool:
    return value is None or value is False or value in ("", ()) or value == {}


if __name__ == "__main__":
    for slug in calculators.slugs():
        for ending, made in KEPT.items():
            (CASES / f"{slug}{ending}").write_text(made(slug), encoding="utf-8")

"""CONTRIBUTING.md as a test follows it: the blocks of a section, in their order."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.pages.source import mask_code

GUIDE = (Path(__file__).resolve().parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?P<before>\S[^\n]*)\n\n```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
WRITES = re.compile(
    r"\b(?P<how>[Ww]rite in|[Bb]elow the front matter of|[Ii]n the front matter of|[Aa]t the end of|[Cc]hange in)"
    r" `(?P<file>[^`]+)`"
)


@dataclass(frozen=True)
class Step:
    """A block of the guide: a command, or a text and where it is to stand."""

    text: str
    how: str = ""
    file: str = ""


def steps(title: str) -> list[Step]:
    """What a section of the guide has its reader do."""
    headings = list(re.finditer(r"^## (.*)$|\Z", mask_code(GUIDE), re.MULTILINE))
    (start, end) = next((here.end(), after.start()) for here, after in pairwise(headings) if here[1] == title)
    found = []
    for block in BLOCK.finditer(GUIDE, start, end):
        place = WRITES.search(block["before"])
        if block["kind"] == "sh":
            found.append(Step(block["text"]))
        elif place:
            found.append(Step(block["text"], place["how"].lower(), place["file"]))
    return found

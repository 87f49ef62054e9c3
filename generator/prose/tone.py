"""Words that do readers no good: those that blame, frighten, promise, sell, command or belittle.

The words stand in generator/prose/tone_words.yml. Some stop a page, the rest are told to its author. A word is fine after a
"not" or "no", in quotation marks, in a question that a reader asks, or when it is told as what others say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from generator.problems import Problems
from generator.shared_files import documents, records

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = Path(__file__).with_name("tone_words.yml")
_DENIED = re.compile(r"(?i:\b(?:no|not|never|nobody|nothing|none|neither|nor|cannot|without|\w+n['’]t)\b)[^,;:]*$")
_ASKED = re.compile(r"\b(?:I|my|me)\b.*\?\s*$")
_QUOTED = re.compile(r"“[^”]*”|(?<!\w)\"[^\"]*\"")
_TOLD = re.compile(
    r"(?i:\b(?:some|others?|people|one|many|most|articles?|pages?|clinics?|adverts?|you (?:may|might|could|will))\b"
    r"[^,;:.]{0,40}?\b(?:says?|said|claims?|claimed|writes?|wrote|calls?|called|reads?|hears?|told)\b)[^;:]*$"
)


class _Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: Annotated[list[str], Meta(min_length=1, description="a list of phrases")]
    say: Annotated[str, Meta(min_length=3, description="what to say in their place")]
    stops: Annotated[bool, Meta(description="true or false")] = False


_Rules = Annotated[list[_Rule], Meta(min_length=1, description="a list of words, each with what to say")]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promise: _Rules
    blame: _Rules
    threat: _Rules
    sales: _Rules
    command: _Rules
    belittle: _Rules


@dataclass(frozen=True)
class Finding:
    """A word that does readers no good.

    Attributes:
        word: As it stands in the text.
        kind: What it does, such as "blame".
        say: What to say in its place.
        stops: Whether it stops a page, unless its sentence makes a claim of high certainty.
        start: Where it stands in the text.
    """

    word: str
    kind: str
    say: str
    stops: bool
    start: int


def findings(sentence: str) -> Iterator[Finding]:
    """The words of a sentence that do readers no good, in order."""
    if _ASKED.search(sentence):
        return
    pattern, rules = _rules()
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), sentence)
    for found in pattern.finditer(plain):
        if not _DENIED.search(plain, 0, found.start()) and not _TOLD.search(plain, 0, found.start()):
            kind, rule = rules[int(str(found.lastgroup)[1:])]
            yield Finding(found[0], kind, rule.say, rule.stops, found.start())


def overstated(sentence: str) -> Finding | None:
    """The first word of a sentence that stops a page; "there is no cure" overstates nothing."""
    if not may_overstate(sentence):
        return None
    return next((finding for finding in findings(sentence) if finding.stops), None)


def may_overstate(text: str) -> bool:
    """Whether a text holds the words of a phrase that stops a page: few do, and to look for the phrases takes long."""
    lowered = text.lower()
    for first, others in _stoppers().items():
        if first in lowered and any(all(word in lowered for word in rest) for rest in others):
            return True
    return False


@cache
def _stoppers() -> dict[str, list[list[str]]]:
    """The words of the phrases that stop a page, by their first, in small letters and without their endings."""
    found: dict[str, list[list[str]]] = {}
    for phrase in (phrase for _, rule in _rules()[1] if rule.stops for phrase in rule.words):
        first, *rest = (word.rstrip("*").lower() for word in phrase.split())
        found.setdefault(first, []).append(rest)
    return found


@cache
def _rules() -> tuple[re.Pattern[str], list[tuple[str, _Rule]]]:
    problems = Problems(at_once=True)
    words = records.read(
        _Words, documents.parse(_FILE.read_text(encoding="utf-8"), f"generator/{_FILE.name}", problems)
    )
    rules = [(kind, rule) for kind, listed in msgspec.structs.asdict(words).items() for rule in listed] if words else []
    patterns = [f"(?P<w{index}>{'|'.join(map(_pattern, rule.words))})" for index, (_, rule) in enumerate(rules)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE), rules


def _pattern(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in phrase.split())

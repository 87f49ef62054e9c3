"""What an author may want to look at on a page: help, where `generator.problems` are mistakes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.markdown.citations import cited_keys
from generator.pages.front_matter import HealthMatter
from generator.pages.page_facts import sources_of
from generator.pages.reading_time import ReadingTime, reading_time
from generator.prose.prose import read_prose
from generator.prose.readability import Measures, hardest, measure
from generator.prose.tone import findings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.library import Library
    from generator.pages.front_matter import Page
    from generator.prose.prose import Prose, Reading
    from generator.prose.tone import Finding

# What a sentence says that does something to somebody's health, or how much.
_EFFECT = re.compile(
    r"(?i:\b(?:eas(?:e|es|ed)|improv\w+|reduc\w+|lower(?:s|ed)|prevent\w*|worsen\w*|protect\w*|help(?:s|ed)|cuts?"
    r"|caus(?:e|es|ed)|leads? to|rais(?:e|es|ed))\b)|\d"
)


@dataclass(frozen=True)
class AuthorNotes:
    """What is worth a look on one page.

    Attributes:
        path: Its file: `docs/articles/flare-ups.md`.
        time: How long it takes to read.
        whole: How hard all of it is to read; None if it has no sentence.
        quick: How hard its quick read is; None if it has none.
        hardest: Its hardest sentences, with their grades.
        tone: Words that do readers no good, with their lines.
        ungraded: Sentences with a number or an effect and a source, that no claim in their paragraph grades.
        next_review: The day by which it is to be reviewed; None for a page that says nothing about health.
        days_left: Days until then, below 0 if it is overdue.
        unverified: Keys of the sources it names that nobody has seen whole or in part.
    """

    path: str
    time: ReadingTime
    whole: Measures | None
    quick: Measures | None
    hardest: tuple[tuple[Reading, float], ...]
    tone: tuple[tuple[int, Finding], ...]
    ungraded: tuple[Reading, ...]
    next_review: dt.date | None
    days_left: int | None
    unverified: tuple[str, ...]


def notes_on(library: Library, page: Page) -> AuthorNotes:
    """Look at one page."""
    prose = page.fact(read_prose)
    due = page.matter.next_review if isinstance(page.matter, HealthMatter) else None
    return AuthorNotes(
        path=page.path,
        time=reading_time(prose),
        whole=measure(prose.sentences),
        quick=measure([sentence for sentence in prose.sentences if sentence.quick]),
        hardest=tuple((sentence, found.grade) for sentence, found in hardest(prose.sentences)),
        tone=tuple(_tone(page, prose)),
        ungraded=tuple(_ungraded(library, prose)),
        next_review=due,
        days_left=(due - library.today).days if due else None,
        unverified=tuple(sorted(each.key for each in sources_of(library, page) if each.checked != "yes")),
    )


def _tone(page: Page, prose: Prose) -> Iterator[tuple[int, Finding]]:
    for key in ("title", "description", "main_message"):
        line = page.text.count("\n", 0, page.text.find(f"\n{key}:") + 1) + 1
        yield from ((line, finding) for finding in findings(str(getattr(page.matter, key, ""))))
    for reading in sorted((*prose.sentences, *prose.labels), key=lambda each: each.line):
        yield from ((reading.line, finding) for finding in findings(reading.text))


def _ungraded(library: Library, prose: Prose) -> Iterator[Reading]:
    graded: dict[int, set[str]] = {}
    for sentence in prose.sentences:
        for key in sentence.claims:
            if claim := library.claims.get(key):
                graded.setdefault(sentence.paragraph, set()).update(claim.sources)
    for sentence in prose.sentences:
        cited = {key for cite in sentence.cites for key in cited_keys(f"[{cite}]")}
        if cited - graded.get(sentence.paragraph, set()) and not sentence.claims and _EFFECT.search(sentence.text):
            yield sentence

"""`python -m generator check --report`: how the pages read, and what comes round each week. Help for authors, never part of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.commands.outside_links import OutsideLink, ask, outside_links
from generator.preview.author_notes import AuthorNotes, notes_on
from generator.prose.readability import LONG, QUICK, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.library import Library
    from generator.pages.front_matter import Page
    from generator.prose.readability import Limit, Measures

SOON_DAYS = 60  # a review that is due within so many days is worth planning
_HEAD = ("Page", "Grade", "SMOG", "Quick read", "Long", "Tone", "Ungraded", "Unseen", "Review in")


@dataclass(frozen=True)
class Unverified:
    """A source that nobody has seen whole or in part.

    Attributes:
        key: What an author cites it by.
        line: Its line in docs/references.bib.
        checked: How far it was checked: secondhand or memory.
        pages: The pages that cite it.
    """

    key: str
    line: int
    checked: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """All there is to look at.

    Attributes:
        pages: What is worth a look on each page.
        overdue: Pages whose review is overdue, the longest first.
        soon: Pages whose review is due within `SOON_DAYS`, the next first.
        unverified: The sources that nobody has seen.
        links: The links that lead out of the site.
    """

    pages: list[AuthorNotes]
    overdue: list[str]
    soon: list[str]
    unverified: list[Unverified]
    links: list[OutsideLink]


def make_report(library: Library, pages: Iterable[Page], *, open_links: bool = False) -> Report:
    """Look at everything.

    Args:
        library: Knows what the pages cite, since they have been checked.
        pages: The pages.
        open_links: Ask the host of each link whether it is there, which needs a network.
    """
    notes = [notes_on(library, page) for page in pages]
    dated = sorted((each.days_left, each.path) for each in notes if each.days_left is not None)
    unverified = [
        Unverified(
            key, reference.line, reference.checked, tuple(page.path for page in library.uses.by_source.get(key, ()))
        )
        for key, reference in library.bibliography.items()
        if reference.checked != "yes"
    ]
    found = outside_links(library)
    return Report(
        pages=notes,
        overdue=[path for days, path in dated if days < 0],
        soon=[path for days, path in dated if 0 <= days <= SOON_DAYS],
        unverified=unverified,
        links=ask(found) if open_links else found,
    )


def whole_report(report: Report) -> Iterator[str]:
    """The report in words, line by line."""
    yield from table(report.pages)
    days = {each.path: each.days_left or 0 for each in report.pages}
    yield from _section("Reviews overdue", [f"{path}: {review(days[path])}" for path in report.overdue])
    yield from _section(
        f"Reviews due within {SOON_DAYS} days", [f"{path}: {review(days[path])}" for path in report.soon]
    )
    seen = [
        f"docs/references.bib:{each.line}: {each.key} ({each.checked or 'not said'}), cited by {len(each.pages)}"
        for each in report.unverified
    ]
    yield from _section("Sources that nobody has seen", seen)
    yield from _section("Links that lead out of the site", [line for link in report.links for line in _link(link)])
    if asked := [link for link in report.links if link.answer]:
        dead = sum(link.dead for link in asked)
        there = sum(link.answer.startswith("there") for link in asked)
        yield f"Asked for {len(asked)}: {there} are there, {dead} are not, {len(asked) - there - dead} cannot be told."
    else:
        yield "None of them was opened. `--links` tries each, which needs a network."


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(lines) or 'none'}"
    yield from (f"    {line}" for line in lines)


def _link(link: OutsideLink) -> Iterator[str]:
    yield f"{link.address}{f': {link.answer}' if link.answer else ''}"
    cited = f", cited by {len(link.pages)} page{'' if len(link.pages) == 1 else 's'}" if link.pages else ""
    yield f"    in {', '.join(link.places)}{cited}"


def in_words(notes: AuthorNotes) -> Iterator[str]:
    """All that is worth a look on a page, line by line."""
    yield notes.path
    for name, measures, limit in (("The page", notes.whole, WHOLE), ("The quick read", notes.quick, QUICK)):
        if measures:
            yield f"    {name} reads at grade {_grade(measures, limit)}{_smog(measures)}."
    if notes.whole:
        yield f"    {notes.whole.long_percent} of 100 sentences have more than {LONG} words."
    if notes.time.quick:
        yield f"    The quick read takes {_count(notes.time.quick, 'minute')}."
    yield f"    The whole page takes {_count(notes.time.whole, 'minute')}."
    if notes.days_left is not None:
        yield f"    {review(notes.days_left)}"
    for sentence, grade in notes.hardest:
        yield f"    {notes.path}:{sentence.line}: grade {grade:.0f}: {sentence.text}"
    for line, finding in notes.tone:
        yield f'    {notes.path}:{line}: "{finding.word}" ({finding.kind}). Say {finding.say}.'
    for sentence in notes.ungraded:
        yield f"    {notes.path}:{sentence.line}: no claim grades this: {sentence.text}"
    for key in notes.unverified:
        yield f'    Nobody has seen the source "{key}" yet.'


def review(days_left: int) -> str:
    """When the review of a page is due, in a sentence."""
    if days_left < 0:
        return f"Its review is {_count(-days_left, 'day')} overdue."
    return f"Its review is due in {_count(days_left, 'day')}."


def table(notes: list[AuthorNotes]) -> Iterator[str]:
    """One row for each page, with a star where a text is harder than it aims to be."""
    rows = [_HEAD, *map(_row, notes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        name, *figures = [
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join([name, *figures])
    yield ""
    yield f"Grade: Flesch-Kincaid, with a star above {WHOLE.aim}, and above {QUICK.aim} in a quick read."
    yield f"Long: of 100 sentences, those of more than {LONG} words. Tone, Ungraded, Unseen: how many; name a page to see them."


def _row(notes: AuthorNotes) -> tuple[str, ...]:
    return (
        notes.path,
        _grade(notes.whole, WHOLE) if notes.whole else "",
        f"{notes.whole.smog:.1f}" if notes.whole and notes.whole.smog else "",
        _grade(notes.quick, QUICK) if notes.quick else "",
        f"{notes.whole.long_percent}" if notes.whole else "",
        *(str(len(each) or "") for each in (notes.tone, notes.ungraded, notes.unverified)),
        "" if notes.days_left is None else _count(notes.days_left, "day"),
    )


def _grade(measures: Measures, limit: Limit) -> str:
    return f"{measures.grade:.1f}{'*' if measures.grade > limit.aim else ''}"


def _smog(measures: Measures) -> str:
    return f", SMOG grade {measures.smog:.1f}" if measures.smog else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if abs(number) == 1 else 's'}"

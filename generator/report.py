"""How the pages read and what is worth a look on each: help for authors, never part of a page.

python -m generator report                       every page in one row
python -m generator report articles/flare-ups.md all that is worth a look on a page
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import msgspec

from generator.author_notes import AuthorNotes, notes_on
from generator.front_matter import check_pages
from generator.library import Library
from generator.problems import did_you_mean
from generator.readability import LONG, QUICK, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.readability import Limit, Measures

_HEAD = ("Page", "Grade", "SMOG", "Quick read", "Long", "Tone", "Ungraded", "Unseen", "Review in")


def main(arguments: list[str] | None = None) -> int:
    """Print the report. Returns the exit code, 1 if a page is not there."""
    parser = argparse.ArgumentParser(
        prog="python -m generator report", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="a file, from docs/ or from the project's folder")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    options = parser.parse_args(arguments)
    library = Library()
    pages = {page.path: page for page in check_pages(library)}
    named = [name if name in pages else f"{library.docs.name}/{name}" for name in options.pages]
    if missing := [name for name in named if name not in pages]:
        for name in missing:
            print(f"No page is called {name}. {did_you_mean(name, pages, 'Look in docs/.')}", file=sys.stderr)
        return 1
    notes = [notes_on(library, page) for path, page in pages.items() if not named or path in named]
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(notes)).decode())
    elif named:
        print("\n\n".join("\n".join(in_words(each)) for each in notes))
    else:
        print("\n".join(table(notes)))
    return 0


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

"""`[[people: flares-common]]` on a line of its own: "out of 100 people", drawn from the numbers of a claim's record.

The sentence, the picture and its text alternative are made from the same numbers. Each row of the record is a group of
people on the same base, so that a gain and a harm can be seen side by side. A filled figure is someone it happened to,
and an outlined one is someone it did not, which needs no colour to tell apart.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, override

from markdown import Extension

from generator.markdown.claims import claim_mark
from generator.markdown.own_line import Marker, OwnLineProcessor
from generator.markdown.people_grid import grid, key
from generator.pages.source import keep_source
from generator.problems import did_you_mean
from generator.shared_files.claim_records import LEVELS, Claim, People, Row
from generator.shared_files.reference_style import short

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library


def people_title(people: People) -> str:
    """What the picture shows: a sentence where there is one group, and the base of all groups where there are more."""
    base = f"Out of {people.of:,} {people.who}"
    return base if len(people.rows) > 1 else f"{base}, about {people.rows[0].count} {people.rows[0].had}"


def people_html(people: People, source: str, caption: str = "") -> str:
    """An icon array.

    Args:
        people: The numbers.
        source: Where they are from, in HTML.
        caption: A sentence that this page adds to it, in HTML; it may be empty.
    """
    doubts = " ".join(filter(None, (_doubt(row) for row in people.rows)))
    said = "".join(f'<p class="figure__caption">{text}</p>\n' for text in (doubts, caption) if text)
    return (
        '<figure class="figure people">\n'
        f'<figcaption class="figure__title">{escape(people_title(people), quote=False)}</figcaption>\n'
        f"{''.join(_row(people, row) for row in people.rows)}{said}"
        f'<p class="people__source">{source}</p>\n'
        "</figure>"
    )


def _row(people: People, row: Row) -> str:
    rest = people.of - row.count
    # Where there is one group, the title has said what happened to it.
    had = f" {row.had}" if len(people.rows) > 1 else ""
    words = f"{people.of:,} figures. {row.count} are filled: {row.had}. {rest} are outlined: {row.rest}."
    return (
        '<p class="people__counts">'
        f"<span>{key(filled=True)} <strong>{row.count}</strong>{escape(had, quote=False)}</span> "
        f"<span>{key(filled=False)} <strong>{rest}</strong> {escape(row.rest, quote=False)}</span></p>\n"
        f"{grid(row.count, people.of, escape(words))}\n"
    )


def _doubt(row: Row) -> str:
    if row.low is None or row.high is None:
        return ""
    return f"It could be as few as {row.low}, or as many as {row.high}."


class PeopleExtension(Extension):
    """Icon arrays."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        processor = OwnLineProcessor(md, "people", self._render, self.library.problems)
        md.parser.blockprocessors.register(processor, "people", 70)

    def _render(self, marker: Marker) -> str | None:
        name = marker.name
        claim = self.library.claims.get(name)
        if claim is None:
            if name not in self.library.unreadable_claims:  # whose problems are noted where they stand
                counted = [key for key, claim in self.library.claims.items() if claim.people]
                mend = did_you_mean(name, counted, "Name a claim whose record has `people:`.")
                marker.note(f'No claim is called "{name}".', mend)
        elif claim.people is None:
            marker.note(f'The claim "{name}" counts no people.', "Give its record in docs/claims.yml `people:`.")
        elif not marker.source.holds(claim_mark(name)):
            # The claim's note brings its sources into the list of references, to which the picture leads.
            marker.note(
                f'The page does not make the claim "{name}".', f"Mark a sentence near it with [[claim: {name}]]."
            )
        else:
            return people_html(claim.people, self._source(claim), marker.caption)
        return None

    def _source(self, claim: Claim) -> str:
        known = [self.library.bibliography[key] for key in claim.sources if key in self.library.bibliography]
        names = "; ".join(f'<a href="#ref-{each.key}">{escape(short(each), quote=False)}</a>' for each in known)
        return f"From {names}. {LEVELS[claim.certainty].label}." if names else f"{LEVELS[claim.certainty].label}."

"""`[[certainty-levels]]`: what each level of certainty is called, what it means, and the words that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markdown.notes import add, append_text
from generator.prose.wording import HEDGES
from generator.shared_files.claim_records import LEVELS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.library import Library

_HEADINGS = ("How sure", "What it means", "Words we use")


def fill_certainty(box: Element, library: Library) -> None:
    """Fill a box with a table of the levels, from the surest to the least sure."""
    table = add(box, "table")
    row = add(add(table, "thead"), "tr")
    for heading in _HEADINGS:
        add(row, "th", heading, {"scope": "col"})
    body = add(table, "tbody")
    for key, level in LEVELS.items():
        row = add(body, "tr")
        name = add(row, "th", "", {"scope": "row"})
        add(name, "span", level.dots, {"class": "certainty", "aria-hidden": "true"})
        append_text(name, f" {level.label}")
        add(row, "td", level.meaning(library.vocabulary.people))
        add(row, "td", f"We say {HEDGES[key]}." if HEDGES[key] else "No such word is needed.")

"""`[[licences]]`: under which licence each part of the site is, and each tool that builds or checks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.markdown.notes import add, append_text
from generator.publishing.bill import NAME
from generator.publishing.parts import read_parts, unknown_licences
from generator.runtime.versions import BundleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from generator.library import Library
    from generator.publishing.parts import Part

_HEADINGS = ("Part", "Version", "Licence")


def fill_licences(box: Element, library: Library) -> None:
    """Fill a box with two tables: what readers get, and the tools."""
    try:
        parts = read_parts(Path.cwd())
    except BundleError:  # told by a build, which needs what is missing; a check does without
        return
    for problem in unknown_licences(Path.cwd(), parts):
        library.problems.note(problem)
    add(box, "h2", "What your browser gets", {"id": "what-your-browser-gets"})
    _add_table(box, (part for part in parts if part.reaches_readers))
    add(box, "h2", "What builds and checks the site", {"id": "what-builds-and-checks-the-site"})
    add(box, "p", "None of this reaches your browser. The licence stands as its makers write it.")
    _add_table(box, (part for part in parts if not part.reaches_readers))
    told = add(box, "p", "For programs, the same stands in a ")
    add(told, "a", "bill of materials", {"href": f"../../{NAME}"})
    append_text(told, " (CycloneDX 1.6).")


def _add_table(box: Element, parts: Iterable[Part]) -> None:
    table = add(box, "table")
    row = add(add(table, "thead"), "tr")
    for heading in _HEADINGS:
        add(row, "th", heading, {"scope": "col"})
    body = add(table, "tbody")
    for part in parts:
        row = add(body, "tr")
        add(row, "th", part.name, {"scope": "row"})
        add(row, "td", part.version)
        add(row, "td", part.licence)

"""`[[help-elsewhere]]`: the telephone lines of every country but the first, from docs/help-now.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markdown.notes import add, append_text
from generator.shared_files.help_cards import call

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.library import Library


def fill_elsewhere(box: Element, library: Library) -> None:
    """Fill a box with a card for each country."""
    for country in library.help_now.elsewhere if library.help_now else ():
        card = add(box, "div", "", {"class": "help-country"})
        add(card, "h3", country.name)
        lines = add(card, "ul")
        for line in country.lines:
            item = add(lines, "li")
            add(item, "a", line.number, {"href": call(line)})
            append_text(item, f" {line.reaches}")

"""A short list of links to the parts of a long page."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.markdown.notes import add

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element


def add_jump_list(parent: Element, label: str, parts: Iterable[tuple[str, str]]) -> None:
    """Append a list of links.

    Args:
        parent: Where the list goes.
        label: What the list leads to: "Jump to a letter".
        parts: Text and id of each part.
    """
    nav = add(parent, "nav", "", {"class": "jump", "aria-labelledby": "jump"})
    add(nav, "p", label, {"id": "jump"})
    links = add(nav, "ul")
    for text, anchor in parts:
        add(add(links, "li"), "a", text, {"href": f"#{anchor}"})


def sorting_letters(text: str) -> str:
    """What a word is sorted by: `Ádám's` and `adams` stand together."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign == " ")

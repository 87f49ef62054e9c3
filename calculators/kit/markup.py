"""The only maker of HTML: `tag()` escapes every text and attribute, so no reader's words become markup."""

from __future__ import annotations

from html import escape


class Markup(str):
    """HTML that is already safe. Only this module makes it."""

    __slots__ = ()


def join(*parts: str) -> Markup:
    """One piece of HTML from several; plain text among them is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def tag(name: str, *children: str, **attributes: str | int | bool) -> Markup:
    """An element with its children.

    Attribute names are written as Python allows: `class_` for class, `aria_label` for aria-label. True gives a bare
    attribute, False none.
    """
    opening = [name]
    for key, value in attributes.items():
        written = key.rstrip("_").replace("_", "-")
        if value is True:
            opening.append(written)
        elif value is not False:
            opening.append(f'{written}="{escape(str(value))}"')
    return Markup(f"<{' '.join(opening)}>{join(*children)}</{name}>")

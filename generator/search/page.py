"""What search reads in a built page: its title, section and main message, and its words, part by part.

A part is what stands under a heading. The HTML is our own templates' and Markdown's, so that a few patterns read it
many times faster than a parser for any HTML would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*"
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b(?P<attributes>{_ATTRIBUTES})>|<!--.*?-->", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_LEAD = re.compile(r'<p class="page__lead">(.*?)</p>', re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_MENU = re.compile(r'<nav class="site-nav".*?</nav>', re.DOTALL)
_SECTION = re.compile(r"<a [^>]*aria-current[^>]*>(.*?)</a>", re.DOTALL)
_ID = re.compile(r"""\bid=["']([^"']*)["']""")
_NOT_READ = re.compile(r"""\bdata-no-search\b|\bclass=["'](?:cite|figure__words|print-only|words__used)["']""")

_BODY = '<div class="prose">'
_TOOL = "page--tool"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt"})
_NEVER_READ = frozenset(
    {"button", "dialog", "footer", "form", "h1", "nav", "noscript", "script", "style", "svg", "template"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup"}
    | {"time", "u", "wbr"}
)


class Part(NamedTuple):
    """What stands under a heading, or before the first one.

    Attributes:
        anchor: The heading's id; empty before the first heading.
        heading: Its words; empty likewise.
        text: What follows it, on one line.
    """

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class SearchPage:
    """A page as search knows it.

    Attributes:
        address: From the site's root: "articles/flare-ups/".
        title: Its heading.
        section: The part of the site that it is in, as the menu names it; empty if it is in none.
        message: Its main message, or else its description.
        description: What it is about, in one line.
        is_tool: Whether it is a calculator's own page.
        parts: Its words; a heading with nothing under it is left out.
    """

    address: str
    title: str
    section: str
    message: str
    description: str
    is_tool: bool
    parts: tuple[Part, ...]


def read_page(html: str, address: str) -> SearchPage | None:
    """Read a built page; None if it is no page of reading, such as a page that leads elsewhere."""
    title = _TITLE.search(html)
    body = html.find(_BODY)
    if title is None or body < 0:
        return None
    menu = _MENU.search(html)
    section = _SECTION.search(menu[0]) if menu else None
    lead, description = _LEAD.search(html), _DESCRIPTION.search(html)
    told = _text(description[1]) if description else ""
    return SearchPage(
        address,
        _text(title[1]),
        _text(section[1]) if section else "",
        _text(lead[1]) if lead else told,
        told,
        _TOOL in html[max(0, html.find("<article")) : body],
        parts_of(html, body + len(_BODY)),
    )


def parts_of(html: str, position: int = 0) -> tuple[Part, ...]:
    """The parts of the `div` whose content starts at `position`."""
    parts: list[Part] = []
    anchor, heading = "", ""
    near = ""  # the id of the element that starts here: a heading may stand in it and have none of its own
    inside = False  # a heading of a part
    pieces: list[str] = []
    depth = 1
    while depth and (tag := _TAG.search(html, position)):
        pieces.append(html[position : tag.start()])
        position = tag.end()
        name, attributes = (tag["name"] or "").lower(), tag["attributes"] or ""
        if name not in _INLINE:
            pieces.append(" ")
        if tag["end"]:
            depth -= name == "div"
            if inside and name in _HEADINGS:
                heading, pieces, inside = _text("".join(pieces)), [], False
            continue
        if name in _NEVER_READ or _NOT_READ.search(attributes):
            position = _after(html, name, position)
            continue
        depth += name == "div"
        if name in _INLINE:
            continue
        found = _ID.search(attributes)
        near = found[1] if found else near if name in _HEADINGS else ""
        if name in _HEADINGS and near:
            parts.append(Part(anchor, heading, _text("".join(pieces))))
            anchor, heading, pieces, inside = near, "", [], True
    pieces.append(html[position:] if depth else "")
    parts.append(Part(anchor, heading, _text("".join(pieces))))
    return tuple(part for part in parts if part.text)


def _after(html: str, name: str, position: int) -> int:
    """Where the element ends whose content starts at `position`."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b{_ATTRIBUTES}>", re.IGNORECASE).finditer(html, position):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def _text(html: str) -> str:
    """The words of a piece of HTML, on one line."""
    text = " ".join(unescape(_TAG.sub("", html)).split())
    return re.sub(r" +([.,;:!?)])", r"\1", text)

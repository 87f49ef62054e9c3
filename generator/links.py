"""Links from page to page, `[the plan](../calculators/flare-plan.md#on-paper)`: each file and each heading is there.

A link may lead to a page that is converted later, so each page only notes its links and its places. The dead ones are
told when the last page is done.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, override
from urllib.parse import unquote, urlsplit

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from generator.problems import did_you_mean
from generator.source import keep_source, source_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from generator.library import Library

_ID = re.compile(r"""\sid=["']?(?P<id>[^\s"'>]+)""")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = "\x02"  # Python-Markdown's sign in a mail address


@dataclass(frozen=True)
class Link:
    """A link as it is typed.

    Attributes:
        page: The file it stands in, as a problem names it.
        line: Its line there.
        address: Where it leads.
    """

    page: str
    line: int
    address: str


@dataclass
class Links:
    """The links of all pages, and the places that a link can lead to.

    Attributes:
        found: The links to this site that could be dead.
        places: The ids in each page, by the page's file as a problem names it.
        headings: Those of its headings, likewise.
    """

    found: set[Link] = field(default_factory=set)
    places: dict[str, set[str]] = field(default_factory=dict)
    headings: dict[str, list[str]] = field(default_factory=dict)


def note_dead_links(library: Library) -> None:
    """Note each link to a file or a heading that is not there. All pages have been converted."""
    pages = [library.shown(file) for file in library.docs.rglob("*.md")]
    files = {library.shown(file) for file in library.docs.rglob("*") if file.is_file()}
    for link in library.links.found:
        address = urlsplit(link.address)
        target = _target(link.page, unquote(address.path))
        if target not in files:
            kind = "page" if posixpath.splitext(target)[1] in {"", ".md"} else "file"
            what = f'No {kind} is called "{address.path}".'
            library.problems.add(link.page, link.line, what, _near_page(link.page, address.path, pages))
        elif address.fragment and address.fragment not in library.links.places.get(target, {address.fragment}):
            headings = [f"#{each}" for each in library.links.headings[target]]
            mend = did_you_mean(
                f"#{address.fragment}", headings, "Write a heading's words in small letters with hyphens."
            )
            library.problems.add(link.page, link.line, f'{target} has no heading "#{address.fragment}".', mend)


def _target(page: str, path: str) -> str:
    """The file that a path leads to from a page."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def _near_page(page: str, path: str, pages: Collection[str]) -> str:
    """How to mend the path of a link: the page of that name elsewhere, or one of a name that is near."""
    paths = {posixpath.relpath(each, posixpath.dirname(page)): each for each in pages}
    name = _stem(path)
    alike = [each for each, target in paths.items() if _stem(target) == name]
    otherwise = "Write the path of its file from this one, such as ../index.md."
    return did_you_mean(alike[0] if len(alike) == 1 else path, paths, otherwise)


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path.rstrip("/")))[0]


def _is_good(address: str, places: Collection[str]) -> bool:
    """Whether nothing more needs to be known: it leads out of this site, or to a place in its own page."""
    if address.startswith("#"):
        return address[1:] in places
    return _HIDDEN in address or bool(urlsplit(address).scheme or urlsplit(address).netloc)


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        links, source = self.library.links, source_of(self.md)
        links.places[source.path] = set(self._ids(root))
        links.headings[source.path] = [each.get("id", "") for each in root.iter() if each.tag in _HEADINGS]
        for element in root.iter():
            address = element.get("href" if element.tag == "a" else "src") if element.tag in {"a", "img"} else None
            if address and not _is_good(address, links.places[source.path]):
                for line in source.lines(rf"(?:\]\(|\]:)\s*<?{re.escape(address)}(?![^\s>)])"):
                    links.found.add(Link(source.path, line, address))

    def _ids(self, root: Element) -> Iterator[str]:
        for element in root.iter():
            if name := element.get("id"):
                yield name
        for html in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(html, str):
                yield from (found["id"] for found in _ID.finditer(html))


class LinkExtension(Extension):
    """Keeps the links of each page until all pages are converted."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After the headings have ids (5); before MkDocs turns paths into addresses (0).
        md.treeprocessors.register(_LinkProcessor(md, self.library), "link", 0.5)

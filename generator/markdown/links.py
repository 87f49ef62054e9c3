"""Links from page to page, `[the plan](../calculators/flare-plan.md#on-paper)`: each file and each heading is there.

A link may lead to a page that is converted later, so each page only notes its links and its places. The dead ones are
told when the last page is done.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, override
from urllib.parse import unquote, urlsplit

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from generator.pages.source import keep_source, source_of
from generator.problems import did_you_mean
from generator.publishing import bill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from generator.library import Library
    from generator.pages.source import Source

_ID = re.compile(r"""\sid=["']?(?P<id>[^\s"'>]+)""")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = "\x02"  # Python-Markdown's sign in a mail address


@dataclass(frozen=True)
class Link:
    """A link as it is typed.

    Attributes:
        page: The file it stands in, as a problem names it.
        address: As it is typed.
        path: The path that it names; empty if it leads within its page.
        target: The file that this leads to, as a problem names it.
        fragment: The id of the place there; empty if it leads to the whole page.
    """

    page: str
    address: str
    path: str
    target: str
    fragment: str


@dataclass(frozen=True)
class PageLinks:
    """The links of a page, and the places in it that a link can lead to.

    Attributes:
        source: What its author typed.
        found: The links to this site that could be dead.
        places: The ids in the page.
        headings: Those of its headings, in order.
    """

    source: Source
    found: tuple[Link, ...] = ()
    places: frozenset[str] = frozenset()
    headings: tuple[str, ...] = ()


# The links of all pages that have been converted, by the page's file as a problem names it.
type Links = dict[str, PageLinks]


def note_dead_links(library: Library) -> None:
    """Note each link to a file or a heading that is not there. All pages have been converted."""
    files = {library.shown(folder / name) for folder, _, names in library.docs.walk() for name in names}
    for page in library.links.values():
        for link in page.found:
            if link.target == bill.NAME:  # written by the build; addressed as a browser sees it, from the page's folder
                continue
            if link.target not in files:
                kind = "page" if posixpath.splitext(link.target)[1] in {"", ".md"} else "file"
                what = f'No {kind} is called "{link.path}".'
                pages = sorted(file for file in files if file.endswith(".md"))
                _note(library, page, link, what, _near_page(link.page, link.path, pages))
            elif link.fragment and (target := library.links.get(link.target)) and link.fragment not in target.places:
                headings = [f"#{each}" for each in target.headings]
                otherwise = "Write a heading's words in small letters with hyphens."
                mend = did_you_mean(f"#{link.fragment}", headings, otherwise)
                _note(library, page, link, f'{link.target} has no heading "#{link.fragment}".', mend)


def _note(library: Library, page: PageLinks, link: Link, what: str, mend: str) -> None:
    for line in page.source.lines(rf"(?:\]\(|\]:)\s*<?{re.escape(link.address)}(?![^\s>)])"):
        library.problems.add(link.page, line, what, mend)


def _link(page: str, address: str) -> Link:
    """A link as it is typed, and where it leads from its page."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return Link(page, address, parts.path, target, parts.fragment)


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
        source, places = source_of(self.md), frozenset(self._ids(root))
        headings = tuple(each.get("id", "") for each in root.iter() if each.tag in _HEADINGS)
        found: dict[Link, None] = {}
        for element in root.iter():
            address = element.get("href" if element.tag == "a" else "src") if element.tag in {"a", "img"} else None
            if address and not _is_good(address, places):
                found[_link(source.path, address)] = None
        self.library.links[source.path] = PageLinks(source, tuple(found), places, headings)

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

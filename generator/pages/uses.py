"""Which page names what, so that a source or a word can lead back to every page that it serves."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.library import Library


@dataclass(frozen=True, order=True)
class PageName:
    """A page as a link names it.

    Attributes:
        title: Its title; its path if it has none.
        path: Its file below the folder of pages: `articles/flare-ups.md`.
    """

    title: str
    path: str


@dataclass(frozen=True)
class PageUses:
    """What one page names in its Markdown.

    Attributes:
        page: The page.
        sources: Keys of the sources that it cites, also by its claims and its calculator.
        terms: Words of the glossary that it explains, as the glossary spells them.
        lists: The lists it holds, such as `sources` or `glossary`.
    """

    page: PageName
    sources: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Uses:
    """What all pages name, turned round: from what is named to the pages.

    Attributes:
        by_source: The pages that cite a source, by its key, in the order of their titles.
        by_term: The pages that explain a word, likewise.
        lists: The file that holds a list, by the list's name.
        titles: The title of each page, by its file.
    """

    by_source: Mapping[str, list[PageName]] = field(default_factory=dict)
    by_term: Mapping[str, list[PageName]] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def turned_round(pages: Iterable[PageUses]) -> Uses:
    """The uses of all pages, by what they name."""
    by_source: dict[str, list[PageName]] = {}
    by_term: dict[str, list[PageName]] = {}
    lists: dict[str, str] = {}
    titles: dict[str, str] = {}
    for uses in sorted(pages, key=lambda each: each.page):
        titles[uses.page.path] = uses.page.title
        for key in uses.sources:
            by_source.setdefault(key, []).append(uses.page)
        for term in uses.terms:
            by_term.setdefault(term, []).append(uses.page)
        for name in uses.lists:
            lists.setdefault(name, uses.page.path)
    return Uses(by_source, by_term, lists, titles)


def page_link(library: Library, text: str, path: str, anchor: str = "") -> Element:
    """A link from the page that is being converted to another, which the builder checks and turns into an address.

    Args:
        library: Knows which page that is.
        text: What the link says.
        path: The other page's file, below the folder of pages.
        anchor: Id of the place in it.
    """
    href = posixpath.relpath(path, posixpath.dirname(library.here) or ".")
    link = Element("a", {"href": f"{href}#{anchor}" if anchor else href})
    link.text = text
    return link


def page_address(library: Library, path: str) -> str:
    """The address of another page, seen from the one that is being converted, for HTML that the builder leaves alone.

    Args:
        library: Knows which page that is.
        path: The other page's file, below the folder of pages, such as `get-help-now.md`.

    Returns:
        An address such as `../../get-help-now/`.
    """
    return f"{posixpath.relpath(_folder(path), _folder(library.here))}/"


def published_address(site_url: str, path: str) -> str:
    """The address of a page on the published site.

    Args:
        site_url: The address of the site, ending in a slash.
        path: The page's file, below the folder of pages.
    """
    folder = _folder(path)
    return site_url if folder == "." else f"{site_url}{folder}/"


def _folder(path: str) -> str:
    """The folder in which a page is published."""
    stem = path.removesuffix(".md")
    return posixpath.normpath(posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem)

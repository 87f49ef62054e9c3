"""What has changed on the site, from the changelog of each page, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from generator.pages.front_matter import HealthMatter
from generator.pages.uses import published_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.front_matter import Page

NAME = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One change of one page.

    Attributes:
        name: What tells it from all others, for ever: the page's address, the day, and which change of that day it is.
        day: The day of the change.
        title: The page's title.
        change: What changed.
        address: The page's address.
    """

    name: str
    day: dt.date
    title: str
    change: str
    address: str


def entries(pages: Iterable[Page], folder: str, site_url: str) -> list[Entry]:
    """The changes of all live pages, newest first.

    Args:
        pages: The pages, checked.
        folder: The folder of pages as their paths name it: `docs`.
        site_url: The address of the published site, ending in a slash.
    """
    found = [entry for page in pages for entry in _of_page(page, folder, site_url)]
    return sorted(found, key=lambda entry: (-entry.day.toordinal(), entry.title, entry.name))


def atom(changes: list[Entry], site_url: str, site_name: str) -> str:
    """The feed of some changes, of which there is at least one."""
    register_namespace("", _ATOM)
    feed = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _add(feed, "title", f"{site_name}: what has changed")
    _add(feed, "id", site_url)
    _add(feed, "updated", _moment(max(entry.day for entry in changes)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{NAME}")
    _add(feed, "link", rel="alternate", type="text/html", href=site_url)
    _add(_add(feed, "author"), "name", f"{site_name} contributors")
    for entry in changes:
        item = _add(feed, "entry")
        _add(item, "title", entry.title)
        _add(item, "id", entry.name)
        _add(item, "updated", _moment(entry.day))
        _add(item, "link", rel="alternate", type="text/html", href=entry.address)
        _add(item, "summary", entry.change)
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _of_page(page: Page, folder: str, site_url: str) -> Iterator[Entry]:
    if not isinstance(page.matter, HealthMatter) or page.matter.status != "live":
        return
    address = published_address(site_url, page.path.removeprefix(f"{folder}/"))
    seen: Counter[dt.date] = Counter()
    for change in sorted(page.matter.changelog, key=lambda change: change.date):
        seen[change.date] += 1
        name = f"{address}#{change.date}-{seen[change.date]}"
        yield Entry(name, change.date, page.matter.title, change.change, address)


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    element = SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text or None
    return element


def _moment(day: dt.date) -> str:
    return f"{day}T00:00:00Z"

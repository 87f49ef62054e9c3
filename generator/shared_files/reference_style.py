"""How a source is written: in full (Vancouver style), and in short for a note."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from generator.shared_files.bibliography import IN_PRESS, NO_DATE

if TYPE_CHECKING:
    from generator.shared_files.bibliography import Reference

_NAMED = 6  # Vancouver names six authors, then "et al."
_ENDED = re.compile(r"[.?!][\"'”’)]*$")


@cache  # a source is listed on many pages
def vancouver(reference: Reference) -> str:
    """The full reference in plain text, without its links.

    Surname AB, Surname CD. Title. Journal. 2017;20(11):1249–66.
    """
    names = [f"{author.surname} {author.initials}".strip() for author in reference.authors]
    if len(names) > _NAMED or reference.others:
        names = [*names[:_NAMED], "et al"]
    container = "" if _same(reference.container, names) else reference.container
    parts = [", ".join(names), reference.title, container, _issue(reference)]
    return " ".join(part if _ENDED.search(part) else f"{part}." for part in parts if part)


@cache
def short(reference: Reference) -> str:
    """How a note names a source: "Geneen and others, 2017"."""
    surnames = [author.surname for author in reference.authors]
    several = len(surnames) > 2 or reference.others
    names = f"{surnames[0]} and others" if several else " and ".join(surnames)
    return f"{names}, {reference.year}"


@cache
def links(reference: Reference) -> tuple[tuple[str, str], ...]:
    """Text and address of each link to the source: only identifiers that were seen."""
    found = []
    if reference.doi:
        found.append((f"doi:{reference.doi}", f"https://doi.org/{quote(reference.doi, safe='/:;().-_')}"))
    if reference.pmid:
        found.append((f"PubMed {reference.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"))
    if reference.url:
        found.append((urlsplit(reference.url).netloc.removeprefix("www."), reference.url))
    return tuple(found)


def _same(container: str, names: list[str]) -> bool:
    """Whether the publisher only repeats the organisation that is the author."""
    return len(names) == 1 and container.partition(",")[0] == names[0]


def _issue(reference: Reference) -> str:
    if reference.year == IN_PRESS:
        return "In press"
    year = "[date unknown]" if reference.year == NO_DATE else reference.year
    if reference.accessed:
        year += f" [cited {reference.accessed:%Y %b} {reference.accessed.day}]"
    if reference.ahead:
        return f"{year} [Epub ahead of print]"
    issue = reference.volume + (f"({reference.number})" if reference.number else "")
    return year + (f";{issue}" if issue else "") + (f":{_pages(reference.pages)}" if reference.pages else "")


def _pages(pages: str) -> str:
    """Pages with a dash, and no digit of the last one said again: 1249–66."""
    first, dash, last = re.sub(r"\s*[-\u2013]+\s*", "\u2013", pages).partition("\u2013")
    if first.isdigit() and last.isdigit() and len(first) == len(last) and first < last:
        same = next(index for index, (one, other) in enumerate(zip(first, last, strict=True)) if one != other)
        last = last[same:]
    return first + dash + last

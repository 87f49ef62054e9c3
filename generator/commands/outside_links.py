"""The links that lead out of the site: the sources by their DOI, PubMed number or address, and those in the words."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.pages.source import mask_code
from generator.shared_files.reference_style import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library import Library

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\])}]*[^\s<>\"'`|\])}.,;:!?]")
_WAIT = 20  # seconds for one answer
_AT_ONCE = 8
_AGENT = "Mozilla/5.0 (a site's own link check)"  # some hosts turn away what names no browser


@dataclass(frozen=True)
class OutsideLink:
    """A link, and what became of it.

    Attributes:
        address: Where it leads.
        places: Where it stands: `docs/references.bib:12`.
        pages: The pages that cite it, if it is a source's.
        answer: What its host said; empty if nobody asked.
        dead: Whether the host said that nothing is there.
    """

    address: str
    places: tuple[str, ...]
    pages: tuple[str, ...] = ()
    answer: str = ""
    dead: bool = False


def outside_links(library: Library) -> list[OutsideLink]:
    """Every address once, in alphabetical order.

    Args:
        library: Its pages have been checked, so that it knows what each cites.
    """
    places: dict[str, dict[str, None]] = {}
    pages: dict[str, dict[str, None]] = {}
    for reference in library.bibliography.values():
        for _, address in links(reference):
            places.setdefault(address, {})[f"{library.docs.name}/references.bib:{reference.line}"] = None
            cited = (f"{library.docs.name}/{page.path}" for page in library.uses.by_source.get(reference.key, ()))
            pages.setdefault(address, {}).update(dict.fromkeys(cited))
    for address, place in _in_words(library):
        places.setdefault(address, {})[place] = None
    return [OutsideLink(address, tuple(places[address]), tuple(pages.get(address, ()))) for address in sorted(places)]


def ask(found: list[OutsideLink]) -> list[OutsideLink]:
    """The same links, each after its host was asked for it. Whatever the network does is told and never raised."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_asked, found))


def _in_words(library: Library) -> Iterator[tuple[str, str]]:
    """The addresses in pages and in shared files, each with its file and line."""
    for file in sorted((*library.docs.rglob("*.md"), *library.docs.rglob("*.yml"))):
        text = mask_code(library.text_of(file))
        for link in _ADDRESS.finditer(text):
            yield link[0], f"{library.shown(file)}:{text.count('\n', 0, link.start()) + 1}"


def _asked(link: OutsideLink) -> OutsideLink:
    try:
        request = urllib.request.Request(link.address, headers={"User-Agent": _AGENT})  # noqa: S310 - http(s) by _ADDRESS
        with urllib.request.urlopen(request, timeout=_WAIT) as response:  # noqa: S310 - likewise
            moved = "" if response.url == link.address else f", at {response.url}"
            return replace(link, answer=f"there{moved}")
    except urllib.error.HTTPError as error:
        with error:
            gone = error.code in {404, 410}
            return replace(link, answer=f"the host says {error.code} {error.reason}", dead=gone)
    except (OSError, ValueError) as error:  # no network, no such host, no answer in time, or no address at all
        return replace(link, answer=f"no answer: {getattr(error, 'reason', None) or error}")
    except Exception as error:  # noqa: BLE001 - http.client has errors of its own, and one odd host must not end the report
        return replace(link, answer=f"an answer that cannot be read: {type(error).__name__}")

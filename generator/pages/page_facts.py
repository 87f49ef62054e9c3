"""What the templates are told of a page besides its front matter: computed, never typed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.markdown.citations import cited_keys
from generator.markdown.claims import claim_ids
from generator.pages.source import mask_code, split_front_matter
from generator.prose.readability import measured
from generator.shared_files.reference_style import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library import Library
    from generator.pages.front_matter import Page
    from generator.shared_files.bibliography import Reference


def page_facts(library: Library, page: Page) -> dict[str, Any]:
    """How long a page takes to read, and the sources it rests on.

    Returns:
        In the types of JSON, which any builder takes: `reading_time`, and `sources`: title, year and address of each, the last two empty if not known.
    """
    sources = [
        {
            "title": reference.title,
            "year": reference.year if reference.year.isdigit() else "",
            "address": next((address for _, address in links(reference)), ""),
        }
        for reference in sources_of(library, page)
    ]
    return {"reading_time": asdict(page.fact(measured).time), "sources": sources}


def sources_of(library: Library, page: Page) -> Iterator[Reference]:
    """The sources that a page cites, and then those of its claims, each once and in the order of the page."""
    claims = [library.claims[key] for key in page.fact(claim_ids) if key in library.claims]
    named = [*page.fact(_cited), *(key for claim in claims for key in claim.sources)]
    return (library.bibliography[key] for key in dict.fromkeys(named) if key in library.bibliography)


def _cited(text: str) -> list[str]:
    return cited_keys(mask_code(split_front_matter(text).body))

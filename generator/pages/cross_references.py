"""What every page names, found by reading each page's Markdown once in a run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import calculators
from generator.markdown.citations import cited_keys
from generator.markdown.claim_table import table_claims
from generator.markdown.claims import CLAIM
from generator.markdown.embeds import code_of
from generator.markdown.lists import LIST
from generator.markdown.terms import TERM
from generator.markdown.time_limit import time_limit
from generator.pages.source import Source, mask_code, split_front_matter
from generator.pages.uses import PageName, PageUses, Uses, turned_round

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library import Library
    from generator.pages.front_matter import Page


_CALCULATOR = re.compile(r"^\[\[calculator:\s*(?P<slug>[^\]]*?)\s*\]\]", re.MULTILINE)


def uses_of(library: Library, pages: Iterable[Page]) -> Uses:
    """Which pages cite each source, explain each word and hold each list."""
    inside = f"{library.docs.name}/"
    return turned_round(_uses(library, page, page.path.removeprefix(inside)) for page in pages)


def note_unused_sources(library: Library) -> None:
    """Note each source that no page cites."""
    unread = _faulty_text(library, "claims.yml", "claim-cards.yml")
    for key, reference in library.bibliography.items():
        # One without a title has a problem already.
        if reference.title and key not in library.uses.by_source and key not in unread:
            path = f"{library.docs.name}/references.bib"
            library.problems.add(path, reference.line, f'No page cites "{key}".', "Cite it on a page, or take it out.")


def note_unused_claims(library: Library, pages: Iterable[Page]) -> None:
    """Note each claim that no sentence, table or card makes."""
    made = {key for page in pages for key in page.fact(_named).claims}
    made.update(card.claim for card in library.claim_cards.values())
    file = library.docs / "claims.yml"
    for key in library.claims.keys() - made - _faulty_text(library, "claim-cards.yml"):
        line = Source(library.text_of(file)).lines(rf"^{re.escape(key)}:")[0]
        mend = "Mark a sentence with it, or take it out."
        library.problems.add(library.shown(file), line, f'No page makes the claim "{key}".', mend)


def _faulty_text(library: Library, *names: str) -> set[str]:
    """The words of those shared files if one has problems: what they name may be in use, though not all can be read."""
    files = [library.docs / name for name in names]
    faulty = any(library.problems.in_file(library.shown(file)) for file in files)
    return {word for file in files for word in _words(file)} if faulty else set()


def _words(file: Path) -> set[str]:
    """All that may be a name in a file; nothing if there is none."""
    return (
        set(re.findall(r"[\w:./+-]+", file.read_text(encoding="utf-8", errors="replace"))) if file.exists() else set()
    )


@dataclass(frozen=True)
class _Named:
    """What a page's Markdown names, as it is typed."""

    sources: tuple[str, ...]
    claims: tuple[str, ...]
    calculators: tuple[str, ...]
    terms: tuple[str, ...]
    lists: frozenset[str]


def _named(text: str) -> _Named:
    body = mask_code(split_front_matter(text).body)
    return _Named(
        tuple(cited_keys(body)),
        (*(found["key"] for found in re.finditer(CLAIM, body)), *table_claims(body)),
        tuple(found["slug"] for found in _CALCULATOR.finditer(body)),
        tuple(found["name"] for found in re.finditer(TERM, body)),
        frozenset(found["name"] for found in LIST.finditer(body)),
    )


def _uses(library: Library, page: Page, path: str) -> PageUses:
    named = page.fact(_named)
    sources = set(named.sources)
    for key in named.claims:
        if claim := library.claims.get(key):
            sources.update(claim.sources)
    for slug in named.calculators:
        try:
            with time_limit():
                sources.update(calculators.find(slug).references)
        except Exception:  # noqa: BLE001 - told where its page is converted; it may rest on whatever its file names
            sources.update(library.bibliography.keys() & _words(Path(code_of(slug))))
    if "claim-cards" in named.lists:
        sources.update(source for card in library.claim_cards.values() for source in card.sources)
    terms = map(library.glossary.find, named.terms)
    return PageUses(
        PageName(page.matter.title if page.matter else path, path),
        sources=frozenset(sources),
        terms=frozenset(term.name for term in terms if term),
        lists=named.lists,
    )

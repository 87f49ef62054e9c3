"""docs/search-words.yml: what readers say when they search, and what the pages say instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import did_you_mean
from generator.search.text import words_of
from generator.shared_files import documents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.library import Library
    from generator.pages.front_matter import Page
    from generator.shared_files.documents import Document

NAME = "search-words.yml"
_LISTED = ("glossary.yml", "help-now.yml", "claim-cards.yml")  # shown on pages, but not written there
MOST = 5  # of what the pages say for one thing: each costs a reader a piece of the index


def search_words(library: Library, pages: Iterable[Page] | None = None) -> dict[str, list[str]]:
    """What readers say, with what the pages say; nothing if there is no such file.

    Args:
        library: Where problems go.
        pages: If they are given, each word that none of them says is a problem too.
    """
    file = library.docs / NAME
    if not file.exists():
        return {}
    document = documents.parse(library.text_of(file), library.shown(file), library.problems)
    read = {said: meant for said, meant in document.data.items() if _is_sound(document, said, meant)}
    if pages is not None:
        known = _said(library, pages)
        for said, meant in read.items():
            _note_unsaid(document, said, meant, known)
    return read


def _is_sound(document: Document, said: str, meant: object) -> bool:
    mend = f"Write what the pages say after the colon: [tired, worn out], up to {MOST} words or phrases."
    if not words_of(said):
        document.problem((said,), f'"{said}" holds only small words, which a search passes over.', "Take it out.")
        return False
    if not isinstance(meant, list) or not meant:
        document.problem((said,), f'"{said}" has no list of what the pages say.', mend)
        return False
    if len(meant) > MOST:
        document.problem((said,), f'"{said}" has a list of {len(meant)}.', f"Keep the best {MOST}.")
        return False
    bad = [(index, item) for index, item in enumerate(meant) if not isinstance(item, str) or not words_of(item)]
    for index, item in bad:
        document.problem((said, index), f'"{said}" has "{item}", which is no word that a search looks for.', mend)
    return not bad


def _said(library: Library, pages: Iterable[Page]) -> set[str]:
    """Every word that a page may say, the plural ones without their "s" too."""
    lists = [library.docs / name for name in _LISTED]
    texts = [*(page.text for page in pages), *(library.text_of(file) for file in lists if file.exists())]
    said = {word for text in texts for word in words_of(text)}
    return said | {word.removesuffix("s") for word in said}


def _note_unsaid(document: Document, said: str, meant: list[str], known: set[str]) -> None:
    for index, item in enumerate(meant):
        for word in words_of(item):
            if word not in known:
                what = f'"{said}" has "{item}", but no page says "{word}".'
                document.problem((said, index), what, did_you_mean(word, known, "Write a word that the pages use."))

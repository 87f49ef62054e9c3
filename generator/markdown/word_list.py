"""`[[glossary]]`: every word of the glossary, what it means, and which pages explain it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.markdown.jump_list import add_jump_list, sorting_letters
from generator.markdown.notes import add, append_text
from generator.pages.uses import page_link

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.library import Library
    from generator.shared_files.glossary import Term


def fill_words(box: Element, library: Library) -> None:
    """Fill a box with all words in the order of the alphabet."""
    groups = [(letter, list(group)) for letter, group in groupby(library.glossary, _letter)]
    add_jump_list(box, "Jump to a letter", ((letter, f"letter-{letter.lower()}") for letter, _ in groups))
    for letter, terms in groups:
        add(box, "h2", letter, {"id": f"letter-{letter.lower()}"})
        words = add(box, "dl", "", {"class": "words"})
        for term in terms:
            _add_term(add(words, "div", "", {"id": f"word-{term.slug}"}), term, library)


def _add_term(entry: Element, term: Term, library: Library) -> None:
    add(entry, "dt", f"{term.name[0].upper()}{term.name[1:]}")
    add(entry, "dd", term.meaning)
    if pages := library.uses.by_term.get(term.name):
        used = add(entry, "dd", "Used on: ", {"class": "words__used"})
        for index, page in enumerate(pages):
            append_text(used, "; " if index else "")
            used.append(page_link(library, page.title, page.path))


def _letter(term: Term) -> str:
    return sorting_letters(term.name)[:1].upper() or "#"

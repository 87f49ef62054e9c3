"""`[[sources]]`: every source of the site, what it found, how far we checked it, and which pages cite it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.markdown.jump_list import add_jump_list, sorting_letters
from generator.markdown.notes import add, append_text
from generator.pages.uses import page_link
from generator.shared_files.reference_style import links, vancouver

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.library import Library
    from generator.shared_files.bibliography import Reference

_SHOWN = 4  # how many pages that cite a source stand unfolded
# How far a source was checked, in readers' words; the field `verified` of the bibliography starts with the key.
CHECKED = {
    "yes": "We read it",
    "secondhand": "We read about it in another source",
    "memory": "From memory, not checked",
}


def fill_sources(box: Element, library: Library) -> None:
    """Fill a box with all sources by the first author's name."""
    sources = sorted(library.bibliography.values(), key=_order)
    groups = [(letter, list(group)) for letter, group in groupby(sources, _letter)]
    counts = (sum(source.checked == level for source in sources) for level in CHECKED)
    read, heard, remembered = counts
    text = f"There are {len(sources)} sources. We read {read} of them, most often the summary (abstract)."
    text += f" We read about {heard} in another source. {remembered} are from memory and not checked yet."
    add(box, "p", text)
    add_jump_list(box, "Jump to a letter", ((letter, _anchor(letter)) for letter, _ in groups))
    for letter, group in groups:
        add(box, "h2", letter, {"id": _anchor(letter)})
        items = add(box, "ul", "", {"class": "sources", "data-no-search": ""})
        for source in group:
            _add_source(items, source, library)


def _add_source(items: Element, source: Reference, library: Library) -> None:
    item = add(items, "li", "", {"id": source_anchor(source.key)})
    reference = add(item, "p", vancouver(source))
    for words, address in links(source):
        append_text(reference, " ")
        add(reference, "a", words, {"href": address})
    facts = [
        ("Kind of study", source.study),
        ("What it found", source.finding),
        ("How far we checked it", _checked(source)),
    ]
    for name, fact in facts:
        if fact:
            _add_fact(item, name, f"{fact[0].upper()}{fact[1:]}{'' if fact[-1] in '.?!' else '.'}")
    if pages := library.uses.by_source.get(source.key):
        if len(pages) > _SHOWN:
            folded = add(item, "details")
            add(folded, "summary", f"Cited by {len(pages)} pages")
            cited = add(folded, "p")
        else:
            cited = _add_fact(item, "Cited by", "")
        for index, page in enumerate(pages):
            append_text(cited, "; " if index else "")
            cited.append(page_link(library, page.title, page.path))


def _add_fact(item: Element, name: str, text: str) -> Element:
    fact = add(item, "p")
    add(fact, "b", f"{name}:")
    append_text(fact, f" {text}")
    return fact


def _checked(source: Reference) -> str:
    words = CHECKED.get(source.checked, "")
    return f"{words}: {source.seen_part}" if source.seen_part and source.checked != "memory" else words


def source_anchor(key: str) -> str:
    """The id of a source in the list of all sources."""
    return f"source-{key}"


def _order(source: Reference) -> tuple[str, str, str]:
    first = source.authors[0].surname if source.authors else ""
    return sorting_letters(first), source.year, source.title


def _letter(source: Reference) -> str:
    return _order(source)[0][:1].upper() or "#"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"

"""docs/ideas.yml: the ideas that people meet about pain and exercise, each told on a page.

An idea that a page loses, with a heading or a sentence, is a problem at its line here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Annotated

import msgspec
from markdown.extensions.toc import slugify, unique
from msgspec import Meta

from generator.pages.source import mask_code, split_front_matter
from generator.problems import did_you_mean
from generator.prose.prose import plain, read_prose
from generator.shared_files import documents, records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library import Library
    from generator.pages.front_matter import Page
    from generator.shared_files.documents import Document

NAME = "ideas.yml"
_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*$", re.MULTILINE)


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the site tells of an idea."""

    page: Annotated[
        str, Meta(min_length=4, description="a page such as articles/flare-ups.md, and # and a heading's id")
    ]
    words: Annotated[str, Meta(min_length=4, description="words that stand there")]


class Idea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An idea in our own words."""

    idea: Annotated[str, Meta(min_length=10, max_length=120, description="the idea in 10 to 120 characters")]
    told: Annotated[list[Told], Meta(min_length=1, description="a list of pages, each with words that stand there")]


def note_untold(library: Library, pages: list[Page]) -> None:
    """Note each idea that no page tells, or not where docs/ideas.yml says; nothing if there is no such file."""
    file = library.docs / NAME
    if not file.exists():
        return
    document = documents.parse(library.text_of(file), library.shown(file), library.problems)
    texts = {page.path.removeprefix(f"{library.docs.name}/"): page.text for page in pages}
    for name in document.data:
        idea = records.read(Idea, document, (name,))
        for index, told in enumerate(idea.told if idea else []):
            _note(document, (name, "told", index), told, texts)


def _note(document: Document, place: tuple[str | int, ...], told: Told, texts: Mapping[str, str]) -> None:
    path, _, anchor = told.page.partition("#")
    if path not in texts:
        mend = did_you_mean(path, texts, "Write its path below docs/.")
        document.problem((*place, "page"), f'No page is called "{path}".', mend)
        return
    sections = _sections(texts[path])
    if anchor not in sections:
        mend = did_you_mean(anchor, sections, "Write the id that the heading has in the page's address.")
        document.problem((*place, "page"), f'{path} has no heading with the id "{anchor}".', mend)
    elif _even(told.words) not in _read(sections[anchor]):
        what = f'{told.page} does not say "{told.words}".'
        document.problem((*place, "words"), what, "Write words that stand there, or tell the idea on another page.")


@cache
def _sections(text: str) -> dict[str, str]:
    """The parts of a page by the ids of its headings, each with all that stands under it; the whole page by ""."""
    body = split_front_matter(text).body
    headings = list(_HEADING.finditer(mask_code(body)))
    found, used = {"": body}, set[str]()
    for index, heading in enumerate(headings):
        later = (other for other in headings[index + 1 :] if len(other["level"]) <= len(heading["level"]))
        end = next((other.start() for other in later), len(body))
        found[unique(slugify(plain(heading["text"]), "-"), used)] = body[heading.start() : end]
    return found


@cache
def _read(markdown: str) -> str:
    prose = read_prose(markdown)
    return _even(" ".join(part.text for part in (*prose.labels, *prose.sentences)))


def _even(text: str) -> str:
    return " ".join(text.split()).casefold()

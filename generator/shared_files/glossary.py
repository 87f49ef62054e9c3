"""docs/glossary.yml: hard words, each with its meaning in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from generator.prose.sentences import split_sentences
from generator.prose.tone import overstated
from generator.shared_files import documents, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.problems import Problems
    from generator.shared_files.documents import Document

SENTENCES, WORDS = 2, 20  # the most that a meaning may have, and each of its sentences

type _Form = Annotated[str, Meta(min_length=2, max_length=50)]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word of the glossary, as an author writes it."""

    meaning: Annotated[
        str,
        Meta(min_length=10, max_length=260, description=f"up to {SENTENCES} sentences of up to {WORDS} words"),
    ]
    also: Annotated[list[_Form], Meta(max_length=8, description="a list of up to 8 other ways to write the word")] = []


@dataclass(frozen=True)
class Term:
    """One word and what it means.

    Attributes:
        name: The word, as the list of words shows it: "flare-up", "PEG".
        meaning: One or two short sentences.
        also: Other ways in which it is written: "flare-ups", "flares".
    """

    name: str
    meaning: str
    also: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in ids: "flare-up"."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


@dataclass(frozen=True)
class Glossary:
    """All words, in the order of the alphabet.

    Attributes:
        terms: The words.
        unread: The text of a file that has problems, in small letters; it may hold words that could not be read.
    """

    terms: tuple[Term, ...] = ()
    _by_form: Mapping[str, Term] = field(default_factory=dict)
    unread: str = ""

    def find(self, form: str) -> Term | None:
        """The word that is written so, whether with capitals or without."""
        return self._by_form.get(_plain(form))

    def forms(self) -> list[str]:
        """Every way in which a word may be written."""
        return list(self._by_form)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)


def read_glossary(text: str, path: str, problems: Problems) -> Glossary:
    """Read the words, noting every problem."""
    document = documents.parse(text, path, problems)
    terms: list[Term] = []
    by_form: dict[str, Term] = {}
    for name in document.data:
        entry = records.read(Entry, document, (name,))
        if entry is None:
            continue
        term = Term(name, " ".join(entry.meaning.split()), tuple(entry.also))
        terms.append(term)
        _check(document, term)
        for form in (name, *entry.also):
            other = by_form.setdefault(_plain(form), term)
            if other is not term:
                what = f'"{form}" is a form of "{other.name}" too.'
                document.problem((name,), what, "Keep it with one of them.")
    unread = _plain(text) if problems.in_file(path) else ""
    return Glossary(tuple(sorted(terms, key=lambda term: _plain(term.name))), by_form, unread)


def _plain(form: str) -> str:
    return " ".join(form.lower().split())


def _check(document: Document, term: Term) -> None:
    place = (term.name, "meaning")
    sentences = split_sentences(term.meaning)
    if len(sentences) > SENTENCES:
        document.problem(place, f'"{term.name}" has {len(sentences)} sentences.', f"Say it in {SENTENCES} or fewer.")
    for sentence in sentences:
        words = len(sentence.split())
        if words > WORDS:
            what = f'A sentence of "{term.name}" has {words} words.'
            document.problem(place, what, f"Say it in {WORDS} words or fewer.")
        if found := overstated(sentence):
            document.problem(place, f'"{found.word}" promises too much.', f"Say {found.say}.")

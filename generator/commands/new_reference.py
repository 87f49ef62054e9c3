"""`python -m generator new reference`: a source that another program exported becomes an entry of docs/references.bib."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string

from generator.commands.asking import RefusedError, Wanted
from generator.commands.source_formats import Source, read_source
from generator.problems import Problems
from generator.shared_files.authors import read_authors
from generator.shared_files.bibliography import read_bibliography

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.library import Library

_FILE = "references.bib"
_NOT_SEEN = "memory: not opened yet"
# The field that holds what `Source.container` is, by the kind of entry.
_CONTAINER = {
    "article": "journal",
    "book": "publisher",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "misc": "howpublished",
    "phdthesis": "institution",
    "techreport": "institution",
}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def _verified_fault(value: str) -> str:
    if re.fullmatch(r"(?:yes|secondhand|memory): \S.*", value):
        return ""
    return f'verified is "{value}". Start it with yes, secondhand or memory, then a colon and what you saw.'


def _no_fault(_: str) -> str:
    return ""


WANTED = (
    Wanted(
        "verified",
        'What you saw of it, such as "yes: abstract" (Enter if you have not opened it)',
        _verified_fault,
        _NOT_SEEN,
    ),
    Wanted("seen", "Address at which you saw it (Enter to leave it out)", _no_fault, ""),
    Wanted("keywords", 'Kind of study, such as "systematic review" (Enter to leave it out)', _no_fault, ""),
    Wanted("note", "What it found, in one plain line for readers (Enter to leave it out)", _no_fault, ""),
)


@dataclass(frozen=True)
class NewReference:
    """A source that is not in the file yet, and the key it is to be cited by."""

    source: Source
    key: str


def prepare(text: str, library: Library) -> NewReference:
    """Read a source, and find a key for it.

    Args:
        text: The source, as BibTeX, CSL-JSON or RIS.
        library: Knows the sources that are there.

    Raises:
        RefusedError: If it cannot be read, or is there already.
    """
    source = read_source(text)
    if not source.author and source.container:
        source = Source(**vars(source) | {"author": f"{{{source.container}}}"})
    for name in ("author", "title"):
        if not getattr(source, name):
            raise RefusedError(f"The citation has no {name}. Add it, and try again.")
    if key := _there_already(source, (library.docs / _FILE).read_text(encoding="utf-8")):
        raise RefusedError(f"The source is there already. Cite it with [@{key}].")
    return NewReference(source, new_key(source, library.bibliography))


def new_key(source: Source, taken: Collection[str]) -> str:
    """The first author's surname and the year, with a letter from the second such source on: `rice2019b`."""
    (author, *_), _ = read_authors(source.author)
    capitals = re.findall(r"\b[A-Z]", author.surname)
    name = "".join(capitals) if not author.initials and len(capitals) > 1 else author.surname
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    year = source.year if source.year.isdigit() else ""
    key = f"{re.sub('[^a-z]', '', plain) or 'source'}{year}"
    return next(
        each for each in (key, *(f"{key}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")) if each not in taken
    )


def add(new: NewReference, told: Mapping[str, str], library: Library) -> str:
    """Write the entry at the end of docs/references.bib.

    Args:
        new: The source.
        told: What its author says of it, by the names in `WANTED`.
        library: Holds the file.

    Returns:
        What the author is told.

    Raises:
        RefusedError: If the file could not be read with the entry in it. Then nothing is written.
    """
    file = library.docs / _FILE
    text = f"{file.read_text(encoding='utf-8').rstrip()}\n\n"
    line = text.count("\n") + 1
    text += _entry(new, told)
    problems = Problems()
    read_bibliography(text, library.shown(file), problems)
    if mine := [problem for problem in problems if problem.line >= line]:
        raise RefusedError("The entry was not written.\n" + "\n".join(f"{each.what} {each.mend}" for each in mine))
    file.write_text(text, encoding="utf-8")
    return "\n".join(_told(new, told, f"{library.shown(file)}:{line}"))


def _there_already(source: Source, text: str) -> str:
    """The key of the entry with the same DOI, PubMed number or title; empty if there is none."""
    for entry in parse_string(text).entries:
        fields = {name: str(field.value) for name, field in entry.fields_dict.items()}
        for name in ("doi", "pmid"):
            value = getattr(source, name).lower()
            if value and value in {fields.get(each, "").lower() for each in (name, f"{name}_unverified")}:
                return entry.key
        if _words(fields.get("title", "")) == _words(source.title) and fields.get("year") == source.year:
            return entry.key
    return ""


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.lower())


def _entry(new: NewReference, told: Mapping[str, str]) -> str:
    source = new.source
    # An identifier becomes a link, so one that nobody has opened is only kept.
    ending = "" if _is_seen(told) else "_unverified"
    fields = {
        "author": source.author,
        "title": f"{{{_latex(source.title)}}}",
        _CONTAINER[source.kind]: _latex(source.container),
        "year": source.year,
        "volume": source.volume,
        "number": source.number,
        "pages": source.pages,
        f"doi{ending}": source.doi,
        f"pmid{ending}": source.pmid,
        "url": source.url,
        **{name: _latex(told[name]) for name in ("keywords", "note", "verified", "seen")},
    }
    fields = {name: value for name, value in fields.items() if value}
    width = max(map(len, fields))
    lines = (f"  {name:{width}} = {{{value}}}," for name, value in fields.items())
    return "\n".join((f"@{source.kind}{{{new.key},", *lines, "}", ""))


def _latex(text: str) -> str:
    """Plain text as BibTeX holds it: what LaTeX would act on is taken out, or marked as itself."""
    return re.sub(r"[{}\\]", "", text).replace("$", r"\$")


def _is_seen(told: Mapping[str, str]) -> bool:
    return told["verified"].startswith("yes")


def _told(new: NewReference, told: Mapping[str, str], place: str) -> list[str]:
    lines = [
        f"Wrote {new.key} in {place}.",
        f"Cite it with [@{new.key}]. Until a page does, a check says that none does.",
    ]
    if missing := [name for name in ("seen", "keywords", "note") if not told[name]]:
        lines.append(f"Still to be written there: {', '.join(missing)}.")
    if not _is_seen(told) and new.source.doi:
        lines.append("Its DOI is no link yet. When you have opened it, start verified with yes and drop _unverified.")
    return lines

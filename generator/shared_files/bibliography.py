"""docs/references.bib: every source once, checked, each problem with its line."""

from __future__ import annotations

import datetime as dt
import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ImplicitComment

from generator.shared_files.authors import Author, read_authors
from generator.shared_files.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibtexparser.model import Block

    from generator.problems import Problems

# The parser also logs what it hands over as failed blocks; we report those ourselves.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

IN_PRESS = "in press"
NO_DATE = "no date"
AHEAD = "ahead of print"
_KEY = re.compile(r"[A-Za-z][\w:./+-]*")
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"{}]+")
_VERIFIED = re.compile(r"(?P<checked>yes|secondhand|memory)(?::\s*(?P<part>.+))?")
_SWALLOWED = re.compile(r"[}\"\d][ \t]*\n\s*\w+\s*=\s*[{\"]")


@dataclass(frozen=True)
class Reference:
    """One source, in plain text.

    Attributes:
        key: What an author cites it by.
        line: Where it starts in docs/references.bib.
        year: Four digits, "in press", or "no date" for a page that tells none.
        others: Whether there are authors beyond those named.
        container: Journal, institution or publisher.
        study: Kind of study, for readers: "systematic review".
        finding: One line: what it found.
        checked: How far we checked it: yes, secondhand or memory.
        seen_part: What of it we saw: "abstract and figures".
        accessed: The day on which a web page was read.
        ahead: Whether it came out before the issue that will hold it.
    """

    key: str
    line: int = field(compare=False)  # the source is the same wherever it stands
    title: str
    authors: tuple[Author, ...]
    year: str
    others: bool = False
    container: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    study: str = ""
    finding: str = ""
    checked: str = ""
    seen_part: str = ""
    accessed: dt.date | None = None
    ahead: bool = False

    def __hash__(self) -> int:  # asked for at each place that cites the source
        return hash(self.key)


def read_bibliography(text: str, path: str, problems: Problems) -> dict[str, Reference]:
    """Read the sources of a BibTeX file by their keys, noting every problem in it.

    A source with problems is kept as far as it can be read: a page that cites it has no problem of its own.
    """
    library = parse_string(text)
    references: dict[str, Reference] = {}
    for block in library.failed_blocks:
        _note_failed(block, path, problems)
        for key in re.findall(r"@\w+\s*\{\s*([^\s,{}]+)", block.raw or ""):
            references[key] = Reference(key, (block.start_line or 0) + 1, title="", authors=(), year="")
    for comment in library.comments:
        if isinstance(comment, ImplicitComment):
            _note_stray(comment, path, problems)
    references |= {entry.key: _Reader(entry, path, problems).read() for entry in library.entries}
    _note_same_paper(references.values(), path, problems)
    return references


def _note_same_paper(references: Iterable[Reference], path: str, problems: Problems) -> None:
    """One paper under two keys would be listed twice on a page."""
    first: dict[str, Reference] = {}
    for reference in references:
        for name, value in (("doi", reference.doi.lower()), ("pmid", reference.pmid)):
            other = first.setdefault(f"{name} {value}", reference) if value else reference
            if other is not reference:
                what = f'{reference.key}: "{other.key}" on line {other.line} has the same {name}.'
                problems.add(path, reference.line, what, "Keep one of them, and cite it by that key.")


def _note_stray(comment: ImplicitComment, path: str, problems: Problems) -> None:
    """BibTeX passes over text between sources, and so over a source whose @ is missing."""
    for number, line in enumerate(comment.comment.splitlines(), (comment.start_line or 0) + 1):
        if line.strip() and not line.lstrip().startswith("%"):
            problems.add(path, number, "This text belongs to no source.", "Start a source with @, a comment with %.")
            return


def _note_failed(block: Block, path: str, problems: Problems) -> None:
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        first = (block.previous_block.start_line or 0) + 1
        what = f'The key "{block.key}" is used twice.'
        mend = f'Take one out, or give it another key; the first "{block.key}" is on line {first}.'
    elif isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        what, mend = f"The source has the field {names} twice.", f"Keep one {names}."
    else:
        what = "The source cannot be read."
        mend = "Close each { with a }, and end each field with a comma."
    problems.add(path, line, what, mend)


class _Reader:
    """Reads one entry."""

    def __init__(self, entry: Entry, path: str, problems: Problems) -> None:
        self.entry = entry
        self.path = path
        self.problems = problems

    def read(self) -> Reference:
        entry = self.entry
        for given in entry.fields:
            if _SWALLOWED.search(str(given.value)):
                self._problem(given.key, f"A comma is missing after {given.key}.", "End the line with a comma.")
        authors, others = self._authors()
        checked, seen_part = self._verified()
        reference = Reference(
            key=entry.key,
            line=(entry.start_line or 0) + 1,
            title=self._required("title", "the title as the source prints it"),
            authors=authors,
            others=others,
            year=self._year(),
            container=self._first("journal", "booktitle", "institution", "publisher", "howpublished"),
            volume=self._text("volume"),
            number=self._text("number"),
            pages=self._text("pages"),
            doi=self._matching("doi", _DOI, "Write the DOI alone, such as 10.1000/182, without an address before it."),
            pmid=self._matching("pmid", re.compile(r"\d{1,9}"), "Write the PubMed number alone, such as 28436583."),
            url=self._matching("url", re.compile(r"https://\S+"), "Write the whole address, starting with https://."),
            study=self._text("keywords"),
            finding=self._text("note"),
            checked=checked,
            seen_part=seen_part,
            accessed=self._accessed(),
            ahead=bool(self._matching("pubstate", re.compile(AHEAD), f"Write {AHEAD}, or take it out.")),
        )
        if not _KEY.fullmatch(entry.key):
            self._problem("", f'"{entry.key}" cannot be cited.', "Use letters, digits and - . : + in a key.")
        return reference

    def _authors(self) -> tuple[tuple[Author, ...], bool]:
        raw = self._raw("author")
        corporate = self._text("corporate")
        if corporate:
            return (Author(corporate),), False
        if not raw:
            self._problem("", "author is missing.", "Write author = {Surname, First name and Surname, First name}.")
            return (), False
        return read_authors(raw)

    def _year(self) -> str:
        year = self._required("year", "four digits, in press or no date")
        if year and not re.fullmatch(r"(1[89]|20)\d\d", year) and year.lower() not in {IN_PRESS, NO_DATE}:
            self._problem("year", f'The year is "{year}".', "Write four digits, in press or no date.")
        return year.lower()

    def _accessed(self) -> dt.date | None:
        day = self._text("urldate")
        try:
            return dt.date.fromisoformat(day) if day else None
        except ValueError:
            self._problem("urldate", f'The urldate is "{day}".', "Write the day you read the page, such as 2026-11-20.")
            return None

    def _verified(self) -> tuple[str, str]:
        verified = self._required("verified", "yes, secondhand or memory, and how the source was seen")
        found = _VERIFIED.fullmatch(verified)
        if verified and not found:
            what = f'verified starts with "{verified.split()[0]}".'
            self._problem("verified", what, "Start it with yes, secondhand or memory, then a colon.")
        return (found["checked"], found["part"] or "") if found else ("", "")

    def _matching(self, name: str, pattern: re.Pattern[str], mend: str) -> str:
        # Not decoded: an underscore or a per cent sign in an address is itself.
        value = self._raw(name)
        if value and not pattern.fullmatch(value):
            self._problem(name, f'The {name} is "{value}".', mend)
        return value

    def _required(self, name: str, content: str) -> str:
        value = self._text(name)
        if not value:
            self._problem("", f"{name} is missing.", f"Write {name} = {{...}} with {content}.")
        return value

    def _first(self, *names: str) -> str:
        return next((value for value in map(self._text, names) if value), "")

    def _text(self, name: str) -> str:
        return plain_text(self._raw(name))

    def _raw(self, name: str) -> str:
        field = self.entry.fields_dict.get(name)
        return str(field.value).strip() if field else ""

    def _problem(self, name: str, what: str, mend: str) -> None:
        field = self.entry.fields_dict.get(name)
        line = (field.start_line if field and field.start_line else self.entry.start_line or 0) + 1
        self.problems.add(self.path, line, f"{self.entry.key}: {what}", mend)

"""What every page draws on: the sources, the claims, the words, the figures, the urgent-help text.

One library serves a whole run. It notes problems, knows which page is being converted and what that page reads, and
reads a file again when it has changed.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from generator.markdown.links import Links
from generator.pages.reads import Reads, Shared, Table
from generator.pages.source import split_front_matter
from generator.pages.uses import Uses
from generator.problems import Problem, Problems
from generator.shared_files import documents
from generator.shared_files.bibliography import Reference, read_bibliography
from generator.shared_files.claim_cards import Card, read_claim_cards
from generator.shared_files.claim_records import Claim, read_claims
from generator.shared_files.drawings import Drawing, read_drawing
from generator.shared_files.glossary import Glossary, read_glossary
from generator.shared_files.help_cards import Help, read_help
from generator.shared_files.vocabulary import Vocabulary, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

_OPTIONAL = ("claims.yml", "claim-cards.yml", "glossary.yml", "help-now.yml")


def today() -> dt.date:
    """The day of the build: SOURCE_DATE_EPOCH if it is set, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return now.date()


@dataclass(frozen=True)
class Place:
    """Which page is being converted.

    Attributes:
        path: The page's file, as a problem names it; empty if nobody said.
        first_line: Line of the file at which the Markdown starts, below the front matter.
    """

    path: str = ""
    first_line: int = 1


@dataclass(frozen=True)
class _File:
    """A shared file as it was read: its text, what it was read with, what it holds, and its problems."""

    text: str
    given: Mapping[str, object]
    content: object
    problems: tuple[Problem, ...]


class Library:
    """The shared files of a folder of pages.

    Args:
        docs: The folder.
        problems: Where problems go.
        day: The day of the build.

    Attributes:
        reads: What is asked of all this while a page is converted.
        links: The links of the pages that have been converted, and where they may lead.
    """

    vocabulary = Shared[Vocabulary]()
    bibliography = Shared[Mapping[str, Reference]]()
    claims = Shared[Mapping[str, Claim]]()
    unreadable_claims = Shared[frozenset[str]]()
    claim_cards = Shared[Mapping[str, Card]]()
    glossary = Shared[Glossary]()
    tags = Shared[Mapping[str, str]]()
    figures = Shared[Mapping[str, Drawing]]()
    unreadable_figures = Shared[frozenset[str]]()
    help_now = Shared[Help | None]()

    def __init__(self, docs: Path | str = "docs", problems: Problems | None = None, day: dt.date | None = None) -> None:
        self.docs = Path(docs)
        self.problems = Problems() if problems is None else problems
        self.reads = Reads()
        self.reads.answer_with("files", _dates)
        self.page = Place()
        self.links: Links = {}
        self._day = day
        self._files: dict[str, _File] = {}
        self._shown: dict[Path, str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Start a run: forget the problems of the last one and read the files that changed."""
        drawn = [f"figures/{file.name}" for file in sorted(self.docs.glob("figures/*.svg"))]
        self.today = self._day or today()
        self.uses = Uses()
        self.links.clear()
        self.problems.clear()
        self.vocabulary = self._load("vocabulary.yml", read_vocabulary, Vocabulary())
        self.bibliography = self._load("references.bib", read_bibliography, {})
        sources = dict.fromkeys(self.bibliography)
        no_claims: tuple[dict[str, Claim], frozenset[str]] = ({}, frozenset())
        given: dict[str, Any] = {"sources": sources, "today": self.today}
        self.claims, self.unreadable_claims = self._load("claims.yml", read_claims, no_claims, **given)
        pages = sorted(file.relative_to(self.docs).as_posix() for file in self.docs.rglob("*.md"))
        given |= {"claims": dict(self.claims), "unreadable": self.unreadable_claims, "pages": pages}
        words = self.vocabulary.words
        given["subjects"] = words.get("subject", ()) if words else None
        self.claim_cards = self._load("claim-cards.yml", read_claim_cards, {}, **given)
        self.glossary = self._load("glossary.yml", read_glossary, Glossary())
        self.tags = self._load("tags.yml", read_tags, {})
        self.help_now = self._load("help-now.yml", read_help, None)
        read_all = {Path(name).stem: self._load(name, partial(read_drawing, Path(name).stem), None) for name in drawn}
        self.figures = {name: figure for name, figure in read_all.items() if figure}
        self.unreadable_figures = frozenset(read_all.keys() - self.figures.keys())

    @property
    def uses(self) -> Uses:
        """Which page names what; empty until the pages have been checked."""
        return self._uses

    @uses.setter
    def uses(self, uses: Uses) -> None:
        tables = {name: Table(f"uses.{name}", getattr(uses, name), self.reads) for name in Uses.__dataclass_fields__}
        self._uses = Uses(**tables)

    def start_page(self, path: str, text: str) -> None:
        """Say which page is converted next, so that problems name its file and lines.

        Args:
            path: The file, from the project's folder: `docs/articles/flare-ups.md`.
            text: The whole file, with its front matter.
        """
        self.page = Place(path, split_front_matter(text).body_line)

    @property
    def here(self) -> str:
        """The file of the page that is being converted, below the folder: `articles/flare-ups.md`."""
        return self.page.path.removeprefix(f"{self.docs.name}/")

    def shown(self, file: Path) -> str:
        """A file below the folder as problems name it: `docs/articles/flare-ups.md`."""
        if file not in self._shown:  # asked for several times of each page
            self._shown[file] = f"{self.docs.name}/{Path(os.path.relpath(file, self.docs)).as_posix()}"
        return self._shown[file]

    def text_of(self, file: Path, problems: Problems | None = None) -> str:
        """The text of a file below the folder, noting a byte that is no UTF-8."""
        try:
            content = file.read_bytes()
        except OSError as error:
            what = f"The file cannot be read: {error.strerror}."
            (problems or self.problems).add(self.shown(file), 1, what, "Make it a file that you may read.")
            return ""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            (problems or self.problems).add(
                self.shown(file), line, "A character here is not UTF-8.", "Save the file as UTF-8."
            )
            text = content.decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n")

    def _load[Content](self, name: str, read: Callable[..., Content], nothing: Content, **given: object) -> Content:
        """What a file holds. It is read again only if its text changed, or what it is read with."""
        path, shown = self.docs / name, f"{self.docs.name}/{name}"
        if not path.exists():
            if name in _OPTIONAL:
                return nothing
            self.problems.add(shown, 1, "The file is missing.", f"Make {shown}.")
            return nothing
        problems = Problems()
        text = self.text_of(path, problems)
        kept = self._files.get(name)
        if kept is None or (kept.text, kept.given) != (text, given):
            kept = self._files[name] = _File(text, given, read(text, shown, problems, **given), tuple(problems))
        for problem in kept.problems:
            self.problems.note(problem)
        return cast("Content", kept.content)


def _dates(folder: Hashable) -> tuple[tuple[str, int], ...]:
    """The files of a folder, each with the moment of its last change."""
    return tuple((file.name, file.stat().st_mtime_ns) for file in sorted(Path(str(folder)).iterdir()))


def read_tags(text: str, path: str, problems: Problems) -> dict[str, str]:
    """The allowed tags, each with what it covers."""
    document = documents.parse(text, path, problems)
    for tag, meaning in document.data.items():
        if not isinstance(meaning, str):
            document.problem((tag,), f'The tag "{tag}" has no meaning.', "Write what it covers after the colon.")
    unread = dict.fromkeys(documents.names_in(text), "")  # a page that uses one has no problem of its own
    return unread | {tag: str(meaning) for tag, meaning in document.data.items()}

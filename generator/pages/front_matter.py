"""The front matter of every page: what each key may hold, and how the keys must fit together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import msgspec
from msgspec import Meta

from generator.markdown.claims import claim_ids
from generator.pages.cross_references import uses_of
from generator.pages.source import split_front_matter
from generator.problems import Problem, Problems, did_you_mean
from generator.prose.tone import overstated
from generator.shared_files import documents, records
from generator.shared_files.claim_records import Certainty, lowest
from generator.shared_files.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.library import Library
    from generator.shared_files.records import Words

OVERDUE_DAYS = 90  # how long after its review date a live page may still be built
MESSAGE_WORDS = 25
REVIEW_YEARS = {"article": 2, "tool": 1}

_Date = Annotated[dt.date, Meta(description="a date such as 2026-11-20")]
_OneOf = Meta(description="one of {words}")
_Name = Annotated[str, Meta(min_length=2, max_length=80, description="2 to 80 characters")]


class Author(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who wrote the page, and what they stand to gain."""

    name: _Name
    role: _Name
    interests: Annotated[str, Meta(min_length=2, max_length=200, description="2 to 200 characters, such as none")]


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone who read the whole page before it was published."""

    name: _Name
    role: Annotated[str, _OneOf, records.Word("reviewer")]
    on: _Date


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the page's history."""

    date: _Date
    change: Annotated[str, Meta(min_length=5, max_length=200, description="what changed, 5 to 200 characters")]


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter that every page has."""

    title: Annotated[str, Meta(min_length=10, max_length=65, description="10 to 65 characters")]
    description: Annotated[str, Meta(min_length=50, max_length=155, description="50 to 155 characters")]
    type: Annotated[Literal["article", "tool", "page"], Meta(description="one of article, tool or page")]
    status: Annotated[Literal["live", "draft", "paused"], Meta(description="one of live, draft or paused")]


class HealthMatter(Matter, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a page that says something about health: an article or a tool."""

    audience: Annotated[
        list[str], Meta(min_length=1, max_length=3, description="a list of {words}"), records.Word("audience")
    ]
    main_message: Annotated[str, Meta(min_length=10, description=f"one or two sentences, up to {MESSAGE_WORDS} words")]
    authors: Annotated[list[Author], Meta(min_length=1, description="a list of at least one author")]
    reviewed_by: Annotated[list[Review], Meta(description="a list of reviewers, or [] if nobody has reviewed the page")]
    published: _Date
    updated: _Date
    last_reviewed: Annotated[
        dt.date | None, Meta(description="the day the whole page was reviewed, such as 2026-11-20, or null")
    ]
    next_review: _Date
    evidence_searched: _Date
    evidence_level: Annotated[
        Certainty, Meta(description="one of high, moderate, low, very-low or rule-of-thumb: the lowest of the claims")
    ]
    tags: Annotated[list[str], Meta(min_length=1, max_length=5, description="a list of 1 to 5 tags from docs/tags.yml")]
    related: Annotated[list[str], Meta(max_length=6, description="a list of pages such as articles/flare-ups.md")] = []
    tools: Annotated[list[str], Meta(max_length=6, description="a list of calculators such as flare-plan")] = []
    funding: Annotated[str, Meta(min_length=2, max_length=200, description="who paid, such as none")]
    changelog: Annotated[list[Change], Meta(min_length=1, description="a list of dates, each with a change")]


class ArticleMatter(HealthMatter, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter of an article."""

    topic: Annotated[str, _OneOf, records.Word("topic")]


class ToolMatter(HealthMatter, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a page around a calculator."""

    need: Annotated[
        str,
        Meta(description="one of {words}: where the list of calculators shows the page"),
        records.Word("need"),
    ]


_KINDS: dict[str, type[Matter]] = {"article": ArticleMatter, "tool": ToolMatter}


@dataclass(frozen=True)
class Page:
    """A page's file, read.

    Attributes:
        path: The file as a problem names it: `docs/articles/flare-ups.md`.
        text: The whole file.
        matter: The front matter, or None if it has problems.
        document: The front matter as typed, with its lines; None if there is none.
        faults: What is wrong with it by itself, whatever else the site holds.
        words: The words of docs/vocabulary.yml that it was read with.
    """

    path: str
    text: str
    matter: Matter | None
    document: Document | None = None
    faults: tuple[Problem, ...] = ()
    words: Words = field(default_factory=dict)
    _facts: dict[Callable[[str], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def body(self) -> str:
        """Its Markdown."""
        return split_front_matter(self.text).body

    def fact[Fact](self, of: Callable[[str], Fact]) -> Fact:
        """What follows from its text alone, such as `read_prose`: worked out once, as long as the text stays as it is."""
        if of not in self._facts:
            self._facts[of] = of(self.text)
        return cast("Fact", self._facts[of])


def read_page(path: str, text: str, words: Words) -> Page:
    """Read a page's front matter with the words of its site, noting in the page what is wrong with it."""
    yaml = split_front_matter(text).yaml
    problems = Problems()
    if yaml is None:
        problems.add(
            path,
            1,
            "The page has no front matter.",
            "Start the file with ---, then title:, description:, type: and status:, then ---.",
        )
        return Page(path, text, None, None, tuple(problems), words)
    document = documents.parse(yaml, path, problems, first_line=2)
    matter = _read(document, words)
    if matter:
        _check_alone(document, matter)
    return Page(path, text, matter, document, tuple(problems), words)


def page_files(library: Library) -> list[Path]:
    """All pages of a library's folder."""
    return sorted(file for file in library.docs.rglob("*.md") if file.is_file())


def check_pages(
    library: Library, files: Iterable[Path] | None = None, kept: Mapping[str, Page] | None = None
) -> list[Page]:
    """Read pages and check their front matter, noting every problem in the library, which learns what each page names.

    Args:
        library: Knows the tags, claims and other pages, and the day on which reviews fall due.
        files: The pages' files; by default, all of them.
        kept: Pages read before, by their paths; one whose text is the same is not read again.
    """
    pages: list[Page] = []
    all_files = page_files(library)
    site, words = _Site(library, all_files), library.vocabulary.words
    for file in all_files if files is None else files:
        path = library.shown(file)
        text = library.text_of(file)
        page = (kept or {}).get(path)
        if page is None or (page.text, page.words) != (text, words):
            page = read_page(path, text, words)
        pages.append(page)
        for fault in page.faults:
            library.problems.note(fault)
        site.check(page)
    library.uses = uses_of(library, pages)
    return pages


def _read(document: Document, words: Words) -> Matter | None:
    if not document.data:
        return None  # noted when it was parsed
    kind = _KINDS.get(str(document.data.get("type")), Matter)
    if document.data.get("type") not in {*REVIEW_YEARS, "page"}:
        # Which keys belong on the page is not known, so only say that.
        document = Document(
            document.path,
            document.first_line,
            document.problems,
            {key: value for key, value in document.data.items() if key in Matter.__struct_fields__},
            document.lines,
        )
    return records.read(kind, document, words=words)


def _check_alone(document: Document, matter: Matter) -> None:
    """What a schema cannot say of a page by itself: how its keys fit each other."""
    for key in ("title", "description", "main_message"):
        if found := overstated(getattr(matter, key, "")):
            document.problem((key,), f'"{found.word}" promises too much.', f"Say {found.say}.")
    if not isinstance(matter, HealthMatter):
        return
    words = len(matter.main_message.split())
    if words > MESSAGE_WORDS:
        what = f"`main_message` has {words} words."
        document.problem(("main_message",), what, f"Say it in {MESSAGE_WORDS} words or fewer.")
    if matter.updated < matter.published:
        what = f"`updated` is {matter.updated}, before the page was published on {matter.published}."
        document.problem(("updated",), what, "Write the day of the last change.")
    if matter.next_review < matter.updated:
        what = f"`next_review` is {matter.next_review}, before the page was updated on {matter.updated}."
        document.problem(("next_review",), what, "Write a day after the last change.")
    years = REVIEW_YEARS[matter.type]
    latest = (matter.updated.year + years, matter.updated.month, matter.updated.day)
    if matter.next_review.timetuple()[:3] > latest:
        what = f"`next_review` is {matter.next_review}, more than {years * 12} months after `updated`."
        document.problem(("next_review",), what, "Write an earlier day.")


class _Site:
    """How the front matter of a page must fit the rest of the site, and the day."""

    def __init__(self, library: Library, files: Iterable[Path]) -> None:
        self.library = library
        pages = dict.fromkeys(file.relative_to(library.docs).as_posix() for file in files)
        folder = "calculators/"
        tools = dict.fromkeys(page[len(folder) : -len(".md")] for page in pages if page.startswith(folder))
        self.known = {
            "tags": (dict.fromkeys(library.tags), "tag", "Add it to docs/tags.yml."),
            "related": (pages, "page", "Write its path below docs/."),
            "tools": (tools, "calculator", "Write the name of a page in docs/calculators/."),
        }
        self.titles: dict[str, str] = {}

    def check(self, page: Page) -> None:
        if not page.matter or not page.document:
            return
        document = replace(page.document, problems=self.library.problems)
        first = self.titles.setdefault(page.matter.title, page.path)
        if first != page.path:
            document.problem(("title",), f"{first} has the same title.", "Give each page a title of its own.")
        if isinstance(page.matter, HealthMatter):
            self._day(document, page.matter)
            self._names(document, page.matter)
            self._evidence(document, page.matter, page.fact(claim_ids))

    def _day(self, document: Document, matter: HealthMatter) -> None:
        due = matter.next_review + dt.timedelta(days=OVERDUE_DAYS)
        if matter.status == "live" and self.library.today > due:
            days = (self.library.today - matter.next_review).days
            mend = "Review the whole page and set a new date, or set status: paused."
            document.problem(("next_review",), f"The review is {days} days overdue.", mend)

    def _names(self, document: Document, matter: HealthMatter) -> None:
        for key, (allowed, noun, mend) in self.known.items():
            for index, name in enumerate(getattr(matter, key)):
                if name not in allowed:
                    what = f'No {noun} is called "{name}".'
                    document.problem((key, index), what, did_you_mean(name, allowed, mend))

    def _evidence(self, document: Document, matter: HealthMatter, keys: list[str]) -> None:
        if not keys or not all(key in self.library.claims for key in keys):
            return  # a claim that is not known is noted where it stands
        level = lowest([self.library.claims[key] for key in keys])
        if matter.evidence_level != level:
            what = f"`evidence_level` is {matter.evidence_level}, but the least sure claim of the page is {level}."
            document.problem(("evidence_level",), what, f"Write {level}.")

"""Sites of many articles, written alike for this project and for Material for MkDocs: same words, tables and sources.

The sentences are those of this site's own articles, drawn by chance but the same on each run. Each article has about
1,500 words, two tables and 18 citations. Here those are `[@key]` with a record in references.bib; for Material they are
footnotes, each with its text at the end of the page, since it has no other way to cite.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from generator.prose.prose import read_prose
from generator.prose.tone import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CITATIONS = 18
SOURCES = 2_000  # at most; fewer for a small site, so that each is cited
FOLDER = 50  # articles in each folder of the site
_SENTENCES = 115  # about 1,500 words with the tables and headings
_CLAIM = "exercise-function"
_LINKED = (
    ".cache",
    "LICENSE",
    "calculators",
    "generator",
    "node_modules",
    "package-lock.json",
    "package.json",
    "pyproject.toml",
    "requirements.txt",
)

_COPIED = ("glossary.yml", "help-now.yml", "search-words.yml", "vocabulary.yml")

_MATTER = """\
---
title: {title}
description: {title}, in plain words, written by a program so that building many pages can be measured.
"""
_OUR_MATTER = """\
type: article
status: live
audience: [person-in-pain]
main_message: Small steps may help some people. It is fine to go slowly.
authors: [{{name: Baseline contributors, role: editors, interests: none}}]
reviewed_by: []
published: 2026-11-20
updated: 2026-11-20
last_reviewed: null
next_review: 2027-11-20
evidence_searched: 2026-11-20
evidence_level: low
tags: [movement]
topic: moving
related: [{related}]
funding: none
changelog: [{{date: 2026-11-20, change: First version}}]
"""
_PAGE_MATTER = "type: page\nstatus: live\n"
_TABLE = "| Day | Minutes | Note |\n|---|---|---|\n" + "".join(
    f"| {day} | {minutes} | {note} |\n"
    for day, minutes, note in (
        ("Monday", 5, "A short walk on flat ground"),
        ("Tuesday", 0, "Rest, and a few stretches"),
        ("Thursday", 6, "A walk to the shop and back"),
        ("Saturday", 7, "A walk with a friend"),
    )
)
_SETTINGS = """\
site_name: Many articles
site_url: https://baseline.example/
theme:
  name: material
  font: false
  features: {features}
nav:
{nav}markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
"""


@dataclass(frozen=True)
class Article:
    """One article, before it is written for a builder.

    Attributes:
        path: Its file below `docs/`.
        title: Its title.
        related: Files of other articles.
        parts: Its sections; each a heading and paragraphs of sentences.
        sources: Numbers of the sources it cites, in order.
    """

    path: str
    title: str
    related: tuple[str, ...]
    parts: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    sources: tuple[int, ...]


def ours(folder: Path, count: int) -> Path:
    """Write a project of this generator with so many articles into a new folder, and return the folder."""
    docs = folder / "docs"
    _write_pages(docs, count, _for_us)
    sources = range(_source_count(count))
    (docs / "references.bib").write_text("\n".join(map(_bibtex, sources)), encoding="utf-8")
    (docs / "claims.yml").write_text(_claims(), encoding="utf-8")
    for name, text in (("claim-cards.yml", "{}\n"), ("tags.yml", "movement: moving more\n")):
        (docs / name).write_text(text, encoding="utf-8")
    for name in _COPIED:
        if (ROOT / "docs" / name).exists():
            shutil.copyfile(ROOT / "docs" / name, docs / name)
    shutil.copytree(ROOT / "overrides", folder / "overrides")  # one of its templates is edited
    for name in _LINKED:
        (folder / name).symlink_to(ROOT / name)
    head, _, rest = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:\n")
    tail = rest[rest.index("\nplugins:") :] if "\nplugins:" in rest else rest[rest.index("\nmarkdown_extensions:") :]
    (folder / "mkdocs.yml").write_text(f"{head}nav:\n{_navigation(docs)}{tail}", encoding="utf-8")
    return folder


def material(folder: Path, count: int, *, prune: bool) -> Path:
    """Write the same articles as a project of Material for MkDocs into a new folder, and return the folder.

    Args:
        folder: Where to.
        count: How many articles.
        prune: Whether a page leaves out what is far away of the navigation, Material's own way to build faster.
    """
    docs = folder / "docs"
    _write_pages(docs, count, _for_material)
    features = "[navigation.prune]" if prune else "[]"
    nav = _navigation(docs, whole=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(features=features, nav=nav), encoding="utf-8")
    return folder


def articles(count: int) -> Iterator[Article]:
    """So many articles, the same on each run."""
    chance = Random(count)  # noqa: S311 - not a secret
    sentences = _sentences()
    sources = cycle(range(_source_count(count)))
    paths = [f"part-{index // FOLDER:02}/article-{index:04}.md" for index in range(count)]
    for index, path in enumerate(paths):
        drawn = iter(chance.sample(sentences, _SENTENCES))
        parts = [(f"Part {part} of {index}", tuple(tuple(islice(drawn, 5)) for _ in range(4))) for part in range(1, 6)]
        yield Article(
            path,
            f"Article {index} on small steps",
            tuple(paths[(index + step) % count] for step in range(1, 5)),
            tuple(parts),
            tuple(islice(sources, CITATIONS)),
        )


def _sentences() -> list[str]:
    """Sentences of this site that stand alone: not too long, nothing that a check would stop, no Markdown in them."""
    found = (
        sentence.text
        for file in sorted((ROOT / "docs" / "articles").glob("*.md"))
        for sentence in read_prose(file.read_text(encoding="utf-8")).sentences
    )
    return sorted({text for text in found if text[0].isupper() and text[-1] == "." and _plain(text)})


def _plain(text: str) -> bool:
    return 6 <= len(text.split()) <= 16 and not set(text) & set("[]|<>*_`&\\@") and not any(findings(text))


def _source_count(articles: int) -> int:
    return min(SOURCES, articles * CITATIONS)


def _write_pages(docs: Path, count: int, write: object) -> None:
    home = f"{_MATTER.format(title='Many articles in parts')}{_PAGE_MATTER}---\nThis site has short reads. You can start with any of them.\n"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text(home, encoding="utf-8")
    for article in articles(count):
        file = docs / article.path
        if not file.parent.exists():
            file.parent.mkdir()
            title = f"The articles of {file.parent.name}"
            start = f"{_MATTER.format(title=title)}{_PAGE_MATTER}---\nEach of these is short. You can read them in any way you like.\n"
            (file.parent / "index.md").write_text(start, encoding="utf-8")
        file.write_text(write(article), encoding="utf-8")  # type: ignore[operator]


def _body(article: Article, marks: Iterator[str]) -> str:
    """The Markdown that both builders read, with a mark after each sixth sentence."""
    lines = ["When it hurts to move, you may do less. This page is about small steps.", "", "## Quick read", ""]
    lines += ["- You can start small.", "- Rest when you need to.", "- Ask if you are not sure.", ""]
    told = 0
    for number, (heading, paragraphs) in enumerate(article.parts):
        lines += [f"## {heading}", ""]
        for paragraph in paragraphs:
            text = []
            for sentence in paragraph:
                told += 1
                text.append(f"{sentence[:-1]}{next(marks, '')}." if told % 5 == 0 else sentence)
            lines += [" ".join(text), ""]
        if number in {1, 3}:
            lines += [_TABLE, ""]
        lines += [f"See also [another page](../{article.related[number % 4]}).", ""]
    return "\n".join(lines)


def _for_us(article: Article) -> str:
    marks = (f" [@{_key(source)}]" for source in article.sources)
    matter = _MATTER.format(title=article.title) + _OUR_MATTER.format(related=", ".join(article.related))
    claim = f"Exercise may help a little. [[claim: {_CLAIM}]]"
    return f"{matter}---\n{_body(article, marks)}\n{claim}\n"


def _for_material(article: Article) -> str:
    marks = (f"[^{source}]" for source in article.sources)
    notes = "\n".join(f"[^{source}]: {_printed(source)}" for source in article.sources)
    return (
        f"{_MATTER.format(title=article.title)}---\n{_body(article, marks)}\nExercise may help a little.\n\n{notes}\n"
    )


def _key(source: int) -> str:
    return f"author{source}"


def _printed(source: int) -> str:
    year, pages = 1970 + source % 55, f"{source + 1}-{source + 9}"
    return f"Author{source} A, Second B. A study of walking in group {source}. Journal {source % 90}. {year};{source % 40}({source % 12 + 1}):{pages}."


def _bibtex(source: int) -> str:
    return (
        f"@article{{{_key(source)},\n  author = {{Author{source}, Ann and Second, Bo}},\n"
        f"  title = {{{{A study of walking in group {source}}}}},\n  journal = {{Journal {source % 90}}},\n"
        f"  year = {{{1970 + source % 55}}},\n  volume = {{{source % 40}}},\n  number = {{{source % 12 + 1}}},\n"
        f"  pages = {{{source + 1}--{source + 9}}},\n  keywords = {{randomised trial}},\n"
        f"  note = {{People in group {source} walked a little more than before.}},\n"
        f"  verified = {{memory: written by a program}},\n}}\n"
    )


def _claims() -> str:
    return (
        f"{_CLAIM}:\n  claim: Exercise may help a little.\n  outcome: physical function\n"
        "  population: adults with long-lasting pain\n  effect: small\n  certainty: low\n"
        f"  reason: Written by a program for a measurement.\n  sources: [{_key(0)}]\n"
        "  where: abstract\n  checked_on: 2026-11-20\n"
    )


def _navigation(docs: Path, *, whole: bool = False) -> str:
    """The navigation of the settings; this project completes it by itself from each folder's index.md."""
    lines = ["  - Home: index.md\n"]
    for folder in sorted(path for path in docs.glob("part-*") if path.is_dir()):
        lines.append(f"  - {folder.name.capitalize()}:\n")
        pages = sorted(folder.glob("*.md"), key=lambda page: (page.name != "index.md", page.name))
        lines += [f"      - {page.relative_to(docs)}\n" for page in (pages if whole else pages[:1])]
    return "".join(lines)

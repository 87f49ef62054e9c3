"""docs/search-words.yml: each mistake is told with its line."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.library import Library
from generator.pages.page_rules import checked_pages
from generator.search.words import search_words

DOCS = Path(__file__).parent / "docs"
PAGE = """---
title: A page of plain words
description: A page that stands here only so that its words can be looked for.
type: page
status: live
---
Some are tired. Scans show worn discs.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "docs"
    shutil.copytree(DOCS, folder)
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    return Library(folder, day=dt.date(2026, 11, 20))


def report(library: Library, words: str) -> str:
    (library.docs / "search-words.yml").write_text(words, encoding="utf-8")
    search_words(library, [page for page in checked_pages(library) if page.matter])
    return "\n".join(str(problem) for problem in library.problems if problem.path == "docs/search-words.yml")


def test_what_the_pages_say_is_no_problem_and_is_kept(library: Library) -> None:
    words = "knackered: [tired]\nslipped disc: [worn discs, the disc on a scan]\n"
    assert not report(library, words)
    assert search_words(library) == {"knackered": ["tired"], "slipped disc": ["worn discs", "the disc on a scan"]}


def test_a_site_needs_no_such_file(library: Library) -> None:
    assert search_words(library) == {}


@pytest.mark.parametrize(
    ("words", "line", "what", "mend"),
    [
        ("# ours\nknackered: [tried]\n", 2, '"knackered" has "tried", but no page says "tried".',
         'Use "tired", or write a word that the pages use.'),
        ("knackered:\n  - tired\n  - zebra\n", 3, '"knackered" has "zebra", but no page says "zebra".',
         "Write a word that the pages use."),
        ("knackered: tired\n", 1, '"knackered" has no list of what the pages say.',
         "Write what the pages say after the colon: [tired, worn out], up to 5 words or phrases."),
        ("knackered: []\n", 1, '"knackered" has no list of what the pages say.',
         "Write what the pages say after the colon: [tired, worn out], up to 5 words or phrases."),
        ("knackered: [tired, 12]\n", 1, '"knackered" has "12", which is no word that a search looks for.',
         "Write what the pages say after the colon: [tired, worn out], up to 5 words or phrases."),
        ("knackered: [tired, the]\n", 1, '"knackered" has "the", which is no word that a search looks for.',
         "Write what the pages say after the colon: [tired, worn out], up to 5 words or phrases."),
        ("knackered: [tired, worn, disc, scan, show, page]\n", 1, '"knackered" has a list of 6.', "Keep the best 5."),
        ("what is it: [tired]\n", 1, '"what is it" holds only small words, which a search passes over.',
         "Take it out."),
        ("knackered: [tired]\nworn: [disc]\nknackered: [worn]\n", 3, "`knackered` is here twice.",
         "Keep one; the first is on line 1."),
        ("knackered: [tired\n", 1, "This is not YAML: expected ',' or ']', but got '<stream end>'.",
         "Close what is opened here: a bracket, a brace or a quotation mark."),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line(library: Library, words: str, line: int, what: str, mend: str) -> None:
    assert report(library, words) == f"docs/search-words.yml:{line}: {what}\n    {mend}"

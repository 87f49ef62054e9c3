"""Every idea that people meet is told somewhere, in words that stand there."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
import yaml

from generator.library import Library
from generator.pages.page_rules import checked_pages
from generator.shared_files.ideas import note_untold

DOCS = Path(__file__).parent / "docs"
PAGE = """---
title: A page of ideas
description: A page that stands here only so that an idea can be told on it.
type: page
status: live
---
## Why

Pain is an *alarm*, [some](https://example.org) say.

### Oil

Movement oils
the joints.

## Why

Because.
"""
IDEA = "alarm:\n  idea: Pain is an alarm.\n  told:\n    - page: {}\n      words: {}\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    shutil.copytree(DOCS, folder)
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    return folder


def report(docs: Path, ideas: str) -> str:
    (docs / "ideas.yml").write_text(ideas, encoding="utf-8")
    library = Library(docs, day=dt.date(2026, 11, 20))
    note_untold(library, [page for page in checked_pages(library) if page.matter])
    return "\n".join(str(problem) for problem in library.problems if problem.path == "docs/ideas.yml")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("page.md", "Pain is an alarm, some say"),
        ("page.md#why", "movement oils the joints"),
        ("page.md#oil", "Movement oils"),
        ("page.md#why_1", "Because"),
    ],
)
def test_an_idea_is_told_where_its_words_stand(docs: Path, page: str, words: str) -> None:
    assert not report(docs, IDEA.format(page, words))


@pytest.mark.parametrize(
    ("page", "words", "line", "what", "mend"),
    [
        ("pages.md", "alarm", 4, 'No page is called "pages.md".', 'Use "page.md", or write its path below docs/.'),
        ("page.md#oils", "alarm", 4, 'page.md has no heading with the id "oils".',
         'Use "oil", or write the id that the heading has in the page\'s address.'),
        ("page.md#oil", "Pain is an alarm", 5, 'page.md#oil does not say "Pain is an alarm".',
         "Write words that stand there, or tell the idea on another page."),
        ("page.md#why_1", "alarm", 5, 'page.md#why_1 does not say "alarm".',
         "Write words that stand there, or tell the idea on another page."),
    ],
)  # fmt: skip
def test_an_idea_that_is_not_told_there(docs: Path, page: str, words: str, line: int, what: str, mend: str) -> None:
    assert report(docs, IDEA.format(page, words)) == f"docs/ideas.yml:{line}: {what}\n    {mend}"


def test_an_idea_that_points_nowhere(docs: Path) -> None:
    assert "`told` is a list of 0." in report(docs, "alarm:\n  idea: Pain is an alarm.\n  told: []\n")


def test_none_of_the_ideas_got_lost() -> None:
    ideas = yaml.safe_load(Path("docs/ideas.yml").read_text(encoding="utf-8"))
    assert len(ideas) >= 139
    library = Library("docs")
    note_untold(library, checked_pages(library))
    assert [str(problem) for problem in library.problems if problem.path == "docs/ideas.yml"] == []

"""Front matter: each mistake with its line, what is wrong and how to mend it."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.library import Library
from generator.pages.front_matter import ArticleMatter, Matter, Page, check_pages

DOCS = Path(__file__).parent / "docs"
# Each key on its own line, so that a test can name the line it expects.
GOOD = """---
title: Start small and build up
description: How to begin moving with long-lasting pain, a little at a time.
type: article
status: live
audience: [person-in-pain]
main_message: A small, steady start may help you do more.
authors: [{name: Ann Writer, role: editor, interests: none}]
reviewed_by: [{name: Bo Reader, role: clinician, on: 2026-11-03}]
published: 2026-11-10
updated: 2026-11-20
last_reviewed: null
next_review: 2028-11-20
evidence_searched: 2026-10-15
evidence_level: low
tags: [movement]
topic: moving
related: [start.md]
tools: [steps]
funding: none
changelog: [{date: 2026-11-20, change: First version}]
---
"""
CLAIM = "\nWalking may help. [[claim: walking-function]]\n"
TOOL = "---\ntitle: Count your steps\ndescription: A page around a calculator, which is only here to be named.\n"
TOOL += "type: page\nstatus: live\n---\n"
TOOL_PAGE = GOOD.replace("type: article", "type: tool").replace("topic: moving\n", "").replace("2028", "2027")


class Site:
    """A folder of pages beside the shared files, checked on one day."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        shutil.copytree(DOCS, self.docs)
        (self.docs / "calculators").mkdir()
        self.write("calculators/steps.md", TOOL)

    def write(self, name: str, text: str) -> None:
        (self.docs / name).write_text(text, encoding="utf-8")

    def check(self, day: dt.date = dt.date(2026, 11, 20)) -> tuple[dict[str, Page], str]:
        library = Library(self.docs, day=day)
        pages = check_pages(library)
        return {page.path: page for page in pages}, "\n".join(map(str, library.problems))

    def report(self, old: str = "", new: str = "", body: str = CLAIM) -> str:
        """What is said of GOOD with one change."""
        assert old in GOOD
        self.write("start.md", GOOD.replace(old, new, 1) + body)
        return self.check()[1]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_good_pages_are_read(site: Site) -> None:
    site.write("start.md", GOOD + CLAIM)
    pages, report = site.check()
    assert not report
    assert isinstance(pages["docs/start.md"].matter, ArticleMatter)
    assert type(pages["docs/calculators/steps.md"].matter) is Matter


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("Start small and build up", "Start", 2, "`title` has 5 characters.", "Write 10 to 65 characters."),
        ("Start small and build up", "2026", 2, '`title` is "2026".', "Put quotes around it."),
        ("title: Start small and build up", "title:", 2, "`title` is empty.", "Write 10 to 65 characters."),
        ("How to begin", "How to begin " * 12, 3, "`description` has 207 characters.", "Write 50 to 155 characters."),
        ("type: article", "type: artcle", 4, '`type` cannot be "artcle".',
         'Use "article", or write one of article, tool or page.'),
        ("status: live", "status: published", 5, '`status` cannot be "published".',
         "Write one of live, draft or paused."),
        ("[person-in-pain]", "[carer, person-in-pian]", 6, '`audience` cannot be "person-in-pian".',
         'Use "person-in-pain", or write a list of person-in-pain, carer or clinician.'),
        ("[person-in-pain]", "[]", 6, "`audience` is a list of 0.",
         "Write a list of person-in-pain, carer or clinician."),
        ("A small, steady start", "A word " * 20 + "that", 7, "`main_message` has 46 words.",
         "Say it in 25 words or fewer."),
        ("may help you do more", "always works", 7, '"always works" promises too much.',
         'Say "may help some people".'),
        (", role: editor", "", 8, "`role` is missing.", "Write `role:` with 2 to 80 characters."),
        ("interests: none", "interests: none, orcid: x", 8, "`orcid` is not a key that is used here.", "Take it out."),
        ("{name: Ann Writer, role: editor, interests: none}", "Ann Writer", 8, '`authors` is "Ann Writer".',
         "Write a list of at least one author."),
        ("[{name: Ann Writer, role: editor, interests: none}]", "[]", 8, "`authors` is a list of 0.",
         "Write a list of at least one author."),
        ("role: clinician", "role: doctor", 9, '`role` cannot be "doctor".',
         "Write one of clinician or lived-experience."),
        (", on: 2026-11-03", "", 9, "`on` is missing.", "Write `on:` with a date such as 2026-11-20."),
        ("published: 2026-11-10", "published: soon", 10, '`published` is "soon".', "Write a date such as 2026-11-20."),
        ("published: 2026-11-10", "published: 2026-11-31", 10, "2026-11-31 is not in the calendar.",
         "Write a date such as 2026-11-20."),
        ("published: 2026-11-10", "published: 2026-11-21", 11,
         "`updated` is 2026-11-20, before the page was published on 2026-11-21.", "Write the day of the last change."),
        ("last_reviewed: null", "last_reviewed: 3", 12, '`last_reviewed` is "3".',
         "Write the day the whole page was reviewed, such as 2026-11-20, or null."),
        ("next_review: 2028-11-20", "next_review: 2026-11-19", 13,
         "`next_review` is 2026-11-19, before the page was updated on 2026-11-20.", "Write a day after the last change."),
        ("next_review: 2028-11-20", "next_review: 2028-11-21", 13,
         "`next_review` is 2028-11-21, more than 24 months after `updated`.", "Write an earlier day."),
        ("evidence_level: low", "evidence_level: moderate", 15,
         "`evidence_level` is moderate, but the least sure claim of the page is low.", "Write low."),
        ("evidence_level: low", "evidence_level: verylow", 15, '`evidence_level` cannot be "verylow".',
         'Use "very-low", or write one of high, moderate, low, very-low or rule-of-thumb: the lowest of the claims.'),
        ("[movement]", "[movment]", 16, 'No tag is called "movment".',
         'Use "movement", or add it to docs/tags.yml.'),
        ("topic: moving", "topic: movng", 17, '`topic` cannot be "movng".',
         'Use "moving", or write one of understanding, moving, flares, living, measuring or advice.'),
        ("[start.md]", "[strat.md]", 18, 'No page is called "strat.md".',
         'Use "start.md", or write its path below docs/.'),
        ("[steps]", "[step]", 19, 'No calculator is called "step".',
         'Use "steps", or write the name of a page in docs/calculators/.'),
        ("funding: none\n", "", 2, "`funding` is missing.", "Write `funding:` with who paid, such as none."),
        ("funding: none", "funding: none\nlicense: x", 21, "`license` is not a key that is used here.", "Take it out."),
        ("funding: none", "funding: none\nfundin: x", 21, "`fundin` is not a key that is used here.", "Take it out."),
        ("funding: none", "funding: none\nfunding: x", 21, "`funding` is here twice.",
         "Keep one; the first is on line 20."),
        ("change: First version", "change: New", 21, "`change` has 3 characters.",
         "Write what changed, 5 to 200 characters."),
        ("title: Start", "title: To start: small", 2, "This is not YAML: mapping values are not allowed here.",
         "Put quotes around a value that holds a colon or starts with a sign, and indent with spaces."),
        ("[movement]", "&a [*a]", 16, "This is not YAML: an alias (*name) is not used here.",
         "Put quotes around a value that holds a colon or starts with a sign, and indent with spaces."),
        ("---\n", "\n", 1, "The page has no front matter.",
         "Start the file with ---, then title:, description:, type: and status:, then ---."),
        (GOOD, "---\n---\n", 2, "There are no `key: value` lines here.", "Write one `key: value` on each line."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(site: Site, old: str, new: str, line: int, what: str, mend: str) -> None:
    assert site.report(old, new) == f"docs/start.md:{line}: {what}\n    {mend}"


def test_all_mistakes_of_a_page_are_told(site: Site) -> None:
    changed = GOOD.replace("live", "alive").replace("title: Start", "titel: Start").replace("none\n", "no\n")
    site.write("start.md", changed)
    assert site.check()[1] == (
        'docs/start.md:2: `titel` is not a key that is used here.\n    Use "title", or take it out.\n'
        "docs/start.md:2: `title` is missing.\n    Write `title:` with 10 to 65 characters.\n"
        'docs/start.md:5: `status` cannot be "alive".\n    Use "live", or write one of live, draft or paused.\n'
        'docs/start.md:20: `funding` is "False".\n    Put quotes around it.'
    )


def test_a_tool_is_reviewed_within_a_year(site: Site) -> None:
    changed = TOOL_PAGE.replace("type: tool", "type: tool\nneed: start")
    site.write("start.md", changed)
    assert not site.check()[1]
    site.write("start.md", changed.replace("next_review: 2027-11-20", "next_review: 2027-11-21"))
    assert "more than 12 months after" in site.check()[1]


def test_a_tool_says_which_need_it_meets(site: Site) -> None:
    tool = TOOL_PAGE
    site.write("start.md", tool)
    assert "need" in site.check()[1]
    site.write("start.md", tool.replace("type: tool", "type: tool\nneed: sleep"))
    assert "one of flare, start, measure, cause or life" in site.check()[1]
    site.write("start.md", tool.replace("type: tool", "type: tool\nneed: life"))
    assert not site.check()[1]


def test_an_article_says_which_topic_it_is_on(site: Site) -> None:
    assert "`topic` is missing." in site.report("topic: moving\n", "")
    site.write("start.md", TOOL_PAGE.replace("type: tool", "type: tool\nneed: life\ntopic: moving"))
    assert "`topic` is not a key that is used here." in site.check()[1]


def test_a_review_may_be_90_days_late(site: Site) -> None:
    site.write("start.md", GOOD)
    due = dt.date(2028, 11, 20)
    assert not site.check(due + dt.timedelta(days=90))[1]
    assert site.check(due + dt.timedelta(days=91))[1] == (
        "docs/start.md:13: The review is 91 days overdue.\n"
        "    Review the whole page and set a new date, or set status: paused."
    )
    site.write("start.md", GOOD.replace("status: live", "status: paused"))
    assert not site.check(due + dt.timedelta(days=91))[1]


def test_two_pages_with_one_title(site: Site) -> None:
    site.write("start.md", TOOL)
    assert site.check()[1] == (
        "docs/start.md:2: docs/calculators/steps.md has the same title.\n    Give each page a title of its own."
    )


def test_lines_count_a_front_matter_with_lists(site: Site) -> None:
    blocks = GOOD.replace("tags: [movement]", "tags:\n  - movement\n  - mood")
    site.write("start.md", blocks)
    assert site.check()[1].startswith('docs/start.md:18: No tag is called "mood".')


def test_the_level_of_an_unknown_claim_is_not_guessed(site: Site) -> None:
    assert not site.report("evidence_level: low", "evidence_level: high", body="\n[[claim: nope]]\n")


def test_a_claim_in_code_counts_for_nothing(site: Site) -> None:
    assert not site.report("evidence_level: low", "evidence_level: high", body="\n`[[claim: walking-function]]`\n")


def test_a_file_that_is_not_utf8(site: Site) -> None:
    (site.docs / "start.md").write_bytes(TOOL.encode().replace(b"Count", b"Caf\xe9 count"))
    assert site.check()[1] == "docs/start.md:2: A character here is not UTF-8.\n    Save the file as UTF-8."

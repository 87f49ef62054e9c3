"""The feed of changes: which ones it holds, in which order, and that a reader of feeds can read it."""

import datetime as dt
from typing import Any
from xml.etree.ElementTree import fromstring

from generator.pages.front_matter import Author, Change, HealthMatter, Matter, Page
from generator.publishing.feed import atom, entries

SITE = "https://example.org/pain/"
ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.date(2026, 11, 20)


def page(path: str, *changes: tuple[int, str], **other: Any) -> Page:
    matter: dict[str, Any] = {
        "title": f"About {path}",
        "description": "x",
        "type": "article",
        "status": "live",
        "audience": ["carer"],
        "main_message": "x",
        "authors": [Author("Ann", "editor", "none")],
        "reviewed_by": [],
        "published": DAY,
        "updated": DAY,
        "last_reviewed": None,
        "next_review": DAY,
        "evidence_searched": DAY,
        "evidence_level": "low",
        "tags": ["movement"],
        "funding": "none",
        "changelog": [Change(DAY + dt.timedelta(days=days), change) for days, change in changes],
    }
    return Page(f"docs/{path}", "", HealthMatter(**(matter | other)))


def test_the_newest_change_comes_first() -> None:
    pages = [page("articles/a.md", (0, "First version"), (9, "A new study")), page("calculators/b.md", (5, "Built"))]
    assert [(entry.day.day, entry.change, entry.address) for entry in entries(pages, "docs", SITE)] == [
        (29, "A new study", f"{SITE}articles/a/"),
        (25, "Built", f"{SITE}calculators/b/"),
        (20, "First version", f"{SITE}articles/a/"),
    ]


def test_drafts_paused_pages_and_pages_without_a_history_have_no_entry() -> None:
    plain = Page("docs/index.md", "", Matter(title="x", description="x", type="page", status="live"))
    unread = Page("docs/c.md", "", None)
    hidden = [page(f"{status}.md", (0, "First version"), status=status) for status in ("draft", "paused")]
    assert entries([plain, unread, *hidden], "docs", SITE) == []


def test_a_name_stays_when_a_change_is_added() -> None:
    before = entries([page("a/index.md", (0, "One change"))], "docs", SITE)
    after = entries([page("a/index.md", (0, "One change"), (0, "Another one"))], "docs", SITE)
    assert [entry.name for entry in before] == [f"{SITE}a/#2026-11-20-1"]
    assert [(entry.name, entry.change) for entry in after] == [
        (f"{SITE}a/#2026-11-20-1", "One change"),
        (f"{SITE}a/#2026-11-20-2", "Another one"),
    ]


def test_a_reader_of_feeds_can_read_it() -> None:
    changes = entries([page("a.md", (0, "Less <b>sure</b> & why"), (3, "More"))], "docs", SITE)
    feed = fromstring(atom(changes, SITE, "Baseline"))  # noqa: S314 - written above
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Baseline contributors"
    assert [(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")] == [
        ("self", f"{SITE}feed.xml"),
        ("alternate", SITE),
    ]
    found = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}summary") for entry in found] == ["More", "Less <b>sure</b> & why"]
    for entry in (feed, *found):
        assert all(entry.findtext(f"{ATOM}{needed}") for needed in ("id", "title", "updated"))

"""What machines are told of each page: search engines, feeds, and sites on which a link is shared."""

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import yaml

from generator.pages.source import split_front_matter

DOCS = Path("docs")
SITE = "https://baseline.example/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Head:
    """The head of a built page, and how many references the page lists."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    data: list[dict[str, Any]] = field(default_factory=list)
    references: int = 0


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.head = Head()
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type") if tag == "script" else ""
        self._inside = "data" if kind == "application/ld+json" else tag
        if tag == "meta" and "content" in given:
            self.head.meta[given.get("property") or given.get("name", "")] = given["content"]
        elif tag == "link":
            self.head.links[given["rel"]] = given["href"]
        elif tag == "li" and given.get("id", "").startswith("ref-"):
            self.head.references += 1

    def handle_data(self, data: str) -> None:
        if self._inside == "data" and data.strip():
            self.head.data.append(json.loads(data))
        elif self._inside == "title" and not self.head.title:
            self.head.title = data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class names it
        self._inside = ""


def head_of(file: Path) -> Head:
    return _Reader(file.read_text(encoding="utf-8")).head


@pytest.fixture
def pages(site_dir: Path) -> dict[str, tuple[dict[str, Any], Head]]:
    """Front matter and head of each page, by its address below the site's."""
    return dict(_pages(site_dir))


def _pages(site: Path) -> Iterator[tuple[str, tuple[dict[str, Any], Head]]]:
    for file in sorted(DOCS.rglob("*.md")):
        path = file.relative_to(DOCS).with_suffix("").as_posix()
        address = "" if path == "index" else f"{path.removesuffix('/index')}/"
        matter = yaml.safe_load(split_front_matter(file.read_text(encoding="utf-8")).yaml or "")
        yield address, (matter, head_of(site / address / "index.html"))


def test_each_page_has_one_address_and_its_own_name(pages: dict[str, tuple[dict[str, Any], Head]]) -> None:
    assert len({head.title for _, head in pages.values()}) == len(pages)
    for address, (matter, head) in pages.items():
        assert head.links["canonical"] == f"{SITE}{address}"
        assert head.meta["og:url"] == f"{SITE}{address}"
        assert matter["title"] in head.title
        assert head.meta["og:title"] == matter["title"]
        assert head.meta["description"] == head.meta["og:description"] == matter["description"]
        assert head.meta["og:type"] == ("article" if matter["type"] == "article" else "website")
        assert head.meta.get("article:modified_time") == (
            str(matter["updated"]) if matter["type"] == "article" else None
        )
        assert ("robots" in head.meta) == (matter["status"] != "live")


def test_the_picture_for_shared_links_is_there(site_dir: Path, pages: dict[str, tuple[dict[str, Any], Head]]) -> None:
    for _, head in pages.values():
        picture = site_dir / head.meta["og:image"].removeprefix(SITE)
        size = struct.unpack(">II", picture.read_bytes()[16:24])
        assert size == (int(head.meta["og:image:width"]), int(head.meta["og:image:height"]))
        assert head.meta["og:image:alt"]
        assert head.meta["twitter:card"] == "summary_large_image"


def test_search_engines_learn_when_a_page_was_checked_and_what_it_rests_on(
    pages: dict[str, tuple[dict[str, Any], Head]],
) -> None:
    for address, (matter, head) in pages.items():
        if matter["type"] == "page":
            assert head.data == [], address
            continue
        (data,) = head.data
        assert (data["@context"], data["@type"]) == ("https://schema.org", "MedicalWebPage")
        assert data["url"] == f"{SITE}{address}"
        assert data["name"] == matter["title"]
        assert data["datePublished"] == str(matter["published"])
        assert data["dateModified"] == str(matter["updated"])
        assert data.get("lastReviewed") == (matter["last_reviewed"] and str(matter["last_reviewed"]))
        assert len(data.get("reviewedBy", [])) == len(matter["reviewed_by"])
        cited = data.get("citation", [])
        assert len(cited) == head.references, address
        for source in cited:
            assert source["name"]
            assert source.get("url", "https://").startswith(("https://", "http://"))


def test_the_not_found_page_is_for_people_only(site_dir: Path) -> None:
    head = head_of(site_dir / "404.html")
    assert head.meta["robots"] == "noindex"
    assert not {"canonical", "alternate"} & head.links.keys()
    assert not head.data


def test_the_sitemap_names_every_live_page_and_the_day_of_its_last_change(
    site_dir: Path, pages: dict[str, tuple[dict[str, Any], Head]]
) -> None:
    sitemap = fromstring((site_dir / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    found = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in sitemap}
    assert found == {
        f"{SITE}{address}": str(matter["updated"]) if "updated" in matter else None
        for address, (matter, _) in pages.items()
        if matter["status"] == "live"
    }


def test_every_page_leads_to_the_feed_of_all_changes(
    site_dir: Path, pages: dict[str, tuple[dict[str, Any], Head]]
) -> None:
    for address, (_, head) in pages.items():
        assert (site_dir / address / head.links["alternate"]).resolve() == (site_dir / "feed.xml").resolve()
    feed = fromstring((site_dir / "feed.xml").read_bytes())  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    live = [matter for matter, _ in pages.values() if matter["status"] == "live"]
    assert len(entries) == sum(len(matter.get("changelog", [])) for matter in live)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").removeprefix(SITE) in pages

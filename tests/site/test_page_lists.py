"""The lists of articles and of calculators: each page once, under the heading that its front matter names."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

import calculators

ARTICLES = sorted(file.stem for file in Path("docs/articles").glob("*.md") if file.stem != "index")
TOPICS = (
    "Understanding pain",
    "Moving more",
    "Flare-ups",
    "Sleep, food, stress and people",
    "Measuring",
    "Making sense of advice",
)
NEEDS = (
    "I am in a flare",
    "I want to start",
    "I want to measure",
    "I want to understand what brings it on",
    "Sleep and the rest of life",
)


class _List(HTMLParser):
    """The headings of a page's lists, and the addresses linked under each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.groups: dict[str, list[str]] = {}
        self._in_heading = False
        self._main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._main = self._main or tag == "main"
        self._in_heading = self._main and tag == "h2"
        if self._main and tag == "a" and self.groups:
            self.groups[list(self.groups)[-1]].append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._main = self._main and tag != "main"

    def handle_data(self, data: str) -> None:
        if self._in_heading and data.strip():
            self.groups[data.strip()] = []
            self._in_heading = False


@pytest.mark.parametrize(
    ("folder", "headings", "pages"),
    [("articles", TOPICS, ARTICLES), ("calculators", NEEDS, calculators.slugs())],
)
def test_every_page_is_listed_once_under_a_heading(
    site_dir: Path, folder: str, headings: tuple[str, ...], pages: list[str]
) -> None:
    groups = _List((site_dir / folder / "index.html").read_text(encoding="utf-8")).groups
    assert tuple(groups) == headings
    assert all(groups.values())
    listed = [address for addresses in groups.values() for address in addresses]
    assert sorted(listed) == sorted(f"{page}/" for page in pages)
    for address in listed:
        assert (site_dir / folder / address / "index.html").is_file()

"""The list of calculators: each one once, under what a reader needs."""

from html.parser import HTMLParser
from pathlib import Path

import calculators

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


def test_every_calculator_is_listed_once_under_a_need(site_dir: Path) -> None:
    groups = _List((site_dir / "calculators" / "index.html").read_text(encoding="utf-8")).groups
    assert tuple(groups) == NEEDS
    assert all(groups.values())
    listed = [address for addresses in groups.values() for address in addresses]
    assert sorted(listed) == sorted(f"{slug}/" for slug in calculators.slugs())
    for address in listed:
        assert (site_dir / "calculators" / address / "index.html").is_file()

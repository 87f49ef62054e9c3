"""Pages join the site's navigation by being written: no author need name them in MkDocs' settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from generator.problems import Problems

type Item = str | dict[str, str | list[Item]]

_INDEX = "index.md"


def complete(navigation: list[Item], pages: Iterable[str]) -> list[Item]:
    """The navigation with each page it does not name at the end of its folder's section, in alphabetical order.

    Args:
        navigation: As in MkDocs' settings. A section belongs to the folder whose index.md it lists.
        pages: The site's pages: `calculators/talk-test.md`.
    """
    missing = sorted(set(pages) - set(_named(navigation)))
    return [_completed(item, missing) for item in navigation]


def note_missing(navigation: object, pages: Collection[str], settings: Path, problems: Problems) -> None:
    """Note each page that the settings name and the site does not have.

    Args:
        navigation: As it stands in MkDocs' settings, right or wrong.
        pages: The site's pages.
        settings: The settings' file.
        problems: Where problems go.
    """
    for name in _named(navigation):
        address = urlsplit(name)
        if name in pages or address.scheme or address.netloc or name.startswith("/"):
            continue
        line = settings.read_text(encoding="utf-8").partition(name)[0].count("\n") + 1
        mend = did_you_mean(name, pages, "Write its path below docs/, or take it out.")
        problems.add(settings.name, line, f'No page is called "{name}".', mend)


def _completed(item: Item, missing: list[str]) -> Item:
    if isinstance(item, str):
        return item
    return {
        title: content if isinstance(content, str) else [*content, *_of_folder(content, missing)]
        for title, content in item.items()
    }


def _of_folder(section: list[Item], missing: list[str]) -> Iterator[str]:
    folders = tuple(page.removesuffix(_INDEX) for page in section if isinstance(page, str) and page.endswith(_INDEX))
    return (page for page in missing if page.startswith(folders))


def _named(navigation: object) -> Iterator[str]:
    """The pages that a part of the settings names; what is no navigation, MkDocs tells."""
    match navigation:
        case str():
            yield navigation
        case list():
            for item in navigation:
                yield from _named(item)
        case dict():
            for content in navigation.values():
                yield from _named(content)

"""Pages join the site's navigation by being written: no author need name them in MkDocs' settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def _named(navigation: Iterable[Item]) -> Iterator[str]:
    for item in navigation:
        if isinstance(item, str):
            yield item
        else:
            for content in item.values():
                yield from [content] if isinstance(content, str) else _named(content)

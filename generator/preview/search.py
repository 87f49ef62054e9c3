"""The search index of live preview, made when its author searches: its pages, too, are rendered when they are asked for.

What a page's template adds round its text is not found there. Pages that have not changed are not read again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.search.index import Entry, entry, index_files
from generator.search.page import SearchPage, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLACE = re.compile(r"/(search/(?:index|chunks/[0-9a-f]+/\w+)\.json)$")


class SearchPreview:
    """Keeps what was read of each page, and the index that was made last."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, Entry]] = {}
        self._files: dict[str, str] = {}
        self._made_for: object = None

    def asks(self, path: str) -> str:
        """The file of the index that an address leads to, by its place in the site; empty if it leads elsewhere."""
        found = _PLACE.search(path)
        return found[1] if found else ""

    def file(self, place: str, build: object, pages: Iterable[Any], synonyms: Mapping[str, list[str]]) -> str | None:
        """A file of the index; None if there is none.

        Args:
            place: Its place in the site.
            build: Stands for the build; with another one, the index is made anew.
            pages: The pages of the build, as MkDocs knows them.
            synonyms: What readers say, with what the pages say (generator.search.words).
        """
        if self._made_for is not build:
            self._known = dict(map(self._entry, pages))
            self._files = index_files([known for _, known in self._known.values()], synonyms)
            self._made_for = build
        return self._files.get(place)

    def _entry(self, page: Any) -> tuple[str, tuple[int, Entry]]:
        meta = page.meta
        description = meta.get("description", "")
        section = page.ancestors[-1].title if page.ancestors else "" if page.is_homepage else page.title
        title, message = meta.get("title") or page.title, meta.get("main_message") or description
        told = (page.url, str(title), section, str(message), str(description), meta.get("type") == "tool")
        stamp = hash((told, page.content))
        known = self._known.get(page.url)
        if known is None or known[0] != stamp:
            known = stamp, entry(SearchPage(*told, parts_of(page.content)))
        return page.url, known

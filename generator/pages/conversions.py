"""Pages converted before, so that live preview converts only those whose text, or what they read, has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.library import Library
    from generator.markdown.links import PageLinks
    from generator.pages.reads import Noted
    from generator.problems import Problem


@dataclass(frozen=True)
class _Conversion:
    """What came of a page's conversion, and what it followed from."""

    text: str
    made: object
    links: PageLinks | None
    problems: tuple[Problem, ...]
    reads: Noted


class Conversions:
    """Converts pages, or takes what came of it before.

    Args:
        library: Knows which page is being converted, and notes what it reads.

    Attributes:
        keeps: Whether anything is kept; a single build has no use for it.
        done: The pages that were converted since the last `start`.
    """

    def __init__(self, library: Library) -> None:
        self.keeps = False
        self.done: list[str] = []
        self._library = library
        self._kept: dict[str, _Conversion] = {}

    def start(self, paths: Iterable[str]) -> None:
        """Start a run over some pages, and forget all others."""
        self.done.clear()
        self._kept = {path: self._kept[path] for path in paths if path in self._kept}

    def convert[Made](self, text: str, work: Callable[[], Made]) -> Made:
        """Convert the page that the library names.

        Args:
            text: The page's whole file, and whatever else the conversion starts from.
            work: Converts it.

        Returns:
            What `work` gives, now or when it last had the same text and read the same.
        """
        library, path = self._library, self._library.page.path
        kept = self._kept.get(path)
        if kept is None or kept.text != text or not library.reads.hold(kept.reads):
            with library.problems.noting() as problems, library.reads.noting() as reads:
                made = work()
            self.done.append(path)
            if self.keeps:
                self._kept[path] = _Conversion(text, made, library.links.get(path), tuple(problems), reads)
            return made
        if kept.links:
            library.links[path] = kept.links
        for problem in kept.problems:
            library.problems.note(problem)
        return cast("Made", kept.made)

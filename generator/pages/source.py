"""The text of one page as its author typed it, so that a problem can name a line.

Inline processors of Python-Markdown do not know where they are. So a preprocessor that runs before
all others keeps the page's text, and a problem looks up its line there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library

_CODE = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"  # fenced code
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?)*?(?<!`)(?P=ticks)(?!`)"  # a code span
    r"|<!--.*?(?:-->|\Z)",
    re.MULTILINE | re.DOTALL,
)
_MAY_HOLD_CODE = re.compile("`|~~~|<!--").search  # far quicker than to look for code where there is none
_NAME = "page source"


_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


class Split(NamedTuple):
    """A file in its two parts.

    Attributes:
        yaml: The front matter, which starts on line 2; None if there is none.
        body: The Markdown.
        body_line: Line of the file at which the Markdown starts.
    """

    yaml: str | None
    body: str
    body_line: int


# The same page is split and masked for several checks, one right after the other.
@lru_cache(maxsize=8)
def split_front_matter(text: str) -> Split:
    """Split a file as MkDocs does, which also drops the empty lines above the Markdown."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return Split(None, text, 1)
    body = text[found.end() :].lstrip("\n")
    return Split(found["yaml"] or "", body, text.count("\n", 0, len(text) - len(body)) + 1)


@lru_cache(maxsize=8)
def mask_code(text: str) -> str:
    """Blank out code and comments, keeping every line and column where it is."""
    if not _MAY_HOLD_CODE(text):
        return text
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


class Source:
    """One page's text.

    Args:
        text: What the author typed, without the front matter.
        path: File to name in a problem.
        first_line: Line of the file at which `text` starts.
    """

    def __init__(self, text: str, path: str = "<page>", first_line: int = 1) -> None:
        self.path = path
        self.first_line = first_line
        self._text = mask_code(text)

    def lines(self, pattern: str) -> list[int]:
        """Lines at which a regular expression matches outside code, in order.

        Never empty: a problem must stand somewhere, and the page's first line is better than none.
        """
        starts = (found.start() for found in re.finditer(pattern, self._text, re.MULTILINE))
        return [self.first_line + self._text.count("\n", 0, start) for start in starts] or [self.first_line]

    def holds(self, pattern: str) -> bool:
        """Whether a regular expression matches outside code."""
        return bool(re.search(pattern, self._text, re.MULTILINE))

    def nth_line(self, pattern: str, index: int) -> int:
        """Line of one match of several, counted from 0 in the order of the page."""
        lines = self.lines(pattern)
        return lines[min(index, len(lines) - 1)]

    def heading_lines(self, mark: str) -> list[int]:
        """Lines of the headings that hold a mark: `# Heading`, or a heading underlined in the next line."""
        return self.lines(rf"^#{{1,6}} .*{mark}|^.*{mark}.*$(?=\n(=+|-+)[ \t]*$)")

    def line_of(self, words: list[str]) -> int:
        """Line of the last of some words that follow each other, whatever markup stands between them.

        The words before the last only help to find the right one; if they cannot be found, fewer are tried.
        """
        for start in range(len(words)):
            pattern = r"\W+".join(map(re.escape, words[start:]))
            found = re.search(rf"\b{pattern}\b", self._text)
            if found:
                return self.first_line + self._text.count("\n", 0, found.end())
        return self.first_line


class _Keeper(Preprocessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library
        self.source = Source("")

    def run(self, lines: list[str]) -> list[str]:
        page = self.library.page
        self.source = Source("\n".join(lines), page.path or "<page>", page.first_line)
        return lines


def keep_source(md: Markdown, library: Library) -> None:
    """Have `md` keep the text of each page it converts. Safe to call from several extensions."""
    if _NAME not in md.preprocessors:
        md.preprocessors.register(_Keeper(md, library), _NAME, 1000)  # before anything changes the text


def source_of(md: Markdown) -> Source:
    """The text of the page that `md` is converting."""
    return cast("_Keeper", md.preprocessors[_NAME]).source

"""The prose of a page as its author typed it: the sentences a reader reads, and the line at which each starts.

Headings, tables, code, quotations, references and markers are no sentences of the page; each bullet is at least one. That is what measures of
how hard a text is to read expect: a heading has no full stop, so it would make one long sentence with what follows.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.markdown.computed import NUMBER, number
from generator.markdown.terms import TERM
from generator.pages.source import mask_code, split_front_matter
from generator.prose.sentences import cut, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

QUICK_READ = "Quick read"

_WORD = re.compile(r"\w").search
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+|[ \t]*:[ \t]+")  # of a list, or what a term of a list means
_TABLE = re.compile(r"[ \t]*\|")
_QUOTATION = re.compile(r"[ \t]*>")
_CELLS = re.compile(r"\||:?-{3,}:?")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}$")
_ALONE = re.compile(r"[ \t]*\[\[[^\]]*\]\][ \t]*$|[ \t]*(?:!!!|\?\?\?\+?)[ \t]")
_CITATION = re.compile(r"\s*\[(?P<keys>@[^\[\]]*)\]")
_CLAIM = re.compile(r"\[\[claim:\s*(?P<key>[^\[\]]*?)\s*\]\]")
_MARKED = re.compile(r"[\[<{&*_\\]").search
# What is read where nothing can be worked out: that is noted where it stands.
_NO_NUMBER = "1"
# What stands around the words that are read, and which of it is read.
_INLINE = (
    (re.compile(TERM), r"\g<name>"),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[(?P<text>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\g<text>"),
    (re.compile(r"\{[:#.][^}]*\}|</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"(?<!\\)\*+|(?<![\w\\])_+|(?<!\\)_+(?!\w)"), ""),
    (re.compile(r"\\(?P<sign>[^\w\s])"), r"\g<sign>"),
)


class Reading(NamedTuple):
    """One sentence of a page.

    Attributes:
        text: The words that are read.
        line: The line of the file at which it starts.
        paragraph: The line at which its paragraph, bullet or label starts.
        heading: The heading of second level under which it stands; empty above the first.
        claims: Ids of the claims marked in it.
        cites: The citations in it, as typed: `@geneen2017; @rice2019, p. 5`.
    """

    text: str
    line: int
    paragraph: int
    heading: str = ""
    claims: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def quick(self) -> bool:
        """Whether it belongs to the quick read."""
        return self.heading == QUICK_READ


@dataclass(frozen=True)
class Prose:
    """What a page says.

    Attributes:
        sentences: Its sentences, in order.
        labels: What else is read: headings and rows of tables.
        words: How many words a reader of the whole page reads, with headings and tables.
        quick_words: How many words the quick read has, likewise; 0 if there is none.
    """

    sentences: tuple[Reading, ...]
    labels: tuple[Reading, ...]
    words: int
    quick_words: int


@dataclass
class _Block:
    """Lines that belong together: a paragraph or a bullet, a label, or a line of a quotation."""

    line: int
    heading: str
    text: str
    kind: Literal["prose", "label", "quotation"] = "prose"


def read_prose(text: str) -> Prose:
    """Read the prose of a page.

    Args:
        text: The whole file, with its front matter.
    """
    split = split_front_matter(text)
    blocks = list(_blocks(mask_code(split.body), split.body_line))
    read = [(block, tuple(_sentences(block))) for block in blocks]
    counts = [(block.heading, sum(len(words_of(sentence.text)) for sentence in sentences)) for block, sentences in read]
    return Prose(
        tuple(sentence for block, sentences in read if block.kind == "prose" for sentence in sentences),
        tuple(label for block, sentences in read if block.kind == "label" for label in sentences),
        sum(count for _, count in counts),
        sum(count for heading, count in counts if heading == QUICK_READ),
    )


# The sentences of a page are counted, and then measured.
@lru_cache(maxsize=1_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: whatever stands between spaces and holds a letter or a digit."""
    return tuple([word for word in text.split() if word[0].isalnum() or _WORD(word)])


def _blocks(body: str, first_line: int) -> Iterator[_Block]:
    heading, block = "", None
    for at, line in enumerate(body.split("\n"), first_line):
        title, item = _HEADING.match(line), _ITEM.match(line)
        ends = not line.strip() or _ALONE.match(line) or _RULE.match(line)
        label = title or _TABLE.match(line)
        quotation = _QUOTATION.match(line)
        if block and (ends or label or quotation or item):
            yield block
            block = None
        if title and title["level"] == "##":
            heading = plain(title["text"])
        if label:
            yield _Block(at, heading, title["text"] if title else _CELLS.sub(" ", line), "label")
        elif quotation:
            yield _Block(at, heading, line, "quotation")
        elif ends:
            continue
        elif block:
            block.text += f"\n{line}"
        else:
            block = _Block(at, heading, line[item.end() :] if item else line)
    if block:
        yield block


def _sentences(block: _Block) -> Iterator[Reading]:
    text = block.text
    if "[" in text:
        text = _CLAIM.sub(lambda found: mark(found["key"]), text)
        text = _CITATION.sub(lambda found: mark(found["keys"]) + "\n" * found[0].count("\n"), text)
    text = plain(text)
    for sentence in cut(text):
        if _WORD(sentence.text):
            yield Reading(
                sentence.text,
                block.line + text.count("\n", 0, sentence.start),
                block.line,
                block.heading,
                tuple(key for key in sentence.marks if not key.startswith("@")),
                tuple(key for key in sentence.marks if key.startswith("@")),
            )


def plain(text: str) -> str:
    """The words of some Markdown within a line: no marks, links, citations or emphasis."""
    if not _MARKED(text):
        return text
    text = re.sub(NUMBER, _number, _CITATION.sub("", _CLAIM.sub("", text)))
    for pattern, read in _INLINE:
        text = pattern.sub(read, text)
    return html.unescape(text)


def _number(mark: re.Match[str]) -> str:
    try:
        return number(mark["asked"])
    except Exception:  # noqa: BLE001 - whatever a calculator does, it is told where the page is converted
        return _NO_NUMBER

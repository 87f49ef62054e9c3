"""Whether a sentence says more than is known.

The text of a page is cut into sentences, each with the claims that its author marked in it. A
sentence that makes a claim must hold a word that tells how sure we are. Words that no sentence may hold: `generator.prose.tone`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.prose.sentences import Sentence, cut, holds_mark, mark
from generator.prose.tone import may_overstate
from generator.shared_files.claim_records import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

CLAIM_MARK = "data-claim"

# What a sentence may say at each level. Weaker words always do: "may" is fine where "probably" would be.
_HEDGES = {
    "high": "",
    "moderate": r"(?i:\b(?:probably|likely)\b)",
    "low": r"\bmay\b|(?i:\b(?:might|could)\b)",  # not the month of May
    "very-low": r"(?i:\b(?:(?:do|does|is|are) not (?:yet )?know|don['’]t know|not (?:yet )?known|unclear|no one knows))",
    "rule-of-thumb": r"(?i:\brules? of thumb\b|\bnot (?:yet )?been tested\b|\bno trials?\b)",
}
# What a sentence says at each level, for authors and readers.
HEDGES = {
    "high": "",
    "moderate": '"probably" or "likely"',
    "low": '"may", "might" or "could"',
    "very-low": '"we do not know", "not known" or "unclear"',
    "rule-of-thumb": '"rule of thumb" or "has not been tested"',
}

_SKIPPED = {"code", "pre", "blockquote", "script", "style"}
_SKIPPED_CLASSES = {"cite", "references", "note-bodies"}
_INLINE = {"a", "abbr", "b", "br", "del", "em", "i", "ins", "kbd", "mark", "small", "span", "strong", "sub", "sup"}
_STASHED = re.compile("\x02[^\x03]*\x03")  # Python-Markdown's placeholders


def sentences(root: Element) -> Iterator[Sentence]:
    """The sentences of a page's own prose, in order: no code, quotations, citations or references.

    Args:
        root: The page's tree, in which a claim is a button with the attribute `data-claim`.
    """
    for block in _blocks(root):
        yield from cut(block)


def telling_sentences(root: Element) -> Iterator[Sentence]:
    """Those of blocks that make a claim, or hold a word that could promise too much: few, so the others are not cut."""
    for block in _blocks(root):
        if holds_mark(block) or may_overstate(block):
            yield from cut(block)


def too_strong(sentence: str, certainty: str) -> str:
    """How to soften a sentence that is surer than its claim; empty if it is not."""
    levels = list(LEVELS)
    allowed = levels[levels.index(certainty) :]
    if certainty == "high" or any(re.search(_HEDGES[level], sentence) for level in allowed):
        return ""
    return f"Say {HEDGES[certainty]}."


def _blocks(root: Element) -> list[str]:
    blocks = [""]

    def walk(element: Element) -> None:
        claim = element.get(CLAIM_MARK)
        if claim:
            blocks[-1] += mark(claim)
            return
        if element.tag in _SKIPPED or element.get("class") in _SKIPPED_CLASSES:
            return
        inline = element.tag in _INLINE
        if not inline:
            blocks.append("")
        blocks[-1] += " " if element.tag == "br" else element.text or ""
        for child in element:
            walk(child)
            blocks[-1] += child.tail or ""
        if not inline:
            blocks.append("")

    walk(root)
    return [block for block in (_STASHED.sub("", block).strip() for block in blocks) if block]

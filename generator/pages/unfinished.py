"""Sections of a page that are still to be written: a heading with nothing below it, or only a comment."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.pages.source import Split, mask_code, split_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*$|\Z", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def empty_sections(text: str) -> list[tuple[int, str, str]]:
    """What stops a live page: a line, what is wrong there and how to mend it.

    Args:
        text: The whole file, with its front matter.
    """
    return list(_found(split_front_matter(text)))


def _found(split: Split) -> Iterator[tuple[int, str, str]]:
    plain = _COMMENT.sub(lambda found: " " * len(found[0]), split.body)
    for heading, following in pairwise(_HEADING.finditer(mask_code(split.body))):
        has_parts = len(following["level"] or "") > len(heading["level"])
        if not has_parts and not plain[heading.end() : following.start()].strip():
            line = split.body_line + split.body.count("\n", 0, heading.start())
            yield line, f'Nothing stands under "{heading["text"]}".', "Write it, or take the heading out."

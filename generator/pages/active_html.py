"""HTML that does something by itself: what a page shows is words, and what it does belongs to the site's own scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.pages.source import mask_code, split_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

_ACTIVE = re.compile(
    r"<(?:script|iframe|object|embed|form|base|meta|link|style)\b|<[a-z][^>]*?\son[a-z]+\s*=|\bjavascript:",
    re.IGNORECASE,
)


def active_html(text: str) -> list[tuple[int, str, str]]:
    """What no page may hold: a line, what is wrong there and how to mend it.

    Args:
        text: The whole file, with its front matter.
    """
    return list(_found(text)) if "<" in text or "javascript:" in text.lower() else []  # far quicker where there is none


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    split = split_front_matter(text)
    for found in _ACTIVE.finditer(mask_code(split.body)):
        line = split.body_line + split.body.count("\n", 0, found.start())
        what = f"`{' '.join(found[0].split())[:40]}` would do something by itself."
        yield line, what, "Take it out, or put backquotes around it to print it."

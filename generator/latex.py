"""LaTeX in BibTeX fields, as plain text."""

from __future__ import annotations

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]


def plain_text(latex: str) -> str:
    r"""Decode accents, escapes and dashes, and drop braces: `Hincapi{\'e}` is "Hincapié".

    A per cent sign without a backslash is itself, though LaTeX would start a comment there: a title
    must not lose its end.
    """
    text = latex
    if re.search(r"[\\$]", latex):
        text = str(_decoder().latex_to_text(re.sub(r"(?<!\\)%", r"\\%", latex)))
    text = re.sub(r"[{}]", "", text).replace("---", "\u2014").replace("--", "\u2013")
    return " ".join(text.split())


@cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text()

"""LaTeX in BibTeX fields, as plain text."""

from __future__ import annotations

import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]


def plain_text(latex: str) -> str:
    r"""Decode accents, escapes and dashes, and drop braces: `Hincapi{\'e}` is "Hincapié".

    A sign that LaTeX would act on, typed without a backslash, is itself: a title must not lose its end at a
    per cent sign.
    """
    text = latex
    if "\\" in latex or "$" in latex:
        text = str(_decoder().latex_to_text(re.sub(r"(?<!\\)([%&#_])", r"\\\1", latex)))
    text = text.replace("{", "").replace("}", "").replace("---", "\u2014").replace("--", "\u2013")
    return " ".join(text.split())


@cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text()

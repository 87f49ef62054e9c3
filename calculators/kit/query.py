"""Answers to and from the text that forms send and links carry: `age=50&steps-1-what=Walk+to+the+gate`.

`urllib.parse` does the same, and more; it would add 26 kB to what a reader downloads before the first answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_CODED = re.compile(r"(?:%[0-9a-f]{2})+", re.ASCII | re.IGNORECASE)
_UNSAFE = re.compile(rb"[^\w.~ -]")


def decode(query: str) -> dict[str, str]:
    """The answers by name, the last of each name; whatever is no text in UTF-8 becomes a replacement mark."""
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return {_decoded(name): _decoded(value) for name, _, value in pairs}


def encode(answers: Mapping[str, str]) -> str:
    """The answers as one text of plain letters, digits and marks; half a letter becomes a question mark."""
    return "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in answers.items())


def _decoded(text: str) -> str:
    return _CODED.sub(lambda run: _text(run[0]), text.replace("+", " "))


def _text(coded: str) -> str:
    return bytes.fromhex(coded.replace("%", " ")).decode("utf-8", "replace")


def _encoded(text: str) -> str:
    safe = _UNSAFE.sub(lambda byte: b"%%%02X" % ord(byte[0]), text.encode("utf-8", "replace"))
    return safe.replace(b" ", b"+").decode("ascii")

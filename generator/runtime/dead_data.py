"""Data of the frozen Python that nothing reads any more, replaced by zeros: an eighth of what a reader fetched.

Only data that cannot be read by mistake. Tables of East Asian encodings are read by functions that can only be reached
through one that is replaced by a trap. The bytecode of modules that Python brings along is read to import them, which was
done before the freeze; zeros are no bytecode, so to import one again is an error. Either way the frozen Python ends, and the
whole one answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: What imports Python's tables: `PyInit__codecs_jp` and so on; and what looks up those of C's library.
CODECS = tuple(f"PyInit__codecs_{place}" for place in ("cn", "hk", "iso2022", "jp", "kr", "tw"))
CONVERTER = "iconv_open"
#: Memory up to here was data of C: `freeze.mjs` leaves a long gap before what Python made.
_GAP = b"\0" * 2**20
#: Lists of a module's name, its bytecode and the length of that (`struct _frozen` of CPython). So the bytecode of a module
#: begins: code that takes no arguments of any of three kinds.
_NAME, _BYTECODE, _LONGEST = re.compile(rb"[A-Za-z_][\w.]*\0"), b"\xe3" + bytes(12), 1_000_000
#: How CPython finds a character in a table (`struct dbcs_index`): for each first byte, a place in it and the least and the
#: greatest second byte. Rows follow one another without a gap, of two bytes for each character; 8 are no chance.
_ROWS = 8
#: How C's library lays out its tables: an encoding of Python's, and first and second bytes.
_SECOND = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
_SQUARES = (
    ("gb18030", range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))),
    ("big5", range(0xA1, 0xFA), _SECOND),
    ("euc_jp", range(0xA1, 0xF5), range(0xA1, 0xFF)),
    ("euc_kr", range(0xA1, 0xFE), range(0xA1, 0xFF)),
)
#: A table begins with so many characters as Python has them, and most of the others are the same.
_FIRST, _SAME = 4, 0.9


def drop_dead_data(image: bytes, trapped: Collection[str]) -> bytes:
    """Memory without what nothing reads.

    Args:
        image: All of it, from address 0.
        trapped: The names of functions that are replaced by traps.

    Returns:
        As many bytes.
    """
    end = image.index(_GAP)
    dropped = bytearray(image)
    parts = list(_bytecode(image, end))
    if set(CODECS) <= set(trapped):
        parts += _tables(image, end)
    for start, stop in parts:
        dropped[start:stop] = bytes(stop - start)
    # Those tables begin as these do.
    if CONVERTER in trapped:
        for start, stop in _squares(dropped, end):
            dropped[start:stop] = bytes(stop - start)
    return bytes(dropped)


def _bytecode(image: bytes, end: int) -> Iterator[tuple[int, int]]:
    """Where the bytecode of each frozen module is."""
    words = _words(image, end)
    for name, code, size, is_package in zip(words, words[1:], words[2:], words[3:], strict=False):
        if is_package > 1 or not 0 < size < _LONGEST or code + size > end or name >= end:
            continue
        if image.startswith(_BYTECODE, code) and _NAME.match(image, name):
            yield code, code + size


def _tables(image: bytes, end: int) -> Iterator[tuple[int, int]]:
    """Where each table is that is found through an index."""
    words = _words(image, end)
    at = 0
    while at < len(words) - 1:
        start = stop = words[at]
        rows = 0
        here = at
        while here < len(words) - 1 and stop < end:
            place, bounds = words[here], words[here + 1]
            low, high = bounds & 0xFF, bounds >> 8
            if place or bounds:
                if place != stop or not 0 < high < 0x100 or low > high:
                    break
                stop += 2 * (high - low + 1)
                rows += 1
            elif not rows:
                break
            here += 2
        if rows >= _ROWS:
            yield start, stop
            at = here
        else:
            at += 1


def _squares(image: bytes | bytearray, end: int) -> Iterator[tuple[int, int]]:
    """Where each table is that is found by its contents."""
    for encoding, first, second in _SQUARES:
        characters = [_character(bytes([one, two]), encoding) for one in first for two in second]
        begins = b"".join(number.to_bytes(2, "little") for number in characters[:_FIRST])
        start = image.find(begins, 0, end)
        stop = start + 2 * len(characters)
        if start < 0 or start % 2 or stop > end:
            continue
        found = memoryview(bytes(image[start:stop])).cast("H")
        if sum(map(int.__eq__, found, characters)) > _SAME * len(characters):
            yield start, stop


def _character(code: bytes, encoding: str) -> int:
    """What an encoding means by two bytes; 0 if nothing, or more than two bytes hold."""
    text = code.decode(encoding, errors="ignore")
    return ord(text) if len(text) == 1 and ord(text) < 0x10000 else 0


def _words(image: bytes, end: int) -> list[int]:
    """Memory as numbers of four bytes."""
    return memoryview(image)[: end // 4 * 4].cast("I").tolist()

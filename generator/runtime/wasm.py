"""Reads a WebAssembly module section by section, and writes it with other code, data or exports.

Knows only what `generator.runtime.frozen_python` changes; the rest of a module passes through as it is. The format:
https://webassembly.github.io/spec/core/binary/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEADER = b"\0asm\1\0\0\0"
#: Numbers of sections, in the order they have in a module.
_IMPORT, _TABLE, _MEMORY, _EXPORT, _START, _CODE, _DATA, _DATA_COUNT = 2, 4, 5, 7, 8, 10, 11, 12
#: Kinds of what is imported and exported.
_FUNCTIONS, _TABLES, _MEMORIES, _GLOBALS, _TAGS = range(5)
#: Memory is filled, at the end of a function; the same without doing it: what it is asked to do is dropped.
_FILL, _DROP = b"\xfc\x0b\0\x0b", b"\x1a\x1a\x1a\x0b"
#: Bodies of functions: no local variables, then nothing at all, or a trap.
NOTHING, TRAP = b"\0\x0b", b"\0\0\x0b"
#: The export that tells which functions ran: a memory with a byte for each.
RAN = "ran"
#: What a call looks like: an instruction, and the function's number.
_CALL = re.compile(rb"\x10([\x80-\xff]{0,2}[\0-\x7f])", re.DOTALL)
#: Zeros are left out of the data where there are so many in a row: to say where the data goes on takes 7 bytes.
_ZEROS = re.compile(rb"\0{16,}")


@dataclass(frozen=True)
class Export:
    """What JavaScript knows by a name."""

    name: str
    kind: int
    index: int


@dataclass(frozen=True)
class Module:
    """A module as its sections, each with its number, in their order."""

    sections: tuple[tuple[int, bytes], ...]

    @classmethod
    def read(cls, content: bytes) -> Module:
        """Take a module apart.

        Raises:
            ValueError: It is no module of WebAssembly.
        """
        if not content.startswith(_HEADER):
            raise ValueError("This is no WebAssembly.")
        reader = _Reader(content[len(_HEADER) :])
        sections = []
        while not reader.done:
            (number,) = reader.take(1)
            sections.append((number, reader.block()))
        return cls(tuple(sections))

    def write(self) -> bytes:
        """Put the module together again."""
        return _HEADER + b"".join(bytes([number]) + _block(content) for number, content in self.sections)

    def imports(self) -> list[tuple[str, str]]:
        """Everything JavaScript must give: the place it is looked for in, and its name."""
        return [(place, name) for place, name, _ in self._imports()]

    def exports(self) -> list[Export]:
        """Everything JavaScript knows by name."""
        reader = _Reader(self._section(_EXPORT))
        return [Export(reader.block().decode(), reader.take(1)[0], reader.number()) for _ in range(reader.number())]

    def place(self, export: Export) -> int:
        """Where an exported function is among the bodies: imported functions are counted before them."""
        return export.index - self._imported_functions

    def bodies(self) -> list[bytes]:
        """What each function does that is not imported."""
        reader = _Reader(self._section(_CODE))
        return [reader.block() for _ in range(reader.number())]

    def called_by(self, places: Iterable[int]) -> set[int]:
        """Where the functions are that others may call by their number: rather too many, since any byte may look so."""
        bodies = self.bodies()
        imported = self.place(Export("", _FUNCTIONS, 0))
        called = (_Reader(found[1]).number() + imported for place in places for found in _CALL.finditer(bodies[place]))
        return {place for place in called if 0 <= place < len(bodies)}

    def with_bodies(self, bodies: Iterable[bytes]) -> Module:
        """The same functions, doing something else."""
        return self._with({_CODE: _vector(map(_block, bodies))})

    def with_exports(self, exports: Iterable[Export]) -> Module:
        """The same module, of which JavaScript knows something else by name."""
        written = (_block(each.name.encode()) + bytes([each.kind]) + _number(each.index) for each in exports)
        return self._with({_EXPORT: _vector(written)})

    def with_memory(self, image: bytes) -> Module:
        """The same module, whose memory begins with those bytes at address 0."""
        segments = [b"\0\x41" + _signed(at) + b"\x0b" + _block(part) for at, part in _parts(image)]
        return self._with({_DATA: _vector(segments), _DATA_COUNT: _number(len(segments))})

    def without_clearing(self) -> Module:
        """The same module, which does not fill memory with zeros before anything else.

        Raises:
            ValueError: Its first function does not end with that.
        """
        first = self.place(Export("", _FUNCTIONS, _Reader(self._section(_START)).number()))
        bodies = self.bodies()
        if not bodies[first].endswith(_FILL):
            raise ValueError("The module does not clear its memory as it starts.")
        bodies[first] = bodies[first].removesuffix(_FILL) + _DROP
        return self.with_bodies(bodies)

    def counting(self) -> Module:
        """The same module, in which each function notes that it ran, in a memory exported as `RAN`."""
        bodies = [
            # Store 1 as a byte, at the function's number, in the second memory.
            body[: (start := _locals_end(body))] + b"\x41" + _signed(place) + b"\x41\1\x3a\x40\1\0" + body[start:]
            for place, body in enumerate(self.bodies())
        ]
        counted = self.with_bodies(bodies).with_exports([*self.exports(), Export(RAN, _MEMORIES, 1)])
        place = [number for number, _ in counted.sections].index(_TABLE) + 1
        pages = len(bodies) // 65_536 + 1
        memory = (_MEMORY, _vector([b"\0" + _number(pages)]))
        return Module((*counted.sections[:place], memory, *counted.sections[place:]))

    @cached_property
    def _imported_functions(self) -> int:
        """How many functions are imported: kept, since it is asked for once per exported function."""
        return sum(kind == _FUNCTIONS for _, _, kind in self._imports())

    def _imports(self) -> list[tuple[str, str, int]]:
        reader = _Reader(self._section(_IMPORT))
        return [reader.imported() for _ in range(reader.number())]

    def _section(self, wanted: int) -> bytes:
        (content,) = (content for number, content in self.sections if number == wanted)
        return content

    def _with(self, changed: Mapping[int, bytes]) -> Module:
        return Module(tuple((number, changed.get(number, content)) for number, content in self.sections))


class _Reader:
    """Numbers and bytes, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    @property
    def at(self) -> int:
        return self._at

    @property
    def done(self) -> bool:
        return self._at >= len(self._content)

    def take(self, size: int) -> bytes:
        self._at += size
        return self._content[self._at - size : self._at]

    def number(self) -> int:
        """An unsigned number in LEB128."""
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def block(self) -> bytes:
        """Bytes that follow their number."""
        return self.take(self.number())

    def imported(self) -> tuple[str, str, int]:
        """What is imported: the place it is looked for in, its name, and its kind. What it must look like is passed over."""
        place, name, (kind,) = self.block().decode(), self.block().decode(), self.take(1)
        if kind in {_TABLES, _GLOBALS, _TAGS}:
            self.take(1)
        if kind in {_TABLES, _MEMORIES}:
            has_most = self.number() & 1
            self.number()
            if has_most:
                self.number()
        if kind == _GLOBALS:
            self.take(1)
        if kind in {_FUNCTIONS, _TAGS}:
            self.number()
        return place, name, kind


def _number(value: int) -> bytes:
    """An unsigned number in LEB128."""
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])


def _signed(value: int) -> bytes:
    """A signed number, not below 0, in LEB128: the last byte leaves its highest bit free for the sign."""
    written = bytearray()
    while value > 0x3F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])


def _block(content: bytes) -> bytes:
    return _number(len(content)) + content


def _vector(parts: Iterable[bytes]) -> bytes:
    listed = list(parts)
    return _number(len(listed)) + b"".join(listed)


def _locals_end(body: bytes) -> int:
    """Where the instructions of a function begin: after its local variables."""
    reader = _Reader(body)
    for _ in range(reader.number()):
        reader.number()
        reader.take(1)
    return reader.at


def _parts(image: bytes) -> Iterable[tuple[int, bytes]]:
    """Where memory is not zero, and what is there."""
    at = 0
    for zeros in _ZEROS.finditer(image):
        if zeros.start() > at:
            yield at, image[at : zeros.start()]
        at = zeros.end()
    if at < len(image):
        yield at, image[at:]

"""Of a frozen memory only what nothing can read becomes zeros, and only where its readers are traps."""

import marshal
import struct
from collections.abc import Callable

import pytest

from generator.runtime.dead_data import CODECS, CONVERTER, drop_dead_data

READERS = {*CODECS, CONVERTER}
END = 400_000
SIZE = END + 2**21


class Memory:
    """A memory that is put together part by part."""

    def __init__(self) -> None:
        self.image = bytearray(SIZE)
        self.image[:END] = bytes(number % 251 + 1 for number in range(END))
        self._at = 4096

    def add(self, part: bytes) -> tuple[int, int]:
        start = self._at
        self.image[start : start + len(part)] = part
        self._at = (start + len(part) + 64) // 4 * 4
        return start, start + len(part)


def frozen_module(memory: Memory) -> tuple[int, int]:
    name, _ = memory.add(b"os.path\0")
    code = compile("a = 1", "a", "exec")  # by a name of its own, which marshal notes as CPython's builders do
    start, stop = memory.add(marshal.dumps(code))
    memory.add(struct.pack("<4I", name, start, stop - start, 0))
    return start, stop


def indexed_table(memory: Memory) -> tuple[int, int]:
    start, stop = memory.add(bytes(range(1, 201)) * 8)
    rows = [struct.pack("<IBBxx", start + 160 * row, 33, 112) for row in range(10)]
    memory.add(bytes(8) * 33 + rows[0] + bytes(16) + b"".join(rows[1:]) + b"\1" * 8)
    return start, stop


def square_table(memory: Memory, *, like: str = "euc_kr") -> tuple[int, int]:
    codes = (bytes([one, two]).decode(like, errors="ignore") for one in range(0xA1, 0xFE) for two in range(0xA1, 0xFF))
    return memory.add(b"".join(struct.pack("<H", ord(text) if text else 0) for text in codes))


@pytest.mark.parametrize(
    ("part", "readers"), [(frozen_module, set()), (indexed_table, set(CODECS)), (square_table, {CONVERTER})]
)
def test_what_nothing_reads_becomes_zeros_and_nothing_else(
    part: Callable[[Memory], tuple[int, int]], readers: set[str]
) -> None:
    memory = Memory()
    start, stop = part(memory)
    before = bytes(memory.image)
    after = drop_dead_data(before, readers)
    assert not any(after[start:stop])
    assert after[:start] + after[stop:] == before[:start] + before[stop:]
    for reader in readers:
        assert drop_dead_data(before, READERS - {reader})[start:stop] == before[start:stop]


def test_what_only_begins_like_a_table_stays() -> None:
    memory = Memory()
    start, _ = square_table(memory)
    for place in range(start + 40, start + 15_000):
        memory.image[place] ^= 0x55
    assert drop_dead_data(bytes(memory.image), READERS) == bytes(memory.image)

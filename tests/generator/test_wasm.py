"""WebAssembly is taken apart and put together again without a byte of difference, and only the change asked for is made."""

from pathlib import Path

import pytest

from generator.runtime.frozen_python import PROGRAM
from generator.runtime.wasm import RAN, TRAP, Module

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def content() -> bytes:
    return (ROOT / "node_modules" / "pyodide" / PROGRAM).read_bytes()


def test_a_module_written_is_the_module_read(content: bytes) -> None:
    module = Module.read(content)
    assert module.write() == content
    assert module.with_bodies(module.bodies()).with_exports(module.exports()).write() == content


def test_functions_are_replaced_and_nothing_else(content: bytes) -> None:
    module = Module.read(content)
    trapped = Module.read(module.with_bodies([TRAP, *module.bodies()[1:]]).write())
    assert trapped.bodies()[0] == TRAP
    assert trapped.bodies()[1:] == module.bodies()[1:]
    assert trapped.exports() == module.exports()
    assert trapped.imports() == module.imports()


def test_memory_is_written_without_its_zeros(content: bytes) -> None:
    image = b"\1" + bytes(100_000) + b"end" + bytes(70_000)
    written = Module.read(content).with_memory(image).write()
    assert b"end" in written
    assert len(written) < len(content)
    assert bytes(1_000) not in written.split(b"end")[0][-2_000:]


def test_a_counting_module_exports_what_it_counts(content: bytes) -> None:
    counting = Module.read(Module.read(content).counting().write())
    assert counting.exports()[-1].name == RAN
    assert len(counting.bodies()) == len(Module.read(content).bodies())


def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="This is no WebAssembly"):
        Module.read(b"<!DOCTYPE html>")

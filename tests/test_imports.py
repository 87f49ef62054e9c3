"""A calculator gives the same answer everywhere and always: it may touch nothing but its input."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The command at a terminal is no calculator, and does not go to the browser.
FILES = sorted(set((ROOT / "calculators").rglob("*.py")) - {ROOT / "calculators" / "__main__.py"})

# A reader downloads what is imported: `html` would cost 23 kB and `urllib.parse` 26.
ALLOWED_MODULES = frozenset(
    {
        "__future__",
        "abc",
        "collections",
        "collections.abc",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "importlib",
        "itertools",
        "json",
        "math",
        "operator",
        "pkgutil",
        "re",
        "string",
        "textwrap",
        "types",
        "typing",
    }
)
# What each room may import of ours. A calculator imports no other one, so that its file can be read and changed alone: what
# two of them share stands in a module whose name starts with "_".
ROOMS = {"calculators.kit": ("calculators.kit.",), "calculators": ("calculators.kit.",)}
FORBIDDEN_BUILTINS = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "input", "open"})
FORBIDDEN_METHODS = frozenset({"now", "open", "read_bytes", "read_text", "today", "utcnow", "write_text"})


def faults(source: str, allowed_room: str) -> Iterator[str]:
    """Yield each import or call in the source that a calculator must not make.

    Args:
        source: Python source text.
        allowed_room: The package of ours that it may import from, such as "calculators.kit".
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(level=0, module=str(module)):
                modules = [module]
            case ast.ImportFrom():
                modules = ["a relative path: write the whole name"]
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_BUILTINS:
                modules = []
                yield f"line {node.lineno} calls {name}()"
            case ast.Attribute(attr=name) if name in FORBIDDEN_METHODS:
                modules = []
                yield f"line {node.lineno} uses .{name}"
            case _:
                continue
        for module in modules:
            shared = module.startswith(f"{allowed_room}._")
            if module not in ALLOWED_MODULES and not shared and not f"{module}.".startswith(ROOMS[allowed_room]):
                yield f"line {node.lineno} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_calculators_touch_nothing_but_their_input(path: Path) -> None:
    room = "calculators.kit" if path.is_relative_to(ROOT / "calculators" / "kit") else "calculators"
    assert list(faults(path.read_text(encoding="utf-8"), room)) == []


def test_there_are_calculators_to_read() -> None:
    assert len(FILES) > 1


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import random", "imports random"),
        ("import os.path", "imports os.path"),
        ("import calculators_extra", "imports calculators_extra"),
        ("from time import monotonic", "imports time"),
        ("from urllib.request import urlopen", "imports urllib.request"),
        ("from . import kit", "imports a relative path"),
        ("from calculators.talk_test import plan", "imports calculators.talk_test"),
        ("text = open('answers').read()", "calls open()"),
        ("start = date.today()", "uses .today"),
        ("clock = datetime.now", "uses .now"),
    ],
)
def test_a_fault_is_found(source: str, fault: str) -> None:
    assert [found for found in faults(source, "calculators.kit") if fault in found]


def test_a_calculator_that_imports_another_is_found() -> None:
    assert list(faults("from calculators.flare_plan import flare_plan", "calculators"))
    assert not list(
        faults("from calculators._flare import Length\nfrom calculators.kit.words import span", "calculators")
    )


def test_what_is_allowed_passes() -> None:
    source = "import re\nfrom collections.abc import Iterator\nfrom calculators.kit.markup import tag\nre.compile('a')"
    assert list(faults(source, "calculators.kit")) == []

"""Reduced source is the same program without what only people read."""

import ast
from pathlib import Path

import pytest

from generator.runtime.reduced_source import reduced

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "calculators").rglob("*.py"))


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ('"""What it is for."""\n# Why\nx = 1\n', "x = 1\n"),
        ('def f(a: int, *b: str, c: bool = True, **d: int) -> str:\n    """Say."""\n    return a\n', "def f(a, *b, c=True, **d):\n    return a\n"),
        ('class A:\n    """A thing."""\n\n    n: int = 1\n    """Of it."""\n', "class A:\n    n: int = 1\n    'Of it.'\n"),
        ('class Fault(Exception):\n    """Nothing else."""\n', "class Fault(Exception):\n    pass\n"),
        ('def outer():\n    def f() -> int:\n        """Only this."""\n', "def outer():\n\n    def f():\n        pass\n"),
        ("x: int = 1\nf'{x!r:>{x}} \"{x}\"'\n", "x: int = 1\nf'{x!r:>{x}} \"{x}\"'\n"),
    ],
)  # fmt: skip
def test_what_only_people_read_goes(source: str, short: str) -> None:
    assert reduced(source) == short


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_statement_of_a_calculator_stays(path: Path) -> None:
    """Every text, number and name that code uses is still there, in the same order."""
    source = path.read_text(encoding="utf-8")
    assert reduced(reduced(source)) == reduced(source)
    assert list(_used(ast.parse(reduced(source)))) == list(_used(ast.parse(source)))


def _used(tree: ast.AST) -> list[str]:
    """What a program's expressions hold, leaving out docstrings and the annotations of functions."""
    used = []
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns"} and not isinstance(tree, ast.AnnAssign):
            continue
        for each in value if isinstance(value, list) else [value]:
            if (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)) or isinstance(each, ast.Pass):
                continue
            used += _used(each) if isinstance(each, ast.AST) else [f"{type(tree).__name__} {name} {each!r}"]
    return used

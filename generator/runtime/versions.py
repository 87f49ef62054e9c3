"""Which Python runs in the reader's browser, and whether everything here agrees.

Pyodide's version is written once, in ``package.json``. Compiled Python is read
only by the minor version that wrote it, so the Python that runs the build must
be the runtime's: ``.python-version`` and Pyodide change together.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.problems import Problem


class BundleError(Exception):
    """The browser's files cannot be made; the problem says where, why, and what to do.

    Args:
        what: one sentence saying what is wrong.
        mend: one sentence saying what to do.
        path: the file it concerns, from the project's folder.
        line: the line in that file.
    """

    def __init__(self, what: str, mend: str, path: str = "package.json", line: int = 1) -> None:
        self.problem = Problem(path, line, what, mend)
        super().__init__(str(self.problem))


@dataclass(frozen=True)
class Versions:
    """The versions the browser's files are made with.

    Attributes:
        pyodide: Pyodide's version, for example ``0.29.5``.
        python: the Python inside it, for example ``3.13.2``.
        lock_info: the ``info`` part of Pyodide's own lock: platform and interfaces.
        builder: the version of pyodide-build, which compiles.
        host: the Python that runs the build.
    """

    pyodide: str
    python: str
    lock_info: dict[str, Any]
    builder: str
    host: str

    @property
    def key(self) -> str:
        """Tells apart files that different tools would make differently."""
        return f"{self.pyodide} {self.builder} {self.host}"


def read_versions(root: Path) -> Versions:
    """Read the versions from the project and from ``node_modules``, and compare them.

    Raises:
        BundleError: Pyodide is not installed, is not the version ``package.json``
            asks for, or holds another Python than the one running this.
    """
    wanted = _wanted(root / "package.json")
    package = root / "node_modules" / "pyodide"
    if not (package / "package.json").is_file():
        raise BundleError("Pyodide is not installed: node_modules/pyodide is missing.", INSTALL)
    found = str(json.loads((package / "package.json").read_text("utf-8"))["version"])
    if found != wanted:
        raise BundleError(f"package.json asks for Pyodide {wanted}, but node_modules holds {found}.", INSTALL)
    lock_info = json.loads((package / "pyodide-lock.json").read_text("utf-8"))["info"]
    python = str(lock_info["python"])
    host = ".".join(str(part) for part in sys.version_info[:3])
    if host.split(".")[:2] != python.split(".")[:2]:
        raise BundleError(
            f"Pyodide {found} runs Python {python}, but this is Python {host}: compiled files would not load.",
            "Use the Python named in .python-version, or the Pyodide that matches it.",
        )
    return Versions(found, python, lock_info, version("pyodide-build"), host)


INSTALL = "Run `make install`."


def _wanted(package_json: Path) -> str:
    if not package_json.is_file():
        raise BundleError("package.json is missing.", "Restore package.json from the repository.")
    declared = json.loads(package_json.read_text("utf-8"))
    asked = {**declared.get("devDependencies", {}), **declared.get("dependencies", {})}
    wanted = str(asked.get("pyodide", ""))
    if not wanted[:1].isdigit():
        raise BundleError(
            "package.json does not name one exact version of pyodide.",
            'Write it as "pyodide": "0.29.5", without ^ or ~.',
        )
    return wanted

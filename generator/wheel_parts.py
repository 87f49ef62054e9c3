"""One compiled wheel in parts: what every calculator needs, and one part for each calculator.

A page downloads the common part and its own calculator, a third of the whole. The sums of the others would only cost
a reader time and money.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.bundle_steps import EPOCH

if TYPE_CHECKING:
    from collections.abc import Mapping

# `python -m calculators` is for a terminal; a browser has none.
_LEFT_OUT = {"__main__.pyc"}


def split(wheel: Path, folder: Path) -> dict[str, Path]:
    """Write a compiled wheel's parts into a folder.

    Args:
        wheel: the whole, `NAME-VERSION-TAGS.whl`, holding one package.
        folder: where the parts go.

    Returns:
        The parts by name: `NAME` for the common one, `NAME-SLUG` for each calculator's.
    """
    name, version, tags = wheel.stem.split("-", 2)
    with zipfile.ZipFile(wheel) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    parts: dict[str, dict[str, bytes]] = {name: {}}
    for member, content in members.items():
        path = PurePosixPath(member)
        if path.parts[0].endswith(".dist-info") or path.name in _LEFT_OUT:
            continue
        own = len(path.parts) == 2 and not path.name.startswith("_")  # PACKAGE/MODULE.pyc: a calculator
        part = f"{name}-{path.stem.replace('_', '-')}" if own else name
        parts.setdefault(part, {})[member] = content
    tag = members[f"{name}-{version}.dist-info/WHEEL"]
    return {part: _write(folder, part, files, version=version, tags=tags, tag=tag) for part, files in parts.items()}


def _write(folder: Path, part: str, files: Mapping[str, bytes], *, version: str, tags: str, tag: bytes) -> Path:
    filed = part.replace("-", "_")
    info = f"{filed}-{version}.dist-info"
    about = f"Metadata-Version: 2.1\nName: {part}\nVersion: {version}\n".encode()
    members = {**files, f"{info}/METADATA": about, f"{info}/WHEEL": tag}
    record = "".join(f"{member},{_hash(content)},{len(content)}\n" for member, content in sorted(members.items()))
    members[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    path = folder / f"{filed}-{version}-{tags}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for member in sorted(members):
            archive.writestr(zipfile.ZipInfo(member, EPOCH), members[member])
    return path


def _hash(content: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")

"""The software bill of materials of a built site: its parts, its tools, and the hash of each file that runs Python.

It is CycloneDX 1.6, in JSON. The few fields it needs are written here: the library for it would bring ten packages into every
build, and serves the tests instead, which hold each bill to the standard's own schema. The same site gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.publishing.parts import Part

NAME = "bill-of-materials.cdx.json"
#: What a licence looks like that is a term of SPDX, and not a name in words.
_SPDX = re.compile(r"\(?[\w.+-]+\)?(?: (?:AND|OR|WITH) \(?[\w.+-]+\)?)*")


def write_bill(site: Path, parts: tuple[Part, ...], files: Mapping[str, Path]) -> Path:
    """Write the bill into a built site.

    Args:
        site: The folder of the built site.
        parts: What it is made of, and the tools.
        files: What runs Python in the browser: where each file goes in the site, and where it is now.

    Returns:
        Where it stands now.
    """
    _, ours, *_ = parts  # the words, then the code, then what others made
    bill: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": _component(ours, "application")},
        "components": [
            *(
                _component(part, "data" if part.licence.startswith("CC-") else "library")
                for part in parts
                if part is not ours
            ),
            *(
                {"type": "file", "bom-ref": name, "name": name, "hashes": _sha256(files[name])}
                for name in sorted(files)
            ),
        ],
        "dependencies": [{"ref": ours.address, "dependsOn": [part.address for part in parts if part is not ours]}],
    }
    content = json.dumps(bill, sort_keys=True)
    bill["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_OID, content).urn
    path = site / NAME
    path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _component(part: Part, kind: str) -> dict[str, Any]:
    stated = {"expression": part.licence} if _SPDX.fullmatch(part.licence) else {"license": {"name": part.licence}}
    component = {
        "type": kind,
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "scope": "required" if part.reaches_readers else "excluded",
        "licenses": [stated],
        "purl": part.address,
    }
    return component | ({"hashes": [{"alg": "SHA-512", "content": part.sha512}]} if part.sha512 else {})


def _sha256(path: Path) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]

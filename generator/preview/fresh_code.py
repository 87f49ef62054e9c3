"""Edited Python takes effect in live preview without a restart."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from generator.problems import AuthorError, Problem, problem_in_code

FOLDERS = ("calculators", "generator")

# What the hooks themselves hold, and what old and new code tell each other in.
_STAY = frozenset(
    f"generator.{name}"
    for name in (
        "preview",
        "preview.app",
        "preview.fresh_code",
        "preview.late_pages",
        "preview.mkdocs_preview",
        "preview.templates",
        "problems",
    )
)

type Code = tuple[tuple[str, int, int], ...]


class _Last:
    """The code that is in use, as it was when it was read, and what keeps newer code from being read."""

    code: Code | None = None
    fault: Problem | None = None


def renew() -> tuple[Code, Problem | None]:
    """Forget the calculators and the generator if one of their files has changed, so that they are imported anew.

    Returns:
        What tells this code from any other, and the mistake that keeps newer code from being read, if there is one: the
        code of the last build is then kept.

    Raises:
        AuthorError: No code has been read yet.
    """
    code = tuple(_files())
    if code == _Last.code:
        return code, _Last.fault
    # At the first call all of it has just been imported.
    ours = [name for name in sys.modules if name.split(".")[0] in FOLDERS and name not in _STAY and _Last.code]
    last = {name: sys.modules.pop(name) for name in ours}
    importlib.invalidate_caches()
    fault = None
    try:
        importlib.import_module("generator.site_build")
    except Exception as error:  # noqa: BLE001 - whatever an edited module does, it is told with its line
        fault = problem_in_code(error, Path.cwd())
        if "generator.site_build" not in last:
            raise AuthorError([fault]) from None
        sys.modules.update(last)
    _Last.code, _Last.fault = code, fault
    return code, fault


def _files() -> list[tuple[str, int, int]]:
    found = []
    for folder in FOLDERS:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                about = file.stat()
                found.append((file.as_posix(), about.st_mtime_ns, about.st_size))
    return found

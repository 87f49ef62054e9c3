"""Gives the style sheets and scripts of a built site a folder named after their contents.

What `mkdocs build` leaves in ``assets/`` moves to ``assets-HASH/`` beside it, and every page then names that folder. So a
page runs exactly the scripts it was built with, however old a kept copy of it is, and no version is
ever mixed with another. Fonts, pictures and the files of `generator.runtime.browser_bundle` stay where they are:
the names of these last stand for their contents already.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: What moves: all scripts and style sheets, and the picture that the style sheets draw with.
_MOVED = ("js/*.js", "css/*.css", "images/step.svg")
#: A script or style sheet where a page names it: `../assets/css/base.css`.
_NAMED = re.compile(r'((?:href|src)="(?:[^":]*/)?)assets/(?=(?:css|js)/)')
_FONTS, _FROM_NEW = b"../fonts/", b"../../assets/fonts/"


def version_assets(site: Path) -> str:
    """Move the style sheets and scripts of a built site; does nothing the second time.

    Args:
        site: The folder `mkdocs build` wrote.

    Returns:
        The name of the folder they are in now, such as ``assets-0123456789``.
    """
    old = site / "assets"
    files = sorted({path for pattern in _MOVED for path in old.glob(pattern)})
    if not files:
        return next((path.name for path in site.glob("assets-*")), "assets")
    contents = {path.relative_to(old).as_posix(): path.read_bytes() for path in files}
    parts = (f"{name}\0{hashlib.sha256(content).hexdigest()}\n" for name, content in contents.items())
    new = site / f"assets-{hashlib.sha256(''.join(parts).encode()).hexdigest()[:10]}"
    for name, content in contents.items():
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_with_fonts(content) if name.endswith(".css") else content)
        (old / name).unlink()
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(_NAMED.sub(rf"\1{new.name}/", html), encoding="utf-8")
    return new.name


def _with_fonts(sheet: bytes) -> bytes:
    """A style sheet that still finds the fonts."""
    return sheet.replace(_FONTS, _FROM_NEW)

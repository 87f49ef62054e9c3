"""A page's address as a QR code, so that a printed sheet leads back to its page."""

from __future__ import annotations

import re

import segno
from markupsafe import Markup

_QUIET = 4  # modules of white around the code, as the standard asks (ISO/IEC 18004)
# A reader takes any of the eight masks. To look for the evenest takes longer than all the rest of a page's template.
_MASK = 1
_DARK = re.compile(b"\x01+")  # modules in a row


def qr_code(address: str) -> Markup:
    """The code as an SVG of its own size in modules; a style sheet says how large it is.

    It corrects up to 15% damage, as a folded sheet of paper may have. Those who cannot see it have the address in words.
    """
    rows = segno.make(address, error="m", micro=False, mask=_MASK).matrix
    size = len(rows) + 2 * _QUIET
    path, pen = [f"M{_QUIET} {_QUIET}.5"], (0, 0)
    for down, row in enumerate(rows):
        for dark in _DARK.finditer(row):
            start, end = dark.span()
            path.append(f"m{start - pen[0]} {down - pen[1]}h{end - start}")
            pen = end, down
    drawn = f'<path stroke="#000" d="{"".join(path)}"/>'
    return Markup(f'<svg aria-hidden="true" viewBox="0 0 {size} {size}" class="qr">{drawn}</svg>')  # noqa: S704 - no text

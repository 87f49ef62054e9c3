"""A page's address as a QR code, so that a printed sheet leads back to its page."""

from __future__ import annotations

from itertools import groupby

import segno
from markupsafe import Markup

_QUIET = 4  # modules of white around the code, as the standard asks (ISO/IEC 18004)
# A reader takes any of the eight masks. To look for the evenest takes longer than all the rest of a page's template.
_MASK = 1


def qr_code(address: str) -> Markup:
    """The code as an SVG of its own size in modules; a style sheet says how large it is.

    It corrects up to 15% damage, as a folded sheet of paper may have. Those who cannot see it have the address in words.
    """
    rows = segno.make(address, error="m", micro=False, mask=_MASK).matrix
    size = len(rows) + 2 * _QUIET
    path, pen = [f"M{_QUIET} {_QUIET}.5"], (0, 0)
    for down, row in enumerate(rows):
        across = 0
        for dark, modules in groupby(row):
            length = sum(1 for _ in modules)
            if dark:
                path.append(f"m{across - pen[0]} {down - pen[1]}h{length}")
                pen = across + length, down
            across += length
    drawn = f'<path stroke="#000" d="{"".join(path)}"/>'
    return Markup(f'<svg aria-hidden="true" viewBox="0 0 {size} {size}" class="qr">{drawn}</svg>')  # noqa: S704 - no text

"""A page's address as a QR code, so that a printed sheet leads back to its page."""

from __future__ import annotations

import segno
from markupsafe import Markup

_QUIET = 4  # modules of white around the code, as the standard asks (ISO/IEC 18004)
_MASK = (
    1  # a reader takes any of the eight; to look for the evenest takes longer than all the rest of a page's template
)


def qr_code(address: str) -> Markup:
    """The code as an SVG of its own size in modules; a style sheet says how large it is.

    It corrects up to 15% damage, as a folded sheet of paper may have. Those who cannot see it have the address in words.
    """
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    drawn = code.svg_inline(border=_QUIET, omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704 - modules, no text

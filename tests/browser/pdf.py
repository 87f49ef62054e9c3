"""What stands on each side of a printed page."""

from typing import Any, NamedTuple

from pypdfium2 import PdfDocument  # type: ignore[import-untyped] # it ships no types

_FOOT_POINTS = 42  # 15 mm: below that stands the number of the side


class Side(NamedTuple):
    """The words of one side without their spaces: a PDF places letters, and where words end is a guess.

    Attributes:
        words: all of them.
        lowest: those of the line nearest to the foot; in the order of a PDF's text, buttons come last.
    """

    words: str
    lowest: str


def sides(pdf: bytes) -> list[Side]:
    """Read a PDF."""
    document = PdfDocument(pdf)
    return [_side(page.get_textpage()) for page in document]


def squeezed(words: str) -> str:
    """Words without their spaces."""
    return "".join(words.split())


def _side(text: Any) -> Side:
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    _, bottom, _, top = min((box for box in boxes if box[1] > _FOOT_POINTS), key=lambda box: box[1])
    return Side(squeezed(text.get_text_range()), squeezed(text.get_text_bounded(bottom=bottom - 1, top=top + 1)))

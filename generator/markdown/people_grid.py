"""A crowd of small figures as one compact drawing.

Markup for each of 100 people would weigh more than the article around them. So a row of heads is one line whose dashes
are dots, and a row of shoulders the same line with longer dashes, both with round ends; an outline is the same again,
thinner, in the colour of the ground.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.shared_files.drawings import WIDTH

_IN_ROW = 10  # people in a row of a block: rows of ten can be counted


class _Crowd(NamedTuple):
    """How a crowd stands.

    Attributes:
        name: Of its style.
        rows: In a block.
        blocks: Side by side.
        pitch: From one person to the next, and from one row to the next.
        gap: Between blocks.
        shoulders: Whether there is room for them.
    """

    name: str
    rows: int
    blocks: int
    pitch: tuple[float, float]
    gap: float
    shoulders: bool


_CROWDS = {
    100: _Crowd("hundred", rows=5, blocks=2, pitch=(17, 21), gap=14, shoulders=True),  # the first block is half
    1000: _Crowd("thousand", rows=10, blocks=5, pitch=(6.8, 7.4), gap=4.5, shoulders=False),  # a block is 100
}
_HALF_SHOULDER = 2.5
_TO_SHOULDERS = 8


def grid(filled: int, of: int, words: str) -> str:
    """A crowd of 100 or 1,000, some of whom are filled and all others outlined.

    Args:
        filled: How many; they stand first.
        of: How many in all.
        words: What the crowd shows, for someone who does not see it, in HTML.
    """
    crowd = _CROWDS[of]
    bands = of // (crowd.rows * crowd.blocks * _IN_ROW)
    height = round(bands * (crowd.rows * crowd.pitch[1] + crowd.gap) - crowd.gap - 1)
    drawn = _figures(crowd, 0, filled, "full") + _figures(crowd, filled, of, "open")
    return (
        f'<svg class="people__crowd people__crowd--{crowd.name}" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-label="{words}">{drawn}</svg>'
    )


def key(*, filled: bool) -> str:
    """One small figure, to stand before its number."""
    kind = "full" if filled else "open"
    drawn = _figures(_CROWDS[100], 0, 1, kind)
    return f'<svg class="people__key people__crowd--hundred" viewBox="2 0 17 20" aria-hidden="true">{drawn}</svg>'


def _figures(crowd: _Crowd, first: int, end: int, kind: str) -> str:
    """The people from `first` up to `end`, drawn as one or two paths, or four if outlined."""
    runs = _runs(crowd, first, end)
    if not runs:
        return ""
    heads = "".join(f"M{x:g} {y:g}h{(length - 1) * crowd.pitch[0] + 0.1:g}" for x, y, length in runs)
    paths = [("head", heads)]
    if crowd.shoulders:
        shoulders = "".join(
            f"M{x - _HALF_SHOULDER:g} {y + _TO_SHOULDERS:g}h{(length - 1) * crowd.pitch[0] + 2 * _HALF_SHOULDER:g}"
            for x, y, length in runs
        )
        paths.append(("body", shoulders))
    layers = ("full",) if kind == "full" else ("edge", "inside")
    return "".join(
        f'<path class="people__{part} people__{layer}" d="{line}"/>' for part, line in paths for layer in layers
    )


def _runs(crowd: _Crowd, first: int, end: int) -> list[tuple[float, float, int]]:
    """Where each row begins, and how many people from `first` up to `end` stand in it."""
    runs = []
    for start in range(first // _IN_ROW * _IN_ROW, end, _IN_ROW):
        here = range(max(start, first), min(start + _IN_ROW, end))
        block, row = divmod(start // _IN_ROW, crowd.rows)
        band, place = divmod(block, crowd.blocks)
        left = 11 if crowd.shoulders else 4
        x = left + place * (_IN_ROW * crowd.pitch[0] + crowd.gap) + (here[0] - start) * crowd.pitch[0]
        y = 5 + band * (crowd.rows * crowd.pitch[1] + crowd.gap) + row * crowd.pitch[1]
        runs.append((round(x, 1), round(y, 1), len(here)))
    return runs

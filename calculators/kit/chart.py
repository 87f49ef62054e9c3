"""A chart's facts to SVG: drawn narrow first, coloured by the page's style sheet, said in words by its label.

One unit of the drawing is about one CSS pixel on a small phone, so lettering stays legible at 320 px.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil

from calculators.kit.markup import Markup, tag
from calculators.kit.result import BarChart, LineChart, PairChart, RangeChart
from calculators.kit.words import decimal, plain_date, span

_WIDTH = 360
_EDGE = 12  # room at either end
# The room that a letter of a label, one of a tick, a bold digit and a line of words take at most.
_LETTER, _TICK, _DIGIT, _LINE = 9, 8, 10, 16
_CLEAR = 5  # between words and what is drawn beside them


def range_chart(chart: RangeChart) -> Markup:
    """Each range as a bar, its doubt as a thin line behind it, the reader's own value marked on each, all on one scale."""
    ends = [end for each in chart.ranges for end in (each.doubt_low, each.doubt_high)]
    ends += [] if chart.own is None else [chart.own]
    step = next((step for step in (5, 20, 100) if max(ends) - min(ends) <= 8 * step), 200)
    low = min(ends) // step * step
    high = max(low + step, -(-max(ends) // step) * step)
    # The reader's own value is named right above its first mark.
    row, top, named = 48, 8, 0 if chart.own is None else 20
    foot = top + named + row * len(chart.ranges)
    edge = max(_EDGE, _LETTER * len(str(high)) // 2)

    def x(value: int) -> int:
        return edge + round((value - low) * (_WIDTH - 2 * edge) / (high - low))

    drawn = []
    for tick in range(low, high + 1, step):
        drawn.append(_line(x(tick), top, x(tick), foot, "chart__grid"))
        drawn.append(_text(x(tick), foot + 18, str(tick), "chart__tick"))
    for place, each in enumerate(chart.ranges):
        words = top + row * place + 15 + (named if place else 0)
        bar = top + row * place + 24 + named
        drawn.append(_text(_EDGE, words, each.label, "chart__label", anchor="start"))
        drawn.append(_text(_WIDTH - _EDGE, words, span(each.low, each.high), "chart__value", anchor="end"))
        drawn.append(_line(x(each.doubt_low), bar + 7, x(each.doubt_high), bar + 7, "chart__doubt"))
        # Where both ends are the same value, a sliver still shows where it lies.
        drawn.append(_rect(x(each.low), bar, max(3, x(each.high) - x(each.low)), 14, "chart__range"))
        if chart.own is not None:
            # A light mark with an edge stands out on a bar and beside it, in print too, and crosses no words.
            drawn.append(_rect(x(chart.own) - 3, bar - 5, 6, 24, "chart__bar--hold"))
    if chart.own is not None:
        side = "end" if x(chart.own) > _WIDTH // 2 else "start"
        drawn.append(_text(x(chart.own), top + named + 14, chart.own_label, "chart__label", anchor=side))
    drawn.append(_text(_WIDTH // 2, foot + 38, chart.unit, "chart__unit"))
    return _svg(foot + 46, chart.alt, drawn)


def bar_chart(chart: BarChart) -> Markup:
    """A bar for each step of time, the first, middle and last named, with a line at the level they lead to.

    What the level is stands on its line, or above the chart where a bar reaches higher.
    """
    highest = max(chart.level, *(bar.value for bar in chart.bars))
    on_line = highest == chart.level
    top = 24 if on_line else 44
    base = top + 106
    slot = (_WIDTH - 2 * _EDGE) / len(chart.bars)
    # Bars touch where there are many, so that each keeps at least a visible width.
    gap = min(4.0, slot / 5)

    def y(value: int) -> int:
        return base - round(value * (base - top) / highest)

    drawn = []
    for place, bar in enumerate(chart.bars):
        left = _EDGE + slot * place + gap / 2
        drawn.append(
            _rect(
                f"{left:.1f}",
                y(bar.value),
                f"{slot - gap:.1f}",
                base - y(bar.value),
                "chart__bar chart__bar--hold" if bar.hold else "chart__bar",
            )
        )
    drawn.append(_line(_EDGE, y(chart.level), _WIDTH - _EDGE, y(chart.level), "chart__level"))
    if on_line:
        drawn.append(_text(_WIDTH - _EDGE, y(chart.level) - 7, chart.level_label, "chart__label", anchor="end"))
    else:
        drawn += _level_key(15, _EDGE, chart.level_label)
    drawn.append(_line(_EDGE, base, _WIDTH - _EDGE, base, "chart__axis"))
    last = len(chart.bars) - 1
    drawn.append(_text(_EDGE, base + 18, chart.bars[0].label, "chart__tick", anchor="start"))
    if last > 1:
        drawn.append(_text(_WIDTH // 2, base + 18, chart.bars[last // 2].label, "chart__tick"))
    if last > 0:
        drawn.append(_text(_WIDTH - _EDGE, base + 18, chart.bars[last].label, "chart__tick", anchor="end"))
    first = str(chart.bars[0].value)
    # Above every bar it is wide enough to touch, and above the level where it would stand on that line.
    touched = chart.bars[: ceil((gap / 2 + _DIGIT * len(first)) / slot)]
    bottom = min(y(bar.value) for bar in touched) - 6
    if bottom - _LINE < y(chart.level) < bottom + _LINE / 2:
        bottom = y(chart.level) - 6
    drawn.append(_text(f"{_EDGE + gap / 2:.1f}", bottom, first, "chart__value", anchor="start"))
    return _svg(base + 36, chart.alt, drawn)


def pair_chart(chart: PairChart) -> Markup:
    """Two bars in each row, the reader's own above another's, each with its value."""
    row, bar, top, gap = 62, 13, 4, 6
    highest = max(1, *(max(pair.own, pair.other) for pair in chart.pairs))
    kinds = ((chart.own, "chart__bar"), (chart.other, "chart__bar chart__bar--hold"))
    longest = max(len(f"{highest}{chart.unit} {whose}") for whose, _ in kinds)
    room = _WIDTH - 2 * _EDGE - gap - _TICK * longest  # for a bar, with its words after it

    drawn = []
    for place, pair in enumerate(chart.pairs):
        y = top + row * place
        drawn.append(_text(_EDGE, y + 14, pair.label, "chart__label", anchor="start"))
        for line, (value, (whose, class_)) in enumerate(zip((pair.own, pair.other), kinds, strict=True)):
            width = round(value * room / highest)
            drawn.append(_rect(_EDGE, y + 20 + line * (bar + 4), width, bar, class_))
            words = f"{value}{chart.unit} {whose}"
            drawn.append(_text(_EDGE + width + gap, y + 31 + line * (bar + 4), words, "chart__tick", anchor="start"))
    return _svg(top + row * len(chart.pairs), chart.alt, drawn)


def line_chart(chart: LineChart) -> Markup:
    """Points joined in time order between the lowest and highest value of their scale, with the level that matters.

    The last value stands right of all lines. What the level is stands on its line where nothing crosses the words, or else
    below the drawing.
    """
    top, base, height, left = 16, 156, 186, 34
    first, last = chart.points[0][0], chart.points[-1][0]
    days = max(1, (last - first).days)
    value = decimal(chart.points[-1][1], 1)
    right = _WIDTH - _EDGE - _DIGIT * len(value)

    def x(place: int) -> int:
        return right - round((last - chart.points[place][0]).days * (right - left) / days)

    def y(value: Fraction) -> int:
        return base - round((value - chart.low) * (base - top) / (chart.high - chart.low))

    drawn = []
    ticks = (chart.low, (chart.low + chart.high) // 2, chart.high)
    for tick in ticks:
        drawn.append(_line(left, y(Fraction(tick)), right, y(Fraction(tick)), "chart__grid"))
        drawn.append(_text(left - 8, y(Fraction(tick)) + 4, str(tick), "chart__tick", anchor="end"))
    drawn.append(_line(left, y(chart.level), right, y(chart.level), "chart__level"))
    spots = [(x(place), y(value)) for place, (_, value) in enumerate(chart.points)]
    grid = [y(Fraction(tick)) for tick in ticks]
    place = _on_level(chart.level_label, y(chart.level), (left, right), spots, grid)
    if place:
        drawn.append(_text(*place, chart.level_label, "chart__label", anchor="start"))
    else:
        drawn += _level_key(base + 39, left, chart.level_label)
        height += 22
    drawn.append(tag("polyline", points=" ".join(f"{across},{down}" for across, down in spots), class_="chart__line"))
    drawn += [tag("circle", cx=across, cy=down, r=4, class_="chart__point") for across, down in spots]
    drawn.append(_text(right + 8, spots[-1][1] + 5, value, "chart__value", anchor="start"))
    drawn.append(_text(left, base + 20, plain_date(first), "chart__tick", anchor="start"))
    if last > first:
        drawn.append(_text(right, base + 20, plain_date(last), "chart__tick", anchor="end"))
    return _svg(height, chart.alt, drawn)


def _on_level(
    label: str, level: int, ends: tuple[int, int], spots: list[tuple[int, int]], grid: list[int]
) -> tuple[int, int] | None:
    """Where words can stand on a level's line: above or below it, at either end; nowhere if something always meets them."""
    width = _LETTER * len(label)
    for foot in (level - 7, level + 18):
        for start in (ends[0], ends[1] - width):
            if _is_free((start, foot - 12, start + width, foot + 4), spots, grid):
                return start, foot
    return None


def _is_free(box: tuple[int, int, int, int], spots: list[tuple[int, int]], grid: list[int]) -> bool:
    """Whether neither the line through the spots, in order of time, nor one of the grid meets a box of words."""
    left, top, right, bottom = box[0] - _CLEAR, box[1] - _CLEAR, box[2] + _CLEAR, box[3] + _CLEAR
    if box[1] < 0 or box[3] > max(grid) or any(box[1] - 2 < y < box[3] + 2 for y in grid):
        return False
    for (x1, y1), (x2, y2) in pairwise([*spots, spots[-1]]):
        if x2 < left or x1 > right:
            continue
        within = (max(left, x1), min(right, x2))
        ends = [y1 + Fraction((y2 - y1) * (x - x1), x2 - x1) for x in within] if x2 > x1 else [y1, y2]
        if min(ends) < bottom and max(ends) > top:
            return False
    return True


def _level_key(y: int, x: int, label: str) -> list[Markup]:
    """A piece of the level's line, and what it means."""
    return [_line(x, y, x + 28, y, "chart__level"), _text(x + 36, y + 5, label, "chart__label", anchor="start")]


def _svg(height: int, alt: str, drawn: list[Markup]) -> Markup:
    return tag("svg", *drawn, viewBox=f"0 0 {_WIDTH} {height}", role="img", aria_label=alt, focusable="false")


def _line(x1: int, y1: int, x2: int, y2: int, class_: str) -> Markup:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def _rect(x: int | str, y: int, width: int | str, height: int, class_: str) -> Markup:
    return tag("rect", x=x, y=y, width=width, height=height, class_=class_)


def _text(x: int | str, y: int, words: str, class_: str, *, anchor: str = "middle") -> Markup:
    return tag("text", words, x=x, y=y, text_anchor=anchor, class_=class_)

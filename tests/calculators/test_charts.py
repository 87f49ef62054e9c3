"""What a chart must show is in it, and no words in it are crossed by a line or hidden by a bar, whatever the data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import calculators
from calculators.kit.chart import bar_chart, line_chart, pair_chart, range_chart
from calculators.kit.result import Bar, BarChart, LineChart, Pair, PairChart, Range, RangeChart, Table
from tests.strategies import result, typed

# An average letter's width as the style sheet sets it, and how far words reach above and below their line, in pixels.
LETTER = {"chart__tick": 8, "chart__unit": 8, "chart__label": 9, "chart__value": 10}
UP, DOWN = 12, 4
NO_TABLE = Table("", (), ())


class Box(NamedTuple):
    """A rectangle in the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def crossed(svg: str, *, ignored: str = "none") -> list[str]:
    """The words that a line, a dot or a bar meets, or other words do."""
    drawing = ET.fromstring(svg)  # noqa: S314 - our own drawing
    words = [(_words(text), text.text or "") for text in drawing.iter("text")]
    marks = [box for mark in drawing if mark.tag != "text" and mark.get("class") != ignored for box in _pieces(mark)]
    met = [text for box, text in words if any(box.meets(mark) for mark in marks)]
    return met + [
        f"{one} on {other}"
        for place, (box, one) in enumerate(words)
        for beside, other in words[:place]
        if box.meets(beside)
    ]


def outside(svg: str) -> list[str]:
    """What is drawn beyond the edge of the drawing."""
    drawing = ET.fromstring(svg)  # noqa: S314 - our own drawing
    *_, width, height = map(float, drawing.get("viewBox", "").split())
    return [
        ET.tostring(mark, "unicode")
        for mark in drawing
        for box in ([_words(mark)] if mark.tag == "text" else _pieces(mark))
        if not (box.top >= 0 and box.bottom <= height and box.left >= 0 and box.right <= width)
    ]


def _words(text: ET.Element) -> Box:
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    width = LETTER[text.get("class", "")] * len(text.text or "")
    left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "")]
    return Box(left, y - UP, left + width, y + DOWN)


def _pieces(mark: ET.Element) -> list[Box]:
    """The mark in boxes; a slanting line in pieces of a pixel."""
    at = {name: float(value) for name, value in mark.attrib.items() if name not in {"class", "points"}}
    match mark.tag:
        case "rect":
            return [Box(at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"])]
        case "circle":
            return [Box(at["cx"] - at["r"], at["cy"] - at["r"], at["cx"] + at["r"], at["cy"] + at["r"])]
        case "line":
            return _stroke((at["x1"], at["y1"]), (at["x2"], at["y2"]))
        case _:
            spots = [tuple(map(float, spot.split(","))) for spot in mark.get("points", "").split()]
            return [box for one, other in pairwise(spots) for box in _stroke(one, other)]


def _stroke(one: tuple[float, ...], other: tuple[float, ...]) -> list[Box]:
    steps = max(1, round(max(abs(end - start) for start, end in zip(one, other, strict=True))))
    spots = [
        tuple(start + (end - start) * step / steps for start, end in zip(one, other, strict=True))
        for step in range(steps + 1)
    ]
    return [Box(x - 1.5, y - 1.5, x + 1.5, y + 1.5) for x, y in spots]


@st.composite
def lines(draw: st.DrawFn) -> LineChart:
    days = sorted(draw(st.sets(st.integers(0, 3000), min_size=1, max_size=12)))
    tenths = st.integers(0, 100).map(lambda number: Fraction(number, 10))
    points = tuple((date(2027, 9, 27) + timedelta(days=each), draw(tenths)) for each in days)
    return LineChart("", "", "", 0, 10, points, draw(tenths), "2 points below the start")


def line(*values: int, level: int) -> LineChart:
    points = tuple((date(2027, 9, 1 + place), Fraction(value)) for place, value in enumerate(values))
    return LineChart("", "", "", 0, 10, points, Fraction(level), "2 points below the start")


@given(lines())
@example(line(7, 5, 5, level=5))  # the last value stands on the level
@example(line(10, 0, level=8))
@example(line(0, 10, level=0))
@example(line(3, level=1))
def test_a_line_chart_is_whole_and_none_of_its_words_are_crossed(chart: LineChart) -> None:
    svg = line_chart(chart)
    assert crossed(svg) == []
    assert outside(svg) == []


@given(
    st.lists(st.integers(1, 600), min_size=1, max_size=60),
    st.integers(1, 600),
)
@example([38, 44, 48], 40)  # the first bar nearly reaches the level
@example([300, 330, 363, 399, 439, 483, 531, 585, 600], 600)
@example([600, 1], 600)
def test_a_bar_chart_is_whole_and_none_of_its_words_are_crossed(values: list[int], level: int) -> None:
    bars = tuple(Bar(f"Week {place}", value) for place, value in enumerate(values, start=1))
    svg = bar_chart(BarChart("", "", "", bars, level, "Your usual: 600 minutes a week"))
    assert crossed(svg) == []
    assert outside(svg) == []


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=8))
def test_a_pair_chart_is_whole_and_none_of_its_words_are_crossed(values: list[tuple[int, int]]) -> None:
    pairs = tuple(Pair("Strength", own, other) for own, other in values)
    svg = pair_chart(PairChart("", "", "%", "you", "the clinic", pairs))
    assert crossed(svg) == []
    assert outside(svg) == []


@given(
    st.lists(st.lists(st.integers(40, 220), min_size=4, max_size=4).map(sorted), min_size=1, max_size=6),
    st.none() | st.integers(40, 220),
)
@example([[40, 40, 40, 40]], None)
@example([[400, 700, 900, 980]], 0)  # a scale that ends in four digits
def test_a_range_chart_is_whole_and_none_of_its_words_are_crossed(values: list[list[int]], own: int | None) -> None:
    ranges = tuple(Range("Others your age", low, high, least, most) for least, low, high, most in values)
    chart = RangeChart("", "", "beats a minute", ranges, NO_TABLE, own=own, own_label="Yours" if own else "")
    # The words have an edge in the colour of the ground, which covers the faint grid behind them.
    svg = range_chart(chart)
    assert crossed(svg, ignored="chart__grid") == []
    assert outside(svg) == []


DRAWN: dict[type, Callable[[Any], str]] = {
    BarChart: bar_chart,
    LineChart: line_chart,
    PairChart: pair_chart,
    RangeChart: range_chart,
}


@pytest.mark.parametrize("slug", calculators.slugs())
@given(data=st.data())
def test_each_chart_that_a_reader_gets_is_whole_and_none_of_its_words_are_crossed(
    slug: str, data: st.DataObject
) -> None:
    calculator = calculators.find(slug)
    made = result(calculator, data.draw(typed(calculator.inputs, "no")))
    for block in made.body if made else ():
        if draw := DRAWN.get(type(block)):
            svg = draw(block)
            assert crossed(svg, ignored="chart__grid") == []
            assert outside(svg) == []


def drawn(svg: str, *classes: str) -> list[ET.Element]:
    """What is drawn with one of those classes, in order."""
    drawing = ET.fromstring(svg)  # noqa: S314 - our own drawing
    return [mark for mark in drawing if mark.get("class") in classes]


def weeks(*values: int, level: int) -> str:
    bars = tuple(Bar(f"Week {place}", value) for place, value in enumerate(values, start=1))
    return bar_chart(BarChart("", "", "", bars, level, "Your usual"))


@pytest.mark.parametrize("own", [30, 250])
def test_an_own_value_beyond_every_range_is_in_the_drawing(own: int) -> None:
    ranges = (Range("Others your age", 100, 120, 90, 130),)
    svg = range_chart(RangeChart("", "", "beats a minute", ranges, NO_TABLE, own=own, own_label="Yours"))
    (mark,) = drawn(svg, "chart__bar--hold")
    assert 0 <= float(mark.get("x", "")) <= 360
    ticks = [int(tick.text or "") for tick in drawn(svg, "chart__tick")]
    assert min(ticks) <= own <= max(ticks)


def test_the_level_of_bars_is_named_on_its_line_or_in_a_key_above_all_of_them() -> None:
    on_line = weeks(20, 40, level=60)
    assert len(drawn(on_line, "chart__level")) == 1
    above = weeks(80, 40, 60, level=40)
    level, key = drawn(above, "chart__level")
    (label,) = drawn(above, "chart__label")
    assert label.text == "Your usual"
    assert key.get("y1") == key.get("y2")
    assert 0 < float(key.get("x1", "")) < float(key.get("x2", "")) < float(label.get("x", ""))
    bars = drawn(above, "chart__bar")
    assert len(bars) == 3
    assert float(label.get("y", "")) < min(float(bar.get("y", "")) for bar in bars)
    assert float(level.get("y1", "")) == float(bars[1].get("y", ""))


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ([20], ["Week 1"]),
        ([20, 30], ["Week 1", "Week 2"]),
        ([20, 30, 40], ["Week 1", "Week 2", "Week 3"]),
        ([20, 30, 40, 50, 60], ["Week 1", "Week 3", "Week 5"]),
    ],
    ids=str,
)
def test_the_first_middle_and_last_bar_are_named_once(values: list[int], named: list[str]) -> None:
    assert [tick.text for tick in drawn(weeks(*values, level=60), "chart__tick")] == named


def test_the_first_value_stands_on_its_own_bar_where_the_next_is_out_of_its_way() -> None:
    svg = weeks(10, 100, 100, level=100)
    (first,) = drawn(svg, "chart__value")
    assert first.text == "10"
    assert 0 < float(drawn(svg, "chart__bar")[0].get("y", "")) - float(first.get("y", "")) < UP


def test_a_line_chart_runs_from_edge_to_edge_of_its_grid_and_names_a_day_once() -> None:
    grid = drawn(line_chart(line(3, 4, level=1)), "chart__grid")[0]
    first, last = drawn(line_chart(line(3, 4, level=1)), "chart__point")
    assert (first.get("cx"), last.get("cx")) == (grid.get("x1"), grid.get("x2"))
    days = [tick.text for tick in drawn(line_chart(line(3, level=1)), "chart__tick") if not (tick.text or "").isdigit()]
    assert days == ["1 September 2027"]


def test_a_scale_below_nought_is_drawn_as_any_other() -> None:
    points = ((date(2027, 9, 1), Fraction(-5)), (date(2027, 9, 2), Fraction(5)))
    svg = line_chart(LineChart("", "", "", -5, 5, points, Fraction(0), "the start"))
    low, middle, high = (float(line.get("y1", "")) for line in drawn(svg, "chart__grid"))
    assert [float(point.get("cy", "")) for point in drawn(svg, "chart__point")] == [low, high]
    assert middle == (low + high) / 2
    assert [tick.text for tick in drawn(svg, "chart__tick")][:3] == ["-5", "0", "5"]


def test_a_level_that_no_words_fit_on_is_named_below_and_all_else_is_drawn() -> None:
    svg = line_chart(line(1, 3, 1, 3, 1, 3, 1, 3, 1, level=2))
    (key,) = [
        level for level in drawn(svg, "chart__level") if level.get("x2") != drawn(svg, "chart__grid")[0].get("x2")
    ]
    (label,) = drawn(svg, "chart__label")
    assert float(label.get("y", "")) > max(float(tick.get("y", "")) for tick in drawn(svg, "chart__tick"))
    assert float(key.get("x2", "")) < float(label.get("x", ""))
    assert len(drawn(svg, "chart__grid")) == 3
    assert len(drawn(svg, "chart__point")) == 9
    assert outside(svg) == []


def test_the_numbers_of_a_wide_scale_stand_apart() -> None:
    ranges = (Range("Five formulas", 627, 901, 627, 901),)
    ticks = drawn(range_chart(RangeChart("", "", "metres", ranges, NO_TABLE, own=0, own_label="You")), "chart__tick")
    assert [tick.text for tick in ticks] == ["0", "200", "400", "600", "800", "1000"]

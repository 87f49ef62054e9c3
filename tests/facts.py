"""The numbers in a result, read back as a reader would: from its key figures, tables, lists and charts.

Worked examples and oracles both speak of these, so neither knows how a calculator is written.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from calculators.kit.result import Bar, BarChart, CareCard, KeyFigure, LineChart, Listing, RangeChart, Result, Table
from calculators.kit.words import decimal

type Facts = dict[str, Any]


def facts(slug: str, result: Result) -> Facts:
    """What the result says in numbers, by name; only `refers` where it sends the reader elsewhere."""
    if result.refers:
        return {"refers": True}
    return {"refers": False} | _reader(slug)(result)


def _reader(slug: str) -> Callable[[Result], Facts]:
    """The reader kept here, or beside the calculator's oracle, or else the one that takes everything as it stands."""
    if slug in _READERS:
        return _READERS[slug]
    oracle = f"tests.oracles.{slug.replace('-', '_')}"
    return getattr(import_module(oracle), "read_back", _as_written) if find_spec(oracle) else _as_written


def _as_written(result: Result) -> Facts:
    """The key figures, tables and lists of any result by their names, as they stand, and the values drawn."""
    lines = [block for block in result.body if isinstance(block, LineChart)]
    return {
        "title": result.title,
        "figures": {figure.label: figure.value for figure in _figures(result)},
        "tables": {table.caption: [list(row) for row in table.rows] for table in _tables(result)},
        "lists": {block.title: list(block.items) for block in result.body if isinstance(block, Listing)},
        "drawn": {chart.unit: [decimal(value, 1) for _, value in chart.points] for chart in lines},
        "levels": {chart.unit: decimal(chart.level, 1) for chart in lines},
    }


def _verdict(result: Result) -> Facts:
    """What a result concludes and from what: its title, key figures, tables, care cards and ranges, without advice."""
    charts = [block for block in result.body if isinstance(block, RangeChart)]
    return {
        "title": result.title,
        "figures": {figure.label: figure.value for figure in _figures(result)},
        "tables": {table.caption: [list(row) for row in table.rows] for table in _tables(result)},
        "cards": [block.title for block in result.body if isinstance(block, CareCard)],
        "drawn": {
            each.label: [each.low, each.high, each.doubt_low, each.doubt_high]
            for chart in charts
            for each in chart.ranges
        },
        "own": [chart.own for chart in charts if chart.own is not None],
    }


def _talk_test(result: Result) -> Facts:
    charts = [block for block in result.body if isinstance(block, RangeChart)]
    if not charts:
        return {"formulas": {}}
    (chart,) = charts
    own = next(figure for figure in _figures(result) if figure.label == "Rough pulse range")
    reserve = [figure for figure in _figures(result) if figure is not own]
    others, doubt = re.findall(r"(?<!\d)\d+ to \d+", own.doubt)
    found: Facts = {
        "range": _span(own.value),
        "others": others,
        "doubt": doubt,
        "formulas": {row[0]: list(row[1:]) for row in chart.table.rows},
        "drawn": {
            each.label: [f"{each.low} to {each.high}", f"{each.doubt_low} to {each.doubt_high}"]
            for each in chart.ranges
        },
        "rules": {row[0]: row[-1] for row in _tables(result)[-1].rows},
    }
    for figure in reserve:
        found |= {"reserve": _span(figure.value), "reserve_others": _span(figure.doubt)}
    return found


def _build_up_planner(result: Result) -> Facts:
    rows = [row for table in _tables(result) for row in table.rows]
    if not rows:
        return {"weeks": []}
    (figure,) = _figures(result)
    (steps,) = _numbers(figure.value)
    ends = re.search(r"(\d+)(?: to (\d+))? weeks?", figure.doubt)
    assert ends, figure.doubt
    return {
        "steps": steps,
        "weeks": [_numbers(row[1])[0] for row in rows],
        "drawn": [bar.value for bar in _bars(result)],
        "sessions": [_shares(row[2]) for row in rows],
        "fastest": int(ends[1]),
        "slowest": int(ends[2] or ends[1]),
    }


def _flare_plan(result: Result) -> Facts:
    lighter, *way_back = _tables(result)
    now = [_numbers(row[1])[0] for row in lighter.rows if _numbers(row[1])]
    rows = [row for table in way_back for row in table.rows]
    return {
        "lighter": sum(now),
        "lighter_sessions": now,
        "way_back": len(rows),
        "weeks": [_numbers(row[1])[0] for row in rows],
        "drawn": [bar.value for bar in _bars(result)],
        "sessions": [_shares(row[2]) for row in rows],
        "time": _numbers(_figures(result)[1].value),
    }


_READERS: dict[str, Callable[[Result], Facts]] = {
    "talk-test": _talk_test,
    "build-up-planner": _build_up_planner,
    "flare-plan": _flare_plan,
    "counting-talk-test": _verdict,
    "after-exercise-check": _verdict,
    "daily-check": _verdict,
    "wired-or-depleted": _verdict,
}


def _figures(result: Result) -> list[KeyFigure]:
    return [block for block in result.body if isinstance(block, KeyFigure)]


def _tables(result: Result) -> list[Table]:
    return [block for block in result.body if isinstance(block, Table)]


def _bars(result: Result) -> Iterator[Bar]:
    return (bar for block in result.body if isinstance(block, BarChart) for bar in block.bars)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _span(text: str) -> str:
    low, high = _numbers(text)
    return f"{low} to {high}"


def _shares(text: str) -> list[int]:
    """Every session of "2 × 38 and 1 × 37 minutes" on its own: 38, 38, 37."""
    return [int(minutes) for times, minutes in re.findall(r"(\d+) × (\d+)", text) for _ in range(int(times))]

"""Grip figures again, row by row as the papers' tables print them, to check bands, cut-offs and straight lines between.

Table 2 of dodds2014 (exact ages; 10th, 25th, 50th, 75th, 90th) and of tomkinson2025 (5-year bands; 5th to 95th), men
then women, in kg. Under 27 kg for men and 16 kg for women is low grip (cruzjentoft2019).
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from calculators.kit.result import KeyFigure, RangeChart, Result, Table

CLEAR = "no"
TENTH = Decimal("0.1")
DODDS = """
20 | 30 35 40 46 52 | 21 24 28 32 36
25 | 36 41 48 55 61 | 23 26 30 35 38
30 | 38 44 51 58 64 | 24 27 31 35 39
35 | 39 45 51 58 64 | 23 27 31 35 39
40 | 38 44 50 57 63 | 23 27 31 35 39
45 | 36 42 49 56 61 | 22 26 30 34 38
50 | 35 41 48 54 60 | 21 25 29 33 37
55 | 34 40 47 53 59 | 19 23 28 32 35
60 | 33 39 45 51 56 | 18 22 27 31 34
65 | 31 37 43 48 53 | 17 21 25 29 33
70 | 29 34 39 44 49 | 16 20 24 27 31
75 | 26 31 35 41 45 | 14 18 21 25 28
80 | 23 27 32 37 42 | 13 16 19 23 26
85 | 19 24 29 33 38 | 11 14 17 20 23
90 | 16 20 25 29 33 | 9 11 14 17 20
"""
TOMKINSON = """
20 to 24 | 33.9 36.8 40.5 43.2 45.7 48 50.4 52.9 56 60.1 63.6 | 19.7 21.7 24 25.7 27.2 28.6 30 31.6 33.6 36.6 39.1
25 to 29 | 35.5 38.5 42.1 44.8 47.1 49.3 51.5 53.9 56.7 60.7 64 | 20 22 24.5 26.3 27.9 29.4 30.9 32.6 34.6 37.4 39.7
30 to 34 | 35 38.3 42.2 45 47.4 49.7 52 54.4 57.4 61.5 64.9 | 19.6 21.8 24.4 26.4 28.1 29.7 31.3 33.1 35.2 38 40.4
35 to 39 | 33.8 37.3 41.5 44.5 47.1 49.5 51.9 54.4 57.5 61.8 65.3 | 19 21.3 24.1 26.2 28 29.7 31.4 33.2 35.4 38.4 40.8
40 to 44 | 32.3 36 40.4 43.6 46.3 48.8 51.2 53.9 57.1 61.5 65.1 | 18.3 20.7 23.7 25.8 27.6 29.4 31.1 33 35.2 38.3 40.8
45 to 49 | 30.6 34.4 39 42.3 45.1 47.6 50.2 52.9 56.2 60.7 64.4 | 17.6 20.1 23.1 25.2 27.1 28.9 30.6 32.5 34.8 37.9 40.4
50 to 54 | 28.9 32.8 37.4 40.7 43.5 46.2 48.8 51.6 54.8 59.4 63.1 | 16.9 19.4 22.4 24.5 26.4 28.2 29.9 31.8 34 37.1 39.7
55 to 59 | 27.2 31 35.6 38.9 41.7 44.4 47 49.8 53.1 57.7 61.4 | 16.1 18.5 21.5 23.7 25.5 27.3 29 30.9 33 36.1 38.6
60 to 64 | 25.5 29.1 33.6 36.9 39.7 42.4 45 47.8 51.1 55.6 59.3 | 15.2 17.6 20.6 22.7 24.5 26.2 27.9 29.7 31.8 34.9 37.4
65 to 69 | 23.7 27.2 31.5 34.7 37.5 40.1 42.8 45.6 48.8 53.2 56.8 | 14.3 16.6 19.5 21.6 23.3 25 26.6 28.4 30.5 33.4 35.8
70 to 74 | 21.9 25.2 29.3 32.4 35.1 37.7 40.3 43.1 46.3 50.6 54.1 | 13.2 15.5 18.3 20.3 22 23.6 25.2 26.9 28.9 31.8 34.1
75 to 79 | 20 23.1 27 29.9 32.5 35.1 37.6 40.3 43.5 47.7 51.1 | 12 14.3 17 18.9 20.5 22.1 23.6 25.2 27.2 29.9 32.2
80 to 84 | 18 20.8 24.5 27.3 29.8 32.3 34.8 37.5 40.5 44.7 48 | 10.7 12.9 15.5 17.4 18.9 20.4 21.9 23.5 25.3 28 30.2
85 to 89 | 15.9 18.5 21.9 24.6 27 29.4 31.8 34.4 37.4 41.5 44.6 | 9.3 11.4 13.9 15.7 17.2 18.6 20 21.5 23.3 25.9 28
90 to 94 | 13.7 16.1 19.2 21.7 24 26.3 28.7 31.2 34.2 38.1 41.2 | 7.8 9.8 12.2 13.9 15.3 16.7 18 19.5 21.2 23.6 25.7
95 to 99 | 11.3 13.5 16.4 18.8 20.9 23.1 25.4 27.9 30.8 34.6 37.5 | 6.1 8 10.3 11.9 13.3 14.6 15.9 17.3 18.9 21.2 23.2
100+ | 8.8 10.8 13.5 15.7 17.8 19.8 22 24.5 27.2 30.9 33.8 | 4.2 6.1 8.3 9.8 11.2 12.4 13.6 14.9 16.5 18.7 20.6
"""
LOW = {"men": 27, "women": 16}
SEXES = ("men", "women")
NAMES = ("low", "somewhat low", "moderate", "somewhat high", "high")


def _table(text: str) -> dict[int, dict[str, list[Decimal]]]:
    rows = (line.split("|") for line in text.strip().splitlines())
    return {
        int(age.split()[0].rstrip("+")): dict(
            zip(SEXES, ([Decimal(kg) for kg in cell.split()] for cell in cells), strict=True)
        )
        for age, *cells in rows
    }


BRITAIN, WORLD = _table(DODDS), _table(TOMKINSON)


def shown(result: Result) -> dict[str, object]:
    """The facts a result holds."""
    if result.refers:
        return {"refers": True}
    tables = [block for block in result.body if isinstance(block, Table)]
    charts = [block for block in result.body if isinstance(block, RangeChart)]
    return {
        "title": result.title,
        "change": [block.value for block in result.body if isinstance(block, KeyFigure)],
        "places": [list(table.rows) for table in tables],
        "drawn": [(each.label, each.low, each.high, chart.own) for chart in charts for each in chart.ranges],
        "agree": ["do not agree" not in line for line in result.lead[:-1]],
        "cut_off": result.lead[-1].partition("kg is ")[2],
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR or given["unsafe"] != CLEAR:
        return {"refers": True}
    kg, age = _round(Decimal(given["grip"]), TENTH), int(given["age"])
    sexes = SEXES if given["sex"] == "both" else (given["sex"],)
    drawn, places, cut_offs = [], [], []
    for sex in sexes:
        british, world = _british(sex, age), WORLD[max(start for start in WORLD if start <= age)][sex]
        rows = []
        if british:
            rows.append(("Britain", *_band(kg, british, (10, 25, 50, 75, 90)), _say(british[2])))
            drawn.append((f"{sex.capitalize()}, Britain", british[0], british[4]))
        place, size = _band(kg, world[2::2][:4], (20, 40, 60, 80))
        name = NAMES[sum(kg >= edge for edge in world[2:10:2])]
        rows.append(("69 countries", f"{place} (“{name}”)", size, _say(world[5])))
        drawn.append((f"{sex.capitalize()}, 69 countries", world[1], world[9]))
        places.append(rows)
        cut_offs.append(f"{'under' if kg < LOW[sex] else 'not under'} the {LOW[sex]} kg for {sex}")
    first = given["first"] and kg - _round(Decimal(given["first"]), TENTH)
    return {
        "title": f"Your grip: {_say(kg)} kg",
        "change": [_change(first)] if isinstance(first, Decimal) else [],
        "places": places,
        "drawn": [(label, _whole(low), _whole(high), _whole(kg)) for label, low, high in drawn],
        "agree": [len({row[-1] for row in rows}) == 1 for rows in places],
        "cut_off": f"{' and '.join(cut_offs)}.**",
    }


def _british(sex: str, age: int) -> list[Decimal]:
    """Weighted means of the rows around an exact age."""
    if age > 90:
        return []
    above = age % 5
    rows = BRITAIN[age - above][sex], BRITAIN[min(age - above + 5, 90)][sex]
    return [((5 - above) * low + above * high) / 5 for low, high in zip(*rows, strict=True)]


def _band(kg: Decimal, edges: list[Decimal], centiles: tuple[int, ...]) -> tuple[str, str]:
    passed = sum(edge <= kg for edge in edges)
    if not passed:
        return f"before {centiles[0]}", f"under {_say(edges[0])}"
    if passed == len(edges):
        return f"from {centiles[-1]}", f"{_say(edges[-1])} or more"
    return f"{centiles[passed - 1]} to {centiles[passed]}", f"{_say(edges[passed - 1])} to {_say(edges[passed])}"


def _round(kg: Decimal, to: Decimal) -> Decimal:
    return kg.quantize(to, rounding=ROUND_HALF_UP)


def _whole(kg: Decimal) -> int:
    return int(_round(kg, Decimal(1)))


def _say(kg: Decimal) -> str:
    return f"{_round(kg, TENTH):f}".removesuffix(".0")


def _change(kg: Decimal) -> str:
    return f"{_say(abs(kg))} kg {'more' if kg > 0 else 'less'}" if kg else "No change"

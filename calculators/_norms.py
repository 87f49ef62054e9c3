"""Published figures for the fitness tests, as tables: how many stands, and how many kg of grip, at which age.

| table       | source                                                          | licence          |
|-------------|-----------------------------------------------------------------|------------------|
| `STANDS`    | rikli1999 (middle half); steadi2017 ("below average" under)      | facts            |
| `DODDS`     | dodds2014, table 2: 12 studies in Great Britain                  | CC BY            |
| `TOMKINSON` | tomkinson2025, table 2: studies pooled from 69 countries         | CC BY            |
| `LOW_GRIP`  | cruzjentoft2019: a European working group (EWGSOP2)              | facts            |

The grip tables and the middle halves were copied from public files, and have yet to be compared with the papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from calculators._fitness_tests import Sex

type Rows = Mapping[int, tuple[Fraction, ...]]


def _rows(text: str) -> Rows:
    """Figures by age: each line an age, then its numbers."""
    lines = (line.split() for line in text.strip().splitlines())
    return {int(age): tuple(map(Fraction, numbers)) for age, *numbers in lines}


# First age of a 5-year band; the count under which the sheet says "below average"; both ends of the middle half.
STANDS: Mapping[Sex, Rows] = {
    Sex.MEN: _rows("""
        60 14 14 19
        65 12 12 18
        70 12 12 17
        75 11 11 17
        80 10 10 15
        85 8 8 14
        90 7 7 12
    """),
    Sex.WOMEN: _rows("""
        60 12 12 17
        65 11 11 16
        70 10 10 15
        75 10 10 15
        80 9 9 14
        85 8 8 13
        90 4 4 11
    """),
}

# Exact age in years; kg at each centile. Between two ages the values lie on a straight line.
DODDS_CENTILES = (10, 25, 50, 75, 90)
DODDS: Mapping[Sex, Rows] = {
    Sex.MEN: _rows("""
        20 30 35 40 46 52
        25 36 41 48 55 61
        30 38 44 51 58 64
        35 39 45 51 58 64
        40 38 44 50 57 63
        45 36 42 49 56 61
        50 35 41 48 54 60
        55 34 40 47 53 59
        60 33 39 45 51 56
        65 31 37 43 48 53
        70 29 34 39 44 49
        75 26 31 35 41 45
        80 23 27 32 37 42
        85 19 24 29 33 38
        90 16 20 25 29 33
    """),
    Sex.WOMEN: _rows("""
        20 21 24 28 32 36
        25 23 26 30 35 38
        30 24 27 31 35 39
        35 23 27 31 35 39
        40 23 27 31 35 39
        45 22 26 30 34 38
        50 21 25 29 33 37
        55 19 23 28 32 35
        60 18 22 27 31 34
        65 17 21 25 29 33
        70 16 20 24 27 31
        75 14 18 21 25 28
        80 13 16 19 23 26
        85 11 14 17 20 23
        90 9 11 14 17 20
    """),
}

# First age of a 5-year band, the last one open; kg at each centile.
TOMKINSON_CENTILES = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
TOMKINSON: Mapping[Sex, Rows] = {
    Sex.MEN: _rows("""
        20 33.9 36.8 40.5 43.2 45.7 48 50.4 52.9 56 60.1 63.6
        25 35.5 38.5 42.1 44.8 47.1 49.3 51.5 53.9 56.7 60.7 64
        30 35 38.3 42.2 45 47.4 49.7 52 54.4 57.4 61.5 64.9
        35 33.8 37.3 41.5 44.5 47.1 49.5 51.9 54.4 57.5 61.8 65.3
        40 32.3 36 40.4 43.6 46.3 48.8 51.2 53.9 57.1 61.5 65.1
        45 30.6 34.4 39 42.3 45.1 47.6 50.2 52.9 56.2 60.7 64.4
        50 28.9 32.8 37.4 40.7 43.5 46.2 48.8 51.6 54.8 59.4 63.1
        55 27.2 31 35.6 38.9 41.7 44.4 47 49.8 53.1 57.7 61.4
        60 25.5 29.1 33.6 36.9 39.7 42.4 45 47.8 51.1 55.6 59.3
        65 23.7 27.2 31.5 34.7 37.5 40.1 42.8 45.6 48.8 53.2 56.8
        70 21.9 25.2 29.3 32.4 35.1 37.7 40.3 43.1 46.3 50.6 54.1
        75 20 23.1 27 29.9 32.5 35.1 37.6 40.3 43.5 47.7 51.1
        80 18 20.8 24.5 27.3 29.8 32.3 34.8 37.5 40.5 44.7 48
        85 15.9 18.5 21.9 24.6 27 29.4 31.8 34.4 37.4 41.5 44.6
        90 13.7 16.1 19.2 21.7 24 26.3 28.7 31.2 34.2 38.1 41.2
        95 11.3 13.5 16.4 18.8 20.9 23.1 25.4 27.9 30.8 34.6 37.5
        100 8.8 10.8 13.5 15.7 17.8 19.8 22 24.5 27.2 30.9 33.8
    """),
    Sex.WOMEN: _rows("""
        20 19.7 21.7 24 25.7 27.2 28.6 30 31.6 33.6 36.6 39.1
        25 20 22 24.5 26.3 27.9 29.4 30.9 32.6 34.6 37.4 39.7
        30 19.6 21.8 24.4 26.4 28.1 29.7 31.3 33.1 35.2 38 40.4
        35 19 21.3 24.1 26.2 28 29.7 31.4 33.2 35.4 38.4 40.8
        40 18.3 20.7 23.7 25.8 27.6 29.4 31.1 33 35.2 38.3 40.8
        45 17.6 20.1 23.1 25.2 27.1 28.9 30.6 32.5 34.8 37.9 40.4
        50 16.9 19.4 22.4 24.5 26.4 28.2 29.9 31.8 34 37.1 39.7
        55 16.1 18.5 21.5 23.7 25.5 27.3 29 30.9 33 36.1 38.6
        60 15.2 17.6 20.6 22.7 24.5 26.2 27.9 29.7 31.8 34.9 37.4
        65 14.3 16.6 19.5 21.6 23.3 25 26.6 28.4 30.5 33.4 35.8
        70 13.2 15.5 18.3 20.3 22 23.6 25.2 26.9 28.9 31.8 34.1
        75 12 14.3 17 18.9 20.5 22.1 23.6 25.2 27.2 29.9 32.2
        80 10.7 12.9 15.5 17.4 18.9 20.4 21.9 23.5 25.3 28 30.2
        85 9.3 11.4 13.9 15.7 17.2 18.6 20 21.5 23.3 25.9 28
        90 7.8 9.8 12.2 13.9 15.3 16.7 18 19.5 21.2 23.6 25.7
        95 6.1 8 10.3 11.9 13.3 14.6 15.9 17.3 18.9 21.2 23.2
        100 4.2 6.1 8.3 9.8 11.2 12.4 13.6 14.9 16.5 18.7 20.6
    """),
}

# kg; less is what experts call low grip, at any age.
LOW_GRIP = {Sex.MEN: 27, Sex.WOMEN: 16}


def dodds(sex: Sex, age: int) -> dict[int, Fraction]:
    """The kg of grip at each centile for an age in years, between two rows on a straight line; none outside 20 to 90."""
    rows = DODDS[sex]
    before = age // 5 * 5
    if not min(rows) <= age <= max(rows):
        return {}
    after = rows.get(before + 5, rows[before])
    share = Fraction(age - before, 5)
    values = (low + (high - low) * share for low, high in zip(rows[before], after, strict=True))
    return dict(zip(DODDS_CENTILES, values, strict=True))


def tomkinson(sex: Sex, age: int) -> dict[int, Fraction]:
    """The kg of grip at each centile for the band that holds an age of 20 years or more."""
    rows = TOMKINSON[sex]
    return dict(zip(TOMKINSON_CENTILES, rows[min(age // 5 * 5, max(rows))], strict=True))

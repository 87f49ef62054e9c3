"""The averages and changes of a record again, from its text and in decimals, to check the calculator's fractions."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from calculators.kit.result import CareCard, LineChart, Result, Table

EXACT = Context(prec=40)
ROOM = Decimal(2)  # points


def shown(result: Result) -> dict[str, object]:
    """The facts a result holds."""
    (table,) = (block for block in result.body if isinstance(block, Table))
    charts = [block for block in result.body if isinstance(block, LineChart)]
    return {
        "lines": [list(row[1:]) for row in table.rows],
        "drawn": [[float(value) for _, value in chart.points] for chart in charts],
        "levels": [round(float(chart.level), 9) for chart in charts],
        "asks": any(isinstance(block, CareCard) for block in result.body),
        "kept": [",".join(row) for row in result.sheet.rows] if result.sheet else [],
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with this record must be shown."""
    kept = {line[:10]: line.split(",")[1:] for line in given["log"].split("\n")}
    days = [kept[day] for day in sorted(kept)]
    parts = [part for numbers in days for part in (numbers[:3], numbers[3:])]
    if any(part.count("") in {1, 2} for part in parts) or any(numbers == [""] * 6 for numbers in days):
        return {"error": "log"}
    own, peg = ([_mean(numbers[part]) for numbers in days] for part in (slice(3, 6), slice(3)))
    followed = [means for means in (own, peg) if any(value is not None for value in means)]
    drawn = [[value for value in means if value is not None] for means in (own, peg)]
    levels = [means[0] for means in drawn if len(means) > 1]
    if len(drawn[1]) > 1 and drawn[1][0] >= ROOM:
        levels[-1] -= ROOM
    return {
        "lines": [[_words(value) for value in line] for line in zip(*followed, strict=True)],
        "drawn": [[float(value) for value in means] for means in drawn if len(means) > 1],
        "levels": [round(float(level), 9) for level in levels],
        "asks": len(drawn[1]) > 1 and drawn[1][-1] - drawn[1][0] >= ROOM - Decimal("1e-30"),
        "kept": [",".join((day, *kept[day])) for day in sorted(kept)],
    }


def _mean(numbers: list[str]) -> Decimal | None:
    return None if numbers[0] == "" else EXACT.divide(sum(map(Decimal, numbers), Decimal(0)), Decimal(len(numbers)))


def _words(value: Decimal | None) -> str:
    if value is None:
        return "–"
    rounded = str(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
    return rounded.removesuffix(".0")

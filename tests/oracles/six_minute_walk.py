"""Five walking equations again, in metres, kg and decades of age and in decimals, as the papers' table gives them.

Men 7.57h − 5.02a − 1.76w − 309, women 2.11h − 2.29w − 5.78a + 667, lower limits 153 and 139 less (enright1998); the
other four as listed in singh2014, with one line for both sexes and a difference between them.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from calculators.kit.result import KeyFigure, RangeChart, Result, Table

CLEAR = "no"
NAMES = ("Enright, 1998", "Enright, 2003", "Troosters", "Chetta", "Gibbons")
LIMITS = {"men": 153, "women": 139}
NO_LIMIT = "none: it would be below 0"


def shown(result: Result) -> dict[str, object]:
    """The facts a result holds."""
    if result.refers:
        return {"refers": True}
    figures = [block for block in result.body if isinstance(block, KeyFigure)]
    charts = [block for block in result.body if isinstance(block, RangeChart)]
    tables = [block for block in result.body if isinstance(block, Table)]
    return {
        "title": result.title,
        "figures": [figure.value for figure in figures],
        "drawn": [(each.low, each.high, chart.own) for chart in charts for each in chart.ranges],
        "formulas": [row for table in tables for row in table.rows],
        "short": any("Your course is short" in line for line in result.lead),
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR or given["unsafe"] != CLEAR:
        return {"refers": True}
    walked = _whole(Decimal(given["distance"]))
    figures = [_change(walked - _whole(Decimal(given["first"])))] if given["first"] else []
    by_sex = _formulas(given)
    whole = {sex: [_whole(metres) for metres in values] for sex, values in by_sex.items()}
    rows = [(name, *(str(values[place]) for values in whole.values())) for place, name in enumerate(NAMES)]
    rows.append(("Lower limit in Enright, 1998", *(_limit(values[0] - LIMITS[sex]) for sex, values in by_sex.items())))
    return {
        "title": f"Your walk: {walked} metre{'' if walked == 1 else 's'}",
        "figures": figures + [f"{min(values)} to {max(values)} metres" for values in whole.values()],
        "drawn": [(min(values), max(values), walked) for values in whole.values()],
        "formulas": rows if by_sex else [],
        "short": bool(given["course"]) and Decimal(given["course"]) < 30,
    }


def _formulas(given: Mapping[str, str]) -> dict[str, list[Decimal]]:
    if not (given["age"] and given["height"] and given["weight"]) or not 40 <= int(given["age"]) <= 80:
        return {}
    height, weight = Decimal(given["height"]), Decimal(given["weight"])
    age = Decimal(given["age"])
    sexes = ("men", "women") if given["sex"] in {"", "both"} else (given["sex"],)
    found = {sex: _of(sex, height, weight, age) for sex in sexes}
    return found if min(min(values) for values in found.values()) > 0 else {}


def _of(sex: str, height: Decimal, weight: Decimal, age: Decimal) -> list[Decimal]:
    male = sex == "men"
    metres, decades = height / 100, age / 10
    return [
        metres * 757 - decades * Decimal("50.2") - weight * Decimal("1.76") - 309
        if male
        else metres * 211 - decades * Decimal("57.8") - weight * Decimal("2.29") + 667,
        (510 if male else 493) + metres * 220 - weight * Decimal("0.93") - decades * 53,
        218 + metres * 514 - decades * Decimal("53.2") - weight * Decimal("1.8") + (Decimal("51.31") if male else 0),
        Decimal("518.853") + metres * 125 - decades * Decimal("28.16") - (0 if male else Decimal("39.07")),
        Decimal("868.8") - decades * Decimal("29.9") - (0 if male else Decimal("74.7")),
    ]


def _whole(metres: Decimal) -> int:
    return int(metres.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _change(metres: int) -> str:
    if not metres:
        return "No change"
    return f"{abs(metres)} metre{'' if abs(metres) == 1 else 's'} {'more' if metres > 0 else 'less'}"


def _limit(metres: Decimal) -> str:
    return str(_whole(metres)) if metres > 0 else NO_LIMIT

"""The lines and ranges of the chair test again, typed anew from the sheet (steadi2017) and the ranges (rikli1999)."""

from collections.abc import Mapping

from calculators.kit.result import KeyFigure, RangeChart, Result, Table

CLEAR = "no"
# Age up to which a row holds: men's cut-off and middle half, women's.
ROWS = (
    (64, (14, "14 to 19"), (12, "12 to 17")),
    (69, (12, "12 to 18"), (11, "11 to 16")),
    (74, (12, "12 to 17"), (10, "10 to 15")),
    (79, (11, "11 to 17"), (10, "10 to 15")),
    (84, (10, "10 to 15"), (9, "9 to 14")),
    (89, (8, "8 to 14"), (8, "8 to 13")),
    (94, (7, "7 to 12"), (4, "4 to 11")),
)


def shown(result: Result) -> dict[str, object]:
    """The facts a result holds."""
    if result.refers:
        return {"refers": True}
    tables = [block for block in result.body if isinstance(block, Table)]
    charts = [block for block in result.body if isinstance(block, RangeChart)]
    return {
        "title": result.title,
        "change": [block.value for block in result.body if isinstance(block, KeyFigure)],
        "rows": [row for table in tables for row in table.rows],
        "drawn": [(f"{each.low} to {each.high}", chart.own) for chart in charts for each in chart.ranges],
        "asked": "Is this right?" in result.lead[0],
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR or given["unsafe"] != CLEAR:
        return {"refers": True}
    stands, age = int(given["stands"]), int(given["age"])
    if given["arms"] == "yes":
        title = "Your score: 0 stands, because you used your arms"
        return {"title": title, "change": [], "rows": [], "drawn": [], "asked": False}
    rows = []
    if age in range(60, 95):
        men, women = next(row[1:] for row in ROWS if age <= row[0])
        both = [("Men", *men), ("Women", *women)]
        rows = [row for row in both if given["sex"] in {"", "both", row[0].lower()}]
    return {
        "title": f"Your score: {_stands(stands)} in 30 seconds",
        "change": [_change(stands - int(given["first"]))] if given["first"] else [],
        "rows": [(who, half, str(cut), _place(stands, cut, half)) for who, cut, half in rows],
        "drawn": [(half, stands) for _, _, half in rows],
        "asked": stands > 35,
    }


def _stands(number: int) -> str:
    return "1 stand" if number == 1 else f"{number} stands"


def _change(stands: int) -> str:
    if not stands:
        return "No change"
    return f"{_stands(abs(stands))} {'more' if stands > 0 else 'less'}"


def _place(stands: int, cut: int, half: str) -> str:
    if stands < cut:
        return "Below the line"
    return "Above the middle half" if stands > int(half.rsplit(maxsplit=1)[-1]) else "In the middle half"

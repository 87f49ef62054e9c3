"""The share of time in bed asleep again, in decimals and minutes, to check the calculator's fractions of hours."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from calculators.kit.result import CareCard, KeyFigure, Listing, Result, Table

EXACT = Context(prec=40)
CLEAR = "no"
MINUTES = 60
DOUBT = 30  # minutes
FIRMLY = {
    "rise": "Get up at the same time each day",
    "up": "Get out of bed when you have been awake for about 20 minutes, and go back when sleepy",
    "bed": "Keep the bed for sleep and sex only",
}
NOT_ALONE = {
    "caffeine": "No tea, coffee or cola after midday",
    "screens": "No screens for the last 30 to 60 minutes",
    "room": "A cool, dark, quiet room",
}


def shown(result: Result) -> dict[str, object]:
    """The facts a result holds."""
    (figure,) = (block for block in result.body if isinstance(block, KeyFigure))
    (table,) = (block for block in result.body if isinstance(block, Table))
    return {
        "share": figure.value,
        "guess": figure.doubt.partition(" by ")[0],
        "tips": [list(row) for row in table.rows],
        "getting_up": any(isinstance(block, Listing) for block in result.body),
        "asks": any(isinstance(block, CareCard) for block in result.body),
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    bed, asleep = (Decimal(given[name]) * MINUTES for name in ("bed", "asleep"))
    if asleep > bed:
        return {"error": "asleep"}
    ask = given["care"] != CLEAR
    rows = [["Talking therapy for sleep (CBT-I)", "Strongly in favour", "Ask your GP"]]
    rows += [
        [tip, "In favour, less firmly", _own(given, name, "Ask first" if ask else "You could try it")]
        for name, tip in FIRMLY.items()
    ]
    rows += [[tip, "Not on its own", _own(given, name, "You could try it")] for name, tip in NOT_ALONE.items()]
    least, most = _share(max(asleep - DOUBT, Decimal(0)), bed), _share(min(asleep + DOUBT, bed), bed)
    return {
        "share": f"{least} to {most}%",
        "guess": f"About {_share(asleep, bed)}%",
        "tips": rows,
        "getting_up": not ask,
        "asks": ask or given["night"] != CLEAR,
    }


def _own(given: Mapping[str, str], name: str, otherwise: str) -> str:
    return "You do this" if given[f"habits-{name}"] else otherwise


def _share(asleep: Decimal, bed: Decimal) -> int:
    return int(EXACT.divide(asleep * 100, bed).quantize(Decimal(1), rounding=ROUND_HALF_UP))

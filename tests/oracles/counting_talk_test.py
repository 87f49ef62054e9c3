"""The counting zone again, by trying every whole count: which are 40 to 50 % (30 to 40 % from 25 on) of that at rest.

The zones are loose2012's; 30 to 55 % is norman2002's; nothing is said of counts at rest under 10, our own choice.
"""

from collections.abc import Mapping
from decimal import Decimal

CLEAR = "no"
TITLES = ("Your effort: light", "Your effort: moderate to hard", "Your effort: very hard, so ease off")


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if {given["signs"], given["crash"], given["breath"]} != {CLEAR}:
        return {"refers": True}
    resting, moving = int(given["resting"]), int(given["moving"] or 0)
    if moving > resting:
        return {"error": "moving"}
    if resting < 10:
        return {"refers": True}
    zone = _zone(resting)
    title = f"Count to aim for: about {_words(zone)}"
    if moving:
        title = TITLES[(moving <= zone[-1]) + (moving < zone[0])]
    drawn = {f"You: {resting} at rest": resting} | {f"{each} at rest": each for each in {24, 25} - {resting}}
    return {
        "refers": False,
        "title": title,
        "figures": {"Moderate to hard effort, on one breath": f"count to about {_words(zone)}"},
        "tables": {
            f"What your count means, if you reach {resting} at rest": [
                [f"{zone[-1] + 1} or more", "Light"],
                [_words(zone), "Moderate to hard; the higher count is easier"],
                [f"{zone[0] - 1} or less", "Very hard: ease off"],
            ]
        },
        "cards": [],
        "drawn": {
            name: [_zone(each)[0], _zone(each)[-1], _within(each, "0.30", "0.55")[0], _within(each, "0.30", "0.55")[-1]]
            for name, each in drawn.items()
        },
        "own": [moving] if moving else [],
    }


def _zone(resting: int) -> list[int]:
    return _within(resting, "0.40", "0.50") if resting < 25 else _within(resting, "0.30", "0.40")


def _within(resting: int, low: str, high: str) -> list[int]:
    return [each for each in range(1, resting + 1) if resting * Decimal(low) <= each <= resting * Decimal(high)]


def _words(zone: list[int]) -> str:
    return f"{zone[0]} to {zone[-1]}" if len(zone) > 1 else str(zone[0])

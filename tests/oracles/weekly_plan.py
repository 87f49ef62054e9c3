"""The week again: sums from the advice as it is published, and the least crowding of days found by trying every week.

150 to 300 minutes with a vigorous minute counted twice, 2 days of strength, 3 of balance from 65 (bull2020); 2 days of
stretching (garber2011).
"""

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise

from calculators.kit.result import KeyFigure, Result, Table

CLEAR = "no"
CONTACTS = {"": 0, "none": 0, "call": 1, "together": 1, "group": 1}
FEWEST_SIDE_BY_SIDE = [
    min(sum(later - earlier == 1 for earlier, later in pairwise(days)) for days in combinations(range(7), many))
    for many in range(8)
]


def read_back(result: Result) -> dict[str, object]:
    """The sums, the state of each part, and what the laid-out days hold when added up."""
    (figure,) = (block for block in result.body if isinstance(block, KeyFigure))
    parts, days, ideas = (block for block in result.body if isinstance(block, Table))
    held = [row[1] for row in days.rows]
    strong = [place for place, words in enumerate(held) if re.search("strength", words, re.IGNORECASE)]
    carried = [dict(step.answers) for step in result.next_steps if step.answers]
    return {
        "minutes": int(figure.value.split()[0]),
        "parts": {row[0]: row[3] for row in parts.rows},
        "talking": _spells(held, "at a talking pace"),
        "harder": _spells(held, "harder"),
        "strength": len(strong),
        "side_by_side": sum(place + 1 in strong for place in strong),
        "stretching": sum("tretching" in words for words in held),
        "balance": sum("alance" in words for words in held),
        "contact": sum(bool(re.search("someone|group", words)) for words in held),
        "ideas": [len(ideas.rows), len(ideas.head)],
        "carried": carried[0] if carried else {},
    }


def _spells(held: Sequence[str], how: str) -> list[int]:
    """Minutes of that kind on each day that has some, longest first."""
    found = [re.search(rf"(\d+) minutes? (?:at a talking pace and \d+ minutes? )?{how}", words) for words in held]
    return sorted((_last(each[0], how) for each in found if each), reverse=True)


def _last(words: str, how: str) -> int:
    (minutes,) = re.findall(rf"(\d+) minutes? {how}", words)
    return int(minutes)


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if {given["signs"], given["crash"]} != {CLEAR}:
        return {"refers": True}
    moderate, vigorous, days = int(given["moderate"]), int(given["vigorous"] or 0), int(given["days"] or 4)
    strength, mobility, balance = (int(given[name] or 0) for name in ("strength", "mobility", "balance"))
    minutes = moderate + vigorous + vigorous
    share = (Decimal(minutes) / Decimal("1.5")).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    parts = {
        "Moving": _state(minutes, 150, f"{share}% of 150"),
        "Strength": _state(strength, 2, f"{strength} of 2 days"),
        "Stretching or steady movement": _state(mobility, 2, f"{mobility} of 2 days"),
    }
    if given["age"] == "over":
        parts["Balance"] = _state(balance, 3, f"{balance} of 3 days")
    each = moderate // days
    return {
        "refers": False,
        "minutes": minutes,
        "parts": parts,
        "talking": _dealt(moderate, days),
        "harder": _dealt(vigorous, days),
        "strength": strength,
        "side_by_side": FEWEST_SIDE_BY_SIDE[strength],
        "stretching": mobility,
        "balance": balance,
        "contact": CONTACTS[given["contact"]],
        "ideas": [4, 2 + sum(given[f"tools-{tool}"] == "yes" for tool in ("band", "weight"))],
        "carried": {"minutes": str(each), "days": str(days)} if 0 < each < 241 else {},
    }


def _state(done: int, advice: int, part: str) -> str:
    if not done:
        return "None yet. Any amount counts"
    return "All of it" if done >= advice else f"{part}. It counts"


def _dealt(minutes: int, days: int) -> list[int]:
    """Minutes dealt out one at a time to the days in turn, without days that get none."""
    return [share for turn in range(days) if (share := len(range(turn, minutes, days)))]

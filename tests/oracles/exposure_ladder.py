"""The ladder again: steps dealt into 101 levels of harm, and the tried step looked up in the page's table of answers.

The table is our own choice: 2 tries without the harm and a belief halved or down to 20, and not risen, suggest a step up.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from calculators.kit.result import Listing, Result, Table

CLEAR = "no"
MOST = 12
TOLD = ("happened", "tries", "before", "after")


def read_back(result: Result) -> dict[str, object]:
    """What the result says of the ladder and of the tried step."""
    ladder = next(block for block in result.body if isinstance(block, Table))
    gaps = [block.items[0] for block in result.body if isinstance(block, Listing) and block.title == "The widest gap"]
    said = " ".join(result.lead)
    following = re.search(r"step (\d+) next", said)
    new = re.search(r"at about (\d+) out of 100", said)
    return {
        "title": result.title,
        "ladder": [[row[1], row[2]] for row in ladder.rows],
        "gap": [int(number) for number in re.findall(r"\d+", gaps[0])] if gaps else [],
        "next": int(following[1]) if following else None,
        "new": int(new[1]) if new else None,
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if {given["signs"], given["crash"]} != {CLEAR} or given["happened"] in {"yes", "unsure"}:
        return {"refers": True}
    entered = [
        (given.get(f"steps-{line}-what", ""), given.get(f"steps-{line}-harm", "")) for line in range(1, MOST + 1)
    ]
    steps = [(what, level) for level in range(101) for what, harm in entered if harm and int(harm) == level]
    tried = int(given["tried"] or 0)
    if tried > len(steps):
        return {"error": "tried"}
    ladder = [[what, str(harm)] for what, harm in steps]
    found: dict[str, object] = {"refers": False, "gap": _gap([harm for _, harm in steps]), "next": None, "new": None}
    title = suggestion(given)
    if title == "up":
        found["next"] = tried + 1 if 0 < tried < len(steps) else None
        title = "You are on the top step" if tried == len(steps) else "You could go up a step"
    elif title == "between":
        title = "You could add an easier step"
        if tried:
            new = _half(([0] + [harm for _, harm in steps])[tried - 1] + steps[tried - 1][1])
            ladder.insert(tried - 1, ["A step of your own", f"about {new}"])
            found["new"] = new
    elif title == "ladder":
        title = f"Your ladder of {len(steps)} steps"
    return found | {"title": title, "ladder": ladder}


def suggestion(given: Mapping[str, str]) -> str:
    """The title of what a tried step suggests, or which kind of title it is."""
    if given["happened"] == "part":
        return "between"
    if not all(given[name] for name in TOLD):
        return "ladder"
    before, after = Decimal(given["before"]), Decimal(given["after"])
    fallen = before >= after and (after <= 20 or (before - after) / before >= Decimal("0.5"))
    return "up" if fallen and int(given["tries"]) > 1 else "You could stay on this step for now"


def _gap(harms: list[int]) -> list[int]:
    """Both steps of the widest gap, their harms and the number halfway; of equal gaps the lowest."""
    wide = max(high - low for low, high in pairwise(harms))
    if wide < 2:
        return []
    place = next(place for place, low in enumerate(harms) if harms[place + 1] - low == wide)
    return [place + 1, place + 2, harms[place], harms[place] + wide, _half(2 * harms[place] + wide)]


def _half(total: int) -> int:
    return total // 2 + total % 2

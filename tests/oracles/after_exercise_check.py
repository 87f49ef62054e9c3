"""The after-exercise check again, from the decision table on its page: one column for each check, read row by row.

The limits are the pain-monitoring model's (silbernagel2007, ageberg2010); the morning's 1 point and all that holds for a
usual pain of 5 or more are our own choice.
"""

from collections.abc import Mapping

CLEAR = "no"
STEP, STAY, LESS = "a small step", "stay here", "do less"
TITLES = {STEP: "You could take a small step", STAY: "Stay at this amount for now", LESS: "Do less next time"}
# The most pain during and after, by usual pain; none from 8 on.
LIMITS = (5, 5, 5, 5, 5, 7, 8, 9)
WEEKS = {
    "same": ("the same or less", STEP),
    "bit": ("1 more", STAY),
    "more": ("2 or more", LESS),
    "new": ("new activity", STAY),
}
ZONES = ("low",) * 3 + ("acceptable",) * 3 + ("high",) * 5


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if {given["signs"], given["crash"]} != {CLEAR}:
        return {"refers": True}
    usual = int(given["usual"])
    rows = [_peak("During it", usual, given["during"]), _peak("Later that day", usual, given["evening"])]
    above = int(given["morning"]) - usual
    points = LESS if above > 1 else STAY if above == 1 else STEP
    rows.append(["The next morning", given["morning"], f"{usual} or less, your usual", points])
    if given["week"]:
        said, points = WEEKS[given["week"]]
        rows.append(["Week to week", said, "the same or less", points])
    verdicts = {row[-1] for row in rows}
    verdict = next(each for each in (LESS, STAY, STEP) if each in verdicts)
    return {
        "refers": False,
        "title": TITLES[verdict],
        "figures": {"The checks point to": verdict.capitalize()},
        "tables": {"Your answers beside the limits": rows},
        "cards": [],
        "drawn": {},
        "own": [],
    }


def _peak(when: str, usual: int, pain: str) -> list[str]:
    if usual >= len(LIMITS):
        return [when, pain, "none: usual pain too high", STAY]
    said = f"{pain} ({ZONES[int(pain)]})" if usual < 5 else pain
    return [when, said, f"{LIMITS[usual]} or less", LESS if int(pain) > LIMITS[usual] else STEP]

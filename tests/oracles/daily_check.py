"""The daily check again: each part scored better 1, usual 0 or worse −1, and the sum looked up. All our own choice."""

from collections.abc import Mapping

CLEAR = "no"
PARTS = ("sleep", "energy", "stress", "pain", "confidence")
REST, EASE, STEADY = "Rest and reset (red)", "Ease back (amber)", "Steady (green)"
SUMS = dict(zip(range(-5, 6), (REST, REST, REST, EASE, EASE, *(STEADY,) * 6), strict=True))
TITLES = {REST: "Today: rest and reset", EASE: "Today: ease back", STEADY: "Today: steady"}


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if {given["signs"], given["crash"]} != {CLEAR}:
        return {"refers": True}
    ticked = [(given[f"better-{part}"] == "yes", given[f"worse-{part}"] == "yes") for part in PARTS]
    if (True, True) in ticked:
        return {"error": "worse"}
    kind = SUMS[sum(better - worse for better, worse in ticked)]
    reds = int(given["reds"] or 0) + (kind == REST)
    return {
        "refers": False,
        "title": TITLES[kind],
        "figures": {"Today looks like": kind},
        "tables": {},
        "cards": [f"{reds} hard days in 7: this may be a flare"] if reds >= 3 else [],
        "drawn": {},
        "own": [],
    }

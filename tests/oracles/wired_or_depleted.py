"""Wired or depleted again, from a grid of how many of each 4 signs are ticked. All our own choice.

A crash after small effort outweighs it wherever the reader sounds depleted.
"""

from collections.abc import Mapping

CLEAR = "no"
WIRED = ("mind", "restless", "tense", "sleep")
DEPLETED = ("heavy", "foggy", "flat", "slow")
# A row for each number of wired signs, a letter for each number of depleted ones.
GRID = ("NNDDD", "NNDDD", "WWBBB", "WWBBB", "WWBBB")
WORDS = {
    "N": ("Neither stands out today", "neither"),
    "W": ("This sounds like wired", "wired"),
    "D": ("This sounds like depleted", "depleted"),
    "B": ("This sounds like both at once", "both at once"),
}


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    wired = [given[f"wired-{sign}"] for sign in WIRED].count("yes")
    depleted = [given[f"depleted-{sign}"] for sign in DEPLETED].count("yes")
    side, crash = GRID[wired][depleted], given["crash"] != CLEAR
    if given["signs"] != CLEAR or (crash and side in "DB"):
        return {"refers": True}
    title, words = WORDS[side]
    card = "You said that small effort makes you crash, or that you are not sure"
    return {
        "refers": False,
        "title": title,
        "figures": {"This sounds like": words.capitalize()},
        "tables": {},
        "cards": [card] if crash else [],
        "drawn": {},
        "own": [],
    }

"""The split again: 100 points handed out one at a time, each to whoever is furthest below their exact share.

Nobody gets a second extra point, so this is the method of largest remainders. Equal claims go to the one listed first.
"""

import re
from collections.abc import Mapping

from calculators.kit.result import PairChart, Result, Table

PARTS = ("movement", "rest", "mind", "food", "people", "medicine", "care")
CLINIC = [20, 20, 20, 10, 10, 10, 10]


def read_back(result: Result) -> dict[str, object]:
    """Both splits, as drawn and as written, and the size of the largest share where one is named."""
    table = next(block for block in result.body if isinstance(block, Table))
    chart = next(block for block in result.body if isinstance(block, PairChart))
    return {
        "you": [int(row[1].removesuffix("%")) for row in table.rows],
        "clinic": [int(row[2].removesuffix("%")) for row in table.rows],
        "drawn": [[pair.own, pair.other] for pair in chart.pairs],
        "largest": [int(number) for number in re.findall(r"(\d+) of 100", result.lead[0])],
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    numbers = [int(given[part] or 0) for part in PARTS]
    if not any(numbers):
        return {"error": "movement"}
    own, total = [0] * len(numbers), sum(numbers)
    for _ in range(100):
        below = [100 * number - total * held for number, held in zip(numbers, own, strict=True)]
        own[below.index(max(below))] += 1
    return {
        "refers": False,
        "you": own,
        "clinic": CLINIC,
        "drawn": [list(pair) for pair in zip(own, CLINIC, strict=True)],
        "largest": [] if len(set(own)) == 1 else [max(own)],
    }

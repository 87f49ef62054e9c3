"""The review again, as the page's own list: a line for each tick, and which other parts go with which answers."""

from collections.abc import Mapping

from calculators.kit.result import CareCard, Listing, Result, Table

CLEAR = "no"
LINES = {
    "sleep": "Worse sleep",
    "stress": "Stress, worry or low mood",
    "illness": "An illness",
    "work": "More work, caring or travel",
    "new": "Something new",
    "big": "A big day",
    "still": "Sitting or lying for long",
    "medicine": "A change of medicine",
}
PATTERNS = {"busy": ["A busy spell, then a stop"], "less": ["A quieter spell"]}


def read_back(result: Result) -> dict[str, object]:
    """The lines, the titles of the other parts, and what the link to the flare plan takes along."""
    tables = [block for block in result.body if isinstance(block, Table)]
    plans = [dict(step.answers) for step in result.next_steps if step.page == "calculators/flare-plan"]
    return {
        "title": result.title,
        "lines": [row[0] for table in tables for row in table.rows],
        "columns": [len(row) for table in tables for row in table.rows],
        "parts": [block.title for block in result.body if isinstance(block, Listing | CareCard)],
        "plans": plans,
    }


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR:
        return {"refers": True}
    clear = given["crash"] == CLEAR
    lines = [words for name, words in LINES.items() if given[f"before-{name}"]]
    anything = bool(lines) or given["pattern"] == "busy"
    return {
        "refers": False,
        "title": "What came before this flare" if anything else "Nothing stands out this time",
        "lines": lines,
        "columns": [3 if clear else 2] * len(lines),
        "parts": [
            *([] if clear else ["Ask your GP about crashes after effort"]),
            *(PATTERNS.get(given["pattern"], []) if clear else []),
            "Is it a pattern?" if anything else "For another time",
        ],
        "plans": [{name: given[name] for name in ("minutes", "days", "length") if given[name]}] if clear else [],
    }

"""``python -m benchmarks``: how long a reader waits for a first answer, here and the common way.

Prints one table and writes the same as JSON to ``build/benchmarks.json``.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections import defaultdict
from dataclasses import asdict, astuple, dataclass, fields
from statistics import median

from playwright.sync_api import Playwright, sync_playwright

import calculators
from benchmarks import pages
from benchmarks.measure import Visit, line, reader, visit
from tools.chromium import ADVICE, find_chromium

_BUILD = pages.ROOT / "build"
_LINES = {"local": float("inf"), "10 Mbit/s": 10.0}
_PAGES = {"here": pages.OURS, "common": pages.COMMON}
#: Visits of one reader: the first finds nothing cached; by the third a browser has cached compiled code.
_VISITS = ("first", "second", "third")
_FILLED = "first, form filled in"
_SHOWN = ("first", "third", _FILLED)
#: A quick reader's time between touching the form and pressing Calculate, in milliseconds.
_FILLING_MS = 4_000

type Key = tuple[str, str, str]


@dataclass(frozen=True)
class Row:
    """One kind of visit, here and the common way: medians."""

    line: str
    visit: str
    here: Visit
    common: Visit

    @property
    def times_faster(self) -> float:
        """How many times sooner the answer stands here."""
        return round(self.common.answer_ms / max(self.here.answer_ms, 1), 1)


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is measured; medians are shown")
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(ADVICE)
    site = _BUILD / "benchmarks-site"
    shutil.rmtree(site, ignore_errors=True)
    pages.build(site)

    taken: dict[Key, list[Visit]] = defaultdict(list)
    with sync_playwright() as playwright:
        for _ in range(options.rounds):
            for speed, megabits in _LINES.items():
                with line(site, megabits) as url:
                    _round(playwright, chromium, url, speed, taken)
    rows = [_row(taken, speed, when) for speed in _LINES for when in _SHOWN]
    print(_table(rows))
    written = [{**asdict(row), "times_faster": row.times_faster} for row in rows]
    (_BUILD / "benchmarks.json").write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _round(playwright: Playwright, chromium: str, url: str, speed: str, taken: dict[Key, list[Visit]]) -> None:
    """Measure the pages one after the other, so that a busy minute falls on both."""
    answers = dict(calculators.find(pages.SLUG).example)
    for name, page in _PAGES.items():
        with reader(playwright, chromium) as context:
            for when in _VISITS:
                taken[speed, when, name].append(visit(context, url + page, answers, filling_ms=0))
        with reader(playwright, chromium) as context:
            filled = visit(context, url + page, answers, filling_ms=_FILLING_MS)
            taken[speed, _FILLED, name].append(filled)


def _row(taken: dict[Key, list[Visit]], speed: str, when: str) -> Row:
    here, common = (_middle(taken[speed, when, name]) for name in _PAGES)
    return Row(speed, when, here, common)


def _middle(visits: list[Visit]) -> Visit:
    return Visit(*(round(median(getattr(each, field.name) for each in visits)) for field in fields(Visit)))


def _table(rows: list[Row]) -> str:
    columns = ("answer ms", "frozen ms", "kB")
    head = ["line", "visit", *(f"{column}, {name}" for column in columns for name in _PAGES), "times faster"]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        pairs = zip(astuple(row.here), astuple(row.common), strict=True)
        numbers = [f"{number:,.0f}" for pair in pairs for number in pair]
        lines.append([row.line, row.visit, *numbers, str(row.times_faster)])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    main()

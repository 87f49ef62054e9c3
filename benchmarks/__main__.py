"""``python -m benchmarks``: how long a reader waits for a first answer, here and with what else there is.

Prints three tables, the last with what is promised, and writes the same as JSON to ``build/benchmarks.json``; README.md
says what is measured. ``python -m benchmarks authors`` measures what an author waits for, and ``faults`` how soon a
reader is told what broke.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import Error, Playwright, sync_playwright

import calculators
from benchmarks import authors, faults, pages
from benchmarks.goals import Goal, Key, goals
from benchmarks.lines import serve_over
from benchmarks.measure import Filled, Visit, reader
from benchmarks.settings import SETTINGS, Setting
from tools.chromium import ADVICE, find_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

_BUILD = pages.ROOT / "build"


_VISITS = ("first", "second", "third")


@dataclass(frozen=True)
class Taken:
    """Everything measured: visits by setting, visit and page; the filling in of our form by setting."""

    visits: dict[Key, list[Visit]] = field(default_factory=lambda: defaultdict(list))
    filled: dict[str, list[Filled]] = field(default_factory=lambda: defaultdict(list))


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each page is measured; medians are shown")
    parser.add_argument(
        "--settings", nargs="+", choices=SETTINGS, default=list(SETTINGS), help="under what; all take half an hour"
    )
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(ADVICE)
    site = _BUILD / "benchmarks-site"
    shutil.rmtree(site, ignore_errors=True)
    pages.build(site)

    taken = Taken()
    with sync_playwright() as playwright:
        for turn in range(options.rounds):
            for setting in map(SETTINGS.__getitem__, options.settings):
                print(f"Round {turn + 1} of {options.rounds}: {setting.name}", flush=True)
                with serve_over(setting.line, site) as url:
                    _round(playwright, chromium, url, setting, taken)
    first = {key: _middle(each) for key, each in taken.visits.items()}
    form = {name: _middle(each) for name, each in taken.filled.items()}
    promised = list(goals(first, form))
    print(_visit_table(first), _form_table(form), _goal_table(promised), sep="\n\n")
    written = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, {platform.processor() or 'processor not named'}",
        "versions": _versions(chromium),
        "rounds": options.rounds,
        "visits": [{"setting": key[0], "visit": key[1], "page": key[2], **each} for key, each in first.items()],
        "forms": [{"setting": name, **each} for name, each in form.items()],
        "goals": [{**asdict(goal), "met": goal.met} for goal in promised],
    }
    (_BUILD / "benchmarks.json").write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _round(playwright: Playwright, chromium: str, url: str, setting: Setting, taken: Taken) -> None:
    """Measure the pages one after the other, so that a busy minute falls on all of them."""
    answers = dict(calculators.find(pages.SLUG).example)
    times = _VISITS if setting.again else _VISITS[:1]

    def visits(page: str) -> list[Visit]:
        with reader(playwright, chromium, answers, setting.times_slower) as someone:
            return [someone.visit(page) for _ in times]

    def filled() -> Filled:
        with reader(playwright, chromium, answers, setting.times_slower) as someone:
            return someone.fill_in(url + pages.PAGES[pages.OURS])

    for name, page in pages.PAGES.items():
        for when, visit in zip(times, _measured(partial(visits, url + page), name), strict=True):
            taken.visits[setting.name, when, name].append(visit)
    taken.filled[setting.name].append(_measured(filled, f"{pages.OURS}, filled in"))


def _measured[Figures](measure: Callable[[], Figures], what: str) -> Figures:
    """What is measured; once more, and saying so, where the browser itself gave up the page, as it does now and then."""
    try:
        return measure()
    except Error as error:
        if "Target crashed" not in error.message:
            raise
        print(f"The browser's process for a page crashed ({what}): measured again.", flush=True)
        return measure()


def _middle(taken: list[Visit] | list[Filled]) -> dict[str, int]:
    """The median of each figure."""
    return {each.name: round(median(getattr(visit, each.name) for visit in taken)) for each in fields(taken[0])}


def _visit_table(visits: dict[Key, dict[str, int]]) -> str:
    rows = [["setting", "visit", "page", "answer ms", "of Pyodide's", "kB", "longest task ms"]]
    for (setting, when, name), taken in visits.items():
        part = taken["answer_ms"] / visits[setting, when, pages.STOCK]["answer_ms"]
        numbers = (f"{taken['answer_ms']:,}", f"{part:.2f}", f"{taken['kilobytes']:,}", f"{taken['task_ms']:,}")
        rows.append([setting, when, name, *numbers])
    return _table(rows)


def _form_table(forms: dict[str, dict[str, int]]) -> str:
    head = ["setting", "first press ms", "later presses ms", "longest task ms", "kB of Python before a touch"]
    return _table([head, *([name, *map(str, taken.values())] for name, taken in forms.items())])


def _goal_table(promised: list[Goal]) -> str:
    head = ["promised", "at most", "measured", ""]
    rows = ([goal.what, f"{goal.most:,}", f"{goal.measured:,}", "met" if goal.met else "NOT MET"] for goal in promised)
    return _table([head, *rows])


def _versions(chromium: str) -> dict[str, str]:
    """What was compared, and in what."""
    said = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    packages = ("pyodide", "@pyscript/core", "@micropython/micropython-webassembly-pyscript")
    folder = pages.ROOT / "node_modules"
    found = {name: str(json.loads((folder / name / "package.json").read_text("utf-8"))["version"]) for name in packages}
    return {"browser": said, "python": platform.python_version(), **found}


def _table(rows: list[list[str]]) -> str:
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["authors"]:
        authors.main(sys.argv[2:])
    elif sys.argv[1:2] == ["faults"]:
        sys.exit(faults.main())
    else:
        main()

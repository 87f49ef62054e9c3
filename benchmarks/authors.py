"""``python -m benchmarks authors``: what an author waits for, here and with Material for MkDocs on the same articles.

Prints a table with ratios and writes the same as JSON to ``build/benchmarks-authors.json``; README.md says what is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from benchmarks import article_sites
from benchmarks.author_measures import Build, Save, full_build, saves

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WORK = article_sites.ROOT / "build" / "benchmarks-authors"
OURS, PRUNED, STOCK = "Baseline", "Material, navigation.prune", "Material"
_WRITERS: dict[str, Callable[[Path, int], Path]] = {
    OURS: article_sites.ours,
    PRUNED: partial(article_sites.material, prune=True),
    STOCK: partial(article_sites.material, prune=False),
}
_ARTICLE, _PAGE = "docs/part-00/article-0003.md", "part-00/article-0003/"
_START = ("You can start small.", "You can begin small.")
#: What is edited in each project: a file, words of it, other words, and a page that shows them.
_BODY = (_ARTICLE, *_START, _PAGE)
_EDITS = {
    "body": _BODY,
    "title": (_ARTICLE, "Article 3 on small", "Article three on small", "part-00/article-0002/"),
    "source": ("docs/references.bib", "of walking in group 55", "of walking in team 55", _PAGE),
    "template": ("overrides/partials/footer.html", "On this site", "Here on this site", _PAGE),
}


@dataclass(frozen=True)
class Row:
    """What was measured of one builder on one number of articles.

    Attributes:
        articles: How many.
        builder: Which.
        build: A full build; the cheapest of the rounds, since all else that runs can only add to it.
        saves: The edits that were made, by what was edited; the quickest of the rounds.
    """

    articles: int
    builder: str
    build: Build
    saves: dict[str, Save]


def main(arguments: list[str] | None = None) -> None:
    """Write the sites, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks authors", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 200, 1_000], help="how many articles")
    parser.add_argument(
        "--rounds", type=int, default=2, help="how often the small sites are measured; 1,000 articles once"
    )
    options = parser.parse_args(arguments)
    rows = [row for size in options.sizes for row in _measure(size, options.rounds if size < 500 else 1)]
    print(_table(rows))
    written = {
        "date": datetime.now(UTC).date().isoformat(),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "rows": [asdict(row) for row in rows],
    }
    file = _WORK.with_suffix(".json")
    file.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _measure(size: int, rounds: int) -> list[Row]:
    """Measure all builders in turn, so that a busy minute falls on each of them."""
    shutil.rmtree(_WORK, ignore_errors=True)
    projects = {name: write(_WORK / f"project-{index}", size) for index, (name, write) in enumerate(_WRITERS.items())}
    builds: dict[str, list[Build]] = {name: [] for name in projects}
    for turn in range(rounds):
        for name, project in projects.items():
            print(f"{size} articles, build {turn + 1} of {rounds}: {name}", flush=True)
            builds[name].append(full_build(project, _WORK / "site"))
    rows = []
    for name, project in projects.items():
        print(f"{size} articles, live preview: {name}", flush=True)
        edits = _EDITS if name == OURS else {"body": _BODY}
        taken = dict(zip(edits, saves(project, [*edits.values()]), strict=True))
        rows.append(Row(size, name, min(builds[name], key=lambda build: build.seconds), taken))
    return rows


def _table(rows: list[Row]) -> str:
    head = (
        "articles",
        "builder",
        "build, CPU s",
        "of pruned",
        "memory MB",
        "save to page s",
        "times quicker than Material",
        "other saves s",
    )
    lines = [head, ("---",) * len(head)]
    for row in rows:
        same = {each.builder: each for each in rows if each.articles == row.articles}
        others = ", ".join(f"{name} {save.wall:.1f}" for name, save in row.saves.items() if name != "body")
        lines.append(
            (
                f"{row.articles:,}",
                row.builder,
                f"{row.build.seconds:.1f}",
                f"{row.build.seconds / same[PRUNED].build.seconds:.2f}",
                f"{row.build.megabytes:.0f}",
                f"{row.saves['body'].wall:.1f}",
                f"{same[STOCK].saves['body'].wall / row.saves['body'].wall:.0f}",
                others,
            )
        )
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    main()

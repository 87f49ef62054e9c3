"""Under what a reader's device works."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.lines import Line

NORMAL, SLOW, LINE = "normal", "processor 4 times slower", "line of 1.6 Mbit/s, 150 ms away"


@dataclass(frozen=True)
class Setting:
    """One of them.

    Attributes:
        name: as it stands in the tables.
        line: between the server and the reader.
        times_slower: the processor.
        again: whether the second and third visit are measured too; on a slow line they need nothing of it.
    """

    name: str
    line: Line
    times_slower: int = 1
    again: bool = True


#: By what the command line calls them.
SETTINGS = {
    "normal": Setting(NORMAL, Line()),
    "processor": Setting(SLOW, Line(), times_slower=4),
    "line": Setting(LINE, Line(1.6 * 125_000, 0.15), again=False),
}

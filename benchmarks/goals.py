"""What is promised of the figures, and whether it was met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.pages import OURS, STOCK
from benchmarks.settings import LINE, NORMAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

type Key = tuple[str, str, str]
type Middles = Mapping[Key, Mapping[str, int]]


@dataclass(frozen=True)
class Goal:
    """One promise beside its figure.

    Attributes:
        what: what was measured, and where.
        most: what it may be at most.
        measured: what it was.
    """

    what: str
    most: float
    measured: float

    @property
    def met(self) -> bool:
        """Whether the promise was kept."""
        return self.measured <= self.most


def goals(visits: Middles, forms: Mapping[str, Mapping[str, int]]) -> Iterator[Goal]:
    """Every promise about the settings that were measured.

    Args:
        visits: the medians by setting, visit and page.
        forms: the medians of filling in our form, by setting.
    """
    for name, taken in forms.items():
        if name == LINE:
            yield Goal(f"first answer, {name}, as a part of Pyodide's", 0.50, _part(visits, name, "first"))
            yield Goal("first visit, kB sent", 3_000, visits[name, "first", OURS]["kilobytes"])
        else:
            yield from _on_a_quick_line(name, visits, taken)
        yield Goal(f"kB of Python before a touch, {name}", 0, taken["kilobytes_before"])


def _on_a_quick_line(name: str, visits: Middles, taken: Mapping[str, int]) -> Iterator[Goal]:
    yield Goal(f"first answer, {name}, as a part of Pyodide's", 0.35, _part(visits, name, "first"))
    for when in ("second", "third"):
        yield Goal(f"{when} visit, {name}, as a part of Pyodide's", 0.25, _part(visits, name, when))
        yield Goal(f"{when} visit, {name}, kB sent", 0, visits[name, when, OURS]["kilobytes"])
    yield Goal(f"press to first answer, {name}, ms", 50 if name == NORMAL else 150, taken["press_ms"])
    yield Goal(f"press to later answers, {name}, ms", 50, taken["later_ms"])
    if name == NORMAL:
        tasks = [visits[name, when, OURS]["task_ms"] for when in ("first", "second", "third")]
        yield Goal("longest task of a visit, ms", 50, max(taken["task_ms"], *tasks))


def _part(visits: Middles, setting: str, when: str) -> float:
    ours, stock = (visits[setting, when, page]["answer_ms"] for page in (OURS, STOCK))
    return round(ours / stock, 2)

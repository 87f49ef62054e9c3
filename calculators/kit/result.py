"""What a calculator says: facts in reading order, never HTML.

Any text may hold `**words**` to set them strong. Nothing here knows how it is shown.

The parts are named tuples, because a reader's phone makes these classes in an eighth of the time that dataclasses take.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple


class Urgency(StrEnum):
    """How soon to get help; the page shows it in words, shape and colour."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    ASK = "ask"


class KeyFigure(NamedTuple):
    """The answer as a range with its doubt: never a lone number."""

    label: str
    value: str
    doubt: str


class Table(NamedTuple):
    """Rows of text under column heads; the first cell of a row is its head. A long tail can stand folded away."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    folded: bool = False


class Range(NamedTuple):
    """One bar of a range chart: `low` to `high`, with the wider range it could really be."""

    label: str
    low: int
    high: int
    doubt_low: int
    doubt_high: int


class RangeChart(NamedTuple):
    """Ranges under each other on one scale; `takeaway` is its title, `alt` says it in words.

    The reader's own value, where there is one, is marked on each of them, with its own label.
    """

    takeaway: str
    alt: str
    unit: str
    ranges: tuple[Range, ...]
    table: Table
    own: int | None = None
    own_label: str = ""


class Bar(NamedTuple):
    """One bar: its place on the axis in words, its height, and whether it is a week that holds steady."""

    label: str
    value: int
    hold: bool = False


class BarChart(NamedTuple):
    """Bars in time order, with a line at the level they lead to."""

    takeaway: str
    alt: str
    unit: str
    bars: tuple[Bar, ...]
    level: int
    level_label: str


class Pair(NamedTuple):
    """One row of a comparison: the reader's own value and another's."""

    label: str
    own: int
    other: int


class PairChart(NamedTuple):
    """The reader's own values beside another's, a pair of bars in each row, all in the same unit."""

    takeaway: str
    alt: str
    unit: str
    own: str
    other: str
    pairs: tuple[Pair, ...]


class LineChart(NamedTuple):
    """One measure over time, on a scale from `low` to `high`, with a line at the level that would matter."""

    takeaway: str
    alt: str
    unit: str
    low: int
    high: int
    points: tuple[tuple[date, Fraction], ...]
    level: Fraction
    level_label: str


class Listing(NamedTuple):
    """A titled list; `ordered` where the order matters."""

    title: str
    items: tuple[str, ...]
    ordered: bool = False


class CareCard(NamedTuple):
    """What to do and how soon, with the signs that call for it."""

    urgency: Urgency
    title: str
    items: tuple[str, ...]


class Step(NamedTuple):
    """Something the reader could do next.

    Attributes:
        text: What it is.
        page: A page of this site to go to, such as "calculators/flare-plan"; empty for none.
        answers: Answers to take along to that page's form, for the reader to check there: only by choosing the link.
    """

    text: str
    page: str = ""
    answers: Mapping[str, str] = MappingProxyType({})


class Event(NamedTuple):
    """A day for the reader's calendar. The title names no illness, because others may see a calendar."""

    day: date
    title: str
    note: str = ""


type Block = KeyFigure | Table | RangeChart | BarChart | PairChart | LineChart | Listing | CareCard


@dataclass(frozen=True, kw_only=True)
class Result:
    """A calculator's answer, in the order it is read: the plan, then why, how sure, and what else.

    Attributes:
        title: The heading.
        lead: The answer in plain words, first sentence first.
        body: The parts that carry the plan.
        working: How it was worked out, with the reader's own numbers.
        cautions: How sure anyone can be, and what to look out for.
        next_steps: What the reader could do now; always more than one, "do less" and "ask" among them.
        events: Days for a calendar file; only where the reader gave a date.
        sheet: The rows of a spreadsheet file.
        refers: Whether this sends the reader elsewhere instead of giving a plan. That is an answer, not an error.
    """

    title: str
    lead: tuple[str, ...]
    body: tuple[Block, ...] = ()
    working: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    next_steps: tuple[Step, ...] = ()
    events: tuple[Event, ...] = ()
    sheet: Table | None = None
    refers: bool = False

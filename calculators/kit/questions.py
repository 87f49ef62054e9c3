"""The kinds of question a calculator can ask: each knows its words, how an answer is read, and how it is said back.

A kind is drawn by the macro of its name in overrides/templates/field.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from re import ASCII, fullmatch
from typing import Any

from calculators.kit import parse
from calculators.kit.faults import BadAnswer
from calculators.kit.words import amount, decimal, listed, plain_date

# No honest answer to an ordinary question is longer, in characters.
LONGEST = 500


@dataclass(frozen=True)
class Question:
    """What every kind of question has.

    Attributes:
        label: The question as the reader sees it.
        missing: The sentence shown when a required answer is empty; empty text means the question is optional.
        hint: One short sentence under the label.
        default: What is used when the answer is left empty; shown in the result as "we used".
        setting: Whether it stands folded away under "Change the settings".
    """

    label: str
    _: KW_ONLY
    missing: str = ""
    hint: str = ""
    default: Any = None
    setting: bool = False

    @property
    def optional(self) -> bool:
        """Whether the reader may leave it empty."""
        return not self.missing

    @property
    def longest(self) -> int:
        """Characters of any one text that are looked at; a longer one is refused."""
        return LONGEST

    def parts(self, name: str) -> tuple[str, ...]:
        """The names its texts stand under in a form and a link: its own, or several that begin with it."""
        return (name,)

    def read(self, texts: Mapping[str, str]) -> Any:
        """The checked value.

        Args:
            texts: Tidied text by part, not all of them empty.

        Raises:
            BadAnswer: With the sentence for the reader.
        """
        raise NotImplementedError

    def say(self, value: Any) -> str:
        """The value as the reader would say it."""
        return str(value)


@dataclass(frozen=True)
class Whole(Question):
    """A whole number from `low` to `high` (both allowed), in `unit`; `like` is the example in error sentences."""

    _: KW_ONLY
    noun: str
    unit: str
    low: int
    high: int
    like: int

    def read(self, texts: Mapping[str, str]) -> int:
        """The number."""
        (text,) = texts.values()
        value = parse.number(text, self.unit)
        if value is None:
            raise BadAnswer(f"{self.noun} must be a number, like {self.like}")
        if value.denominator != 1:
            raise BadAnswer(f"{self.noun} must be a whole number, like {self.like}")
        if not self.low <= value <= self.high:
            raise BadAnswer(f"{self.noun} must be between {self.low} and {self.high}")
        return int(value)

    def say(self, value: int) -> str:
        """The number with its unit."""
        return amount(value, self.unit)


@dataclass(frozen=True)
class Rating(Whole):
    """A whole number on a short scale, as radio buttons in a row; `ends` says in words what both ends mean."""

    _: KW_ONLY
    ends: tuple[str, str]


@dataclass(frozen=True)
class Measure(Question):
    """An exact amount from `low` to `high` (both allowed) in the first of `units`; others may be typed with it.

    Attributes:
        noun: What error sentences call it.
        units: Units by name, and how many of the first one each is worth.
        low: Smallest amount, in the first unit.
        high: Largest amount, in the first unit.
        like: An example as it would be typed.
    """

    _: KW_ONLY
    noun: str
    units: Mapping[str, Fraction]
    low: int
    high: int
    like: str

    @property
    def unit(self) -> str:
        """What a number without a unit counts."""
        return next(iter(self.units))

    def read(self, texts: Mapping[str, str]) -> Fraction:
        """The amount in the first unit."""
        (text,) = texts.values()
        value = parse.amount(text, self.units)
        if value is None:
            raise BadAnswer(f"{self.noun} must be a number, like {self.like}")
        if not self.low <= value <= self.high:
            raise BadAnswer(f"{self.noun} must be between {self.low} and {amount(self.high, self.unit)}")
        return value

    def say(self, value: Fraction) -> str:
        """The amount with its unit, to at most two decimals."""
        return amount(decimal(value, 2), self.unit)


@dataclass(frozen=True)
class Choice(Question):
    """One of a few options, as radio buttons: each member of an enum with its words."""

    options: Mapping[StrEnum, str]

    def read(self, texts: Mapping[str, str]) -> StrEnum:
        """The option chosen."""
        (text,) = texts.values()
        for option in self.options:
            if text == option.value:
                return option
        raise BadAnswer(self.missing or f"Choose one of the answers to “{self.label}”")

    def say(self, value: StrEnum) -> str:
        """The option's words."""
        return self.options[value]


@dataclass(frozen=True)
class Safety(Choice):
    """A safety question: a list of things to look out for, then no, yes or not sure."""

    _: KW_ONLY
    items: tuple[str, ...]


@dataclass(frozen=True)
class Checklist(Question):
    """Any number of a few options, as tick boxes; none ticked is an answer too."""

    options: Mapping[StrEnum, str]

    def parts(self, name: str) -> tuple[str, ...]:
        """One name for each box."""
        return tuple(f"{name}-{option.value}" for option in self.options)

    def read(self, texts: Mapping[str, str]) -> frozenset[StrEnum]:
        """The options ticked."""
        if any(text not in {"", "yes"} for text in texts.values()):
            raise BadAnswer(f"Tick the answers that fit under “{self.label}”")
        return frozenset(option for option, text in zip(self.options, texts.values(), strict=True) if text)

    def say(self, value: frozenset[StrEnum]) -> str:
        """The ticked options' words, or that there are none."""
        return listed(tuple(words for option, words in self.options.items() if option in value)) or "none of these"


@dataclass(frozen=True)
class Date(Question):
    """A day between `low` and `high` (both allowed), asked as day, month and year."""

    _: KW_ONLY
    noun: str
    low: date
    high: date

    def parts(self, name: str) -> tuple[str, ...]:
        """A name each for day, month and year."""
        return tuple(f"{name}-{part}" for part in ("day", "month", "year"))

    def read(self, texts: Mapping[str, str]) -> date:
        """The day."""
        for key, text in texts.items():
            if not text:
                raise BadAnswer(f"{self.noun} must include a {key.rpartition('-')[2]}", part=key)
        day, month, year = texts.values()
        if not fullmatch(r"\d{4}", year, ASCII):
            *_, part = texts
            raise BadAnswer(f"{self.noun} must have a year of 4 numbers, like {self.low.year + 1}", part=part)
        try:
            value = date(int(year), parse.month(month), int(day) if fullmatch(r"\d{1,2}", day, ASCII) else 0)
        except ValueError:
            raise BadAnswer(f"{self.noun} must be a real date, like 27 3 2027") from None
        if not self.low <= value <= self.high:
            raise BadAnswer(f"{self.noun} must be between {plain_date(self.low)} and {plain_date(self.high)}")
        return value

    def say(self, value: date) -> str:
        """The day in words."""
        return plain_date(value)


@dataclass(frozen=True)
class Text(Question):
    """A few words of the reader's own, at most `limit` characters."""

    _: KW_ONLY
    noun: str
    limit: int

    def read(self, texts: Mapping[str, str]) -> str:
        """The words on one line."""
        (text,) = texts.values()
        kept = parse.words(text)
        if len(kept) > self.limit:
            raise BadAnswer(f"{self.noun} must be {self.limit} characters or less")
        return kept


@dataclass(frozen=True)
class Rows(Question):
    """A short list in which every row answers the same few questions.

    Attributes:
        row: What one row is called: "Step".
        columns: The questions of a row by name. Each is required in a row that is begun.
        low: Fewest rows.
        high: Most rows; this many can be filled in.
    """

    _: KW_ONLY
    row: str
    columns: Mapping[str, Question]
    low: int
    high: int

    def parts(self, name: str) -> tuple[str, ...]:
        """A name for each column of each row: `steps-1-what`."""
        return tuple(f"{name}-{place}-{column}" for place in range(1, self.high + 1) for column in self.columns)

    def read(self, texts: Mapping[str, str]) -> tuple[tuple[Any, ...], ...]:
        """The rows that were begun, in order, each a value for every column."""
        keys, rows = list(texts), []
        width = len(self.columns)
        for start in range(0, len(keys), width):
            row = keys[start : start + width]
            if any(texts[key] for key in row):
                place = start // width + 1
                rows.append(tuple(self._cell(key, texts[key], place) for key in row))
        if len(rows) < self.low:
            raise BadAnswer(self.missing or f"Fill in at least {self.low}", part=keys[len(rows) * width])
        return tuple(rows)

    def _cell(self, key: str, text: str, place: int) -> Any:
        column = self.columns[key.rpartition("-")[2]]
        try:
            if not text:
                raise BadAnswer(column.missing)
            return column.read({key: text})
        except BadAnswer as bad:
            raise BadAnswer(f"{self.row} {place}: {bad}", part=key) from None

    def say(self, value: tuple[tuple[Any, ...], ...]) -> str:
        """The rows in words."""
        columns = tuple(self.columns.values())
        return "; ".join(
            ", ".join(column.say(cell) for column, cell in zip(columns, row, strict=True)) for row in value
        )


@dataclass(frozen=True)
class Log(Question):
    """Lines the reader adds over time, each a date and some numbers with commas between: a small CSV table.

    Attributes:
        columns: The numbers' names; each is from `low` to `high`, with one decimal allowed, or empty.
        low: Smallest number.
        high: Largest number.
        lines: Most lines.
    """

    _: KW_ONLY
    columns: tuple[str, ...]
    low: int
    high: int
    lines: int

    @property
    def longest(self) -> int:
        """Room for every line."""
        return self.lines * (len(self.columns) * 6 + 14)

    @property
    def head(self) -> str:
        """The first line of an exported file."""
        return ",".join(("date", *self.columns))

    def read(self, texts: Mapping[str, str]) -> tuple[tuple[date, tuple[Fraction | None, ...]], ...]:
        """The lines in the order of their dates; a line with the date of another takes its place."""
        (text,) = texts.values()
        if len(text) > self.longest:
            raise BadAnswer(f"Keep at most {self.lines} lines; leave out the oldest")
        rows: dict[date, tuple[Fraction | None, ...]] = {}
        for place, line in enumerate(text.splitlines(), start=1):
            if line.strip() and line.strip().lower() != self.head.lower():
                day, *cells = (cell.strip() for cell in line.split(","))
                rows[self._day(day, place)] = self._numbers(cells, place)
        if not rows:
            raise BadAnswer(self.missing or "Add at least one line")
        if len(rows) > self.lines:
            raise BadAnswer(f"Keep at most {self.lines} lines; leave out the oldest")
        return tuple(sorted(rows.items()))

    def _day(self, text: str, place: int) -> date:
        try:
            return date.fromisoformat(text) if fullmatch(r"\d{4}-\d\d-\d\d", text, ASCII) else date(0, 0, 0)
        except ValueError:
            raise BadAnswer(f"Line {place} must start with a real date, like 2027-03-27") from None

    def _numbers(self, cells: list[str], place: int) -> tuple[Fraction | None, ...]:
        if len(cells) != len(self.columns):
            raise BadAnswer(f"Line {place} must have {len(self.columns)} numbers after the date, with commas between")
        numbers = tuple(parse.number(cell) if cell else None for cell in cells)
        for cell, value in zip(cells, numbers, strict=True):
            if cell and (value is None or not self.low <= value <= self.high or (value * 10).denominator != 1):
                raise BadAnswer(f"Line {place}: each number must be between {self.low} and {self.high}, like 4 or 4.5")
        return numbers

    def say(self, value: tuple[tuple[date, tuple[Fraction | None, ...]], ...]) -> str:
        """How many lines, and from when to when."""
        if len(value) == 1:
            return f"1 line, {plain_date(value[0][0])}"
        return f"{len(value)} lines, {plain_date(value[0][0])} to {plain_date(value[-1][0])}"

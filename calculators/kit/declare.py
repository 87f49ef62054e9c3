"""The questions a calculator asks, and the calculator itself.

A question is one dataclass field, declared with its words, unit and range in one place; the form, the parser, the
error sentences and the property tests are all made from it:

    class Walk(Inputs):
        minutes: int = whole("How many minutes can you walk?", noun="Minutes", missing="Enter how many minutes",
                             unit="minutes", low=1, high=240, like=5)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, dataclass_transform

from calculators.kit.result import Result


class Gate(StrEnum):
    """An answer to a safety question. "Not sure" counts as yes."""

    NO = "no"
    YES = "yes"
    UNSURE = "unsure"

    @property
    def clear(self) -> bool:
        """Whether the reader may go on: only a plain no."""
        return self is Gate.NO


@dataclass(frozen=True, kw_only=True)
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
    missing: str = ""
    hint: str = ""
    default: Any = None
    setting: bool = False

    @property
    def optional(self) -> bool:
        """Whether the reader may leave it empty."""
        return not self.missing


@dataclass(frozen=True, kw_only=True)
class Whole(Question):
    """A whole number from `low` to `high` (both allowed), in `unit`; `like` is the example in error sentences."""

    noun: str
    unit: str
    low: int
    high: int
    like: int


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One of a few options, as radio buttons: each member of an enum with its words."""

    options: Mapping[StrEnum, str]


@dataclass(frozen=True, kw_only=True)
class Safety(Choice):
    """A safety question: a list of things to look out for, then no, yes or not sure."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Date(Question):
    """A day between `low` and `high` (both allowed), asked as day, month and year."""

    noun: str
    low: date
    high: date


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """A few words of the reader's own, at most `limit` characters."""

    noun: str
    limit: int


def _declared(question: Question) -> Any:
    if question.optional:
        return field(default=question.default, metadata={"question": question})
    return field(metadata={"question": question})


def whole(
    label: str,
    *,
    noun: str,
    unit: str,
    low: int,
    high: int,
    like: int,
    missing: str = "",
    hint: str = "",
    default: int | None = None,
    setting: bool = False,
) -> Any:
    """Ask for a whole number; see `Whole`. The field's type is int, or int | None where it may stay empty."""
    return _declared(
        Whole(
            label=label,
            noun=noun,
            unit=unit,
            low=low,
            high=high,
            like=like,
            missing=missing,
            hint=hint,
            default=default,
            setting=setting,
        )
    )


def choice(
    label: str,
    options: Mapping[StrEnum, str],
    *,
    missing: str = "",
    hint: str = "",
    default: StrEnum | None = None,
    setting: bool = False,
) -> Any:
    """Ask for one of a few options; see `Choice`. The field's type is the enum."""
    return _declared(Choice(label=label, options=options, missing=missing, hint=hint, default=default, setting=setting))


def safety(label: str, *, items: tuple[str, ...], hint: str = "") -> Any:
    """Ask a safety question; see `Safety`. The field's type is `Gate`, and it can never be left empty."""
    return _declared(
        Safety(
            label=label,
            items=items,
            hint=hint,
            missing="Select yes if any of these apply to you",
            options={
                Gate.NO: "No, none of these",
                Gate.YES: "Yes, one or more",
                Gate.UNSURE: "I am not sure",
            },
        )
    )


def day(label: str, *, noun: str, low: date, high: date, hint: str = "", setting: bool = False) -> Any:
    """Ask for a date that may be left empty; see `Date`. The field's type is date | None."""
    return _declared(Date(label=label, noun=noun, low=low, high=high, hint=hint, setting=setting))


def text(label: str, *, noun: str, limit: int, default: str, hint: str = "", setting: bool = False) -> Any:
    """Ask for a few words that may be left empty; see `Text`. The field's type is str."""
    return _declared(Text(label=label, noun=noun, limit=limit, default=default, hint=hint, setting=setting))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(whole, choice, safety, day, text))
class Inputs:
    """Base of a calculator's checked answers: subclass it and declare one question a field."""

    def __init_subclass__(cls) -> None:
        """Make the subclass a frozen dataclass, so that a half-filled form cannot exist."""
        dataclass(frozen=True, kw_only=True)(cls)


def questions(inputs: type[Inputs]) -> dict[str, Question]:
    """The questions of a form by field name, in the order they are asked."""
    return {each.name: each.metadata["question"] for each in fields(inputs)}  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Calculator[I: Inputs]:
    """A pure function from checked answers to a result, with what a page needs to know about it.

    Attributes:
        slug: Its name in links; the module's name with hyphens.
        title: Its name for readers.
        version: Of its rules; printed with every result.
        inputs: The questions it asks.
        work_out: The sums.
        references: Keys of the bibliography that the sums and the words of its results rest on.
        example: The worked example's answers, as a reader would type them.
        example_note: Whom the worked example is about, in one sentence.
    """

    slug: str
    title: str
    version: str
    inputs: type[I]
    work_out: Callable[[I], Result]
    references: tuple[str, ...]
    example: Mapping[str, str]
    example_note: str


def calculator[I: Inputs](
    inputs: type[I],
    *,
    title: str,
    version: str,
    references: tuple[str, ...],
    example: Mapping[str, str],
    example_note: str,
) -> Callable[[Callable[[I], Result]], Calculator[I]]:
    """Make the decorated function this module's calculator; its slug is the module's name."""

    def wrap(work_out: Callable[[I], Result]) -> Calculator[I]:
        return Calculator(
            slug=work_out.__module__.rpartition(".")[2].replace("_", "-"),
            title=title,
            version=version,
            inputs=inputs,
            work_out=work_out,
            references=references,
            example=example,
            example_note=example_note,
        )

    return wrap

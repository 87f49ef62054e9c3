"""A calculator, and the form it asks: questions declared as the fields of a dataclass.

    class Walk(Inputs):
        minutes: int = whole("How many minutes can you walk?", noun="Minutes", missing="Enter how many minutes",
                             unit="minutes", low=1, high=240, like=5)

The form, the parser, the error sentences, the share link and the property tests are all made from that one line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, dataclass_transform

from calculators.kit.questions import (
    Checklist,
    Choice,
    Date,
    Log,
    Measure,
    Question,
    Rating,
    Rows,
    Safety,
    Text,
    Whole,
)
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


def _field[**P](kind: Callable[P, Question]) -> Callable[P, Any]:
    """A function that declares a field asked by that kind of question; it takes the kind's own arguments."""

    def declare(*args: P.args, **kwargs: P.kwargs) -> Any:
        question = kind(*args, **kwargs)
        if question.optional:
            return field(default=question.default, metadata={"question": question})
        return field(metadata={"question": question})

    return declare


whole = _field(Whole)  # int, or int | None where it may stay empty
rating = _field(Rating)  # int, likewise
measure = _field(Measure)  # Fraction, likewise
choice = _field(Choice)  # the options' enum
checklist = _field(Checklist)  # frozenset of the options' enum
day = _field(Date)  # date | None
text = _field(Text)  # str
rows = _field(Rows)  # tuple of rows, each a tuple with a value for every column
log = _field(Log)  # tuple of (date, numbers)


@_field
def safety(label: str, *, items: tuple[str, ...], missing: str, hint: str = "") -> Safety:
    """A field of type `Gate`, which can never be left empty; see `Safety`."""
    return Safety(
        label,
        {Gate.NO: "No, none of these", Gate.YES: "Yes, one or more", Gate.UNSURE: "I am not sure"},
        items=items,
        hint=hint,
        missing=missing,
    )


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(whole, rating, measure, choice, checklist, day, text, rows, log, safety),
)
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
        leads_to_effort: Whether it plans or measures effort; then it asks about warning signs before all else.
        fold: What the part of the form that stands folded away is called.
        notice: What every result ends with: what it is, and what it is not.
    """

    slug: str
    title: str
    version: str
    inputs: type[I]
    work_out: Callable[[I], Result]
    references: tuple[str, ...]
    example: Mapping[str, str]
    example_note: str
    leads_to_effort: bool
    fold: str
    notice: str


def calculator[I: Inputs](
    inputs: type[I],
    *,
    title: str,
    version: str,
    references: tuple[str, ...],
    example: Mapping[str, str],
    example_note: str,
    leads_to_effort: bool = True,
    fold: str = "Change the settings",
    notice: str = "General information, not a diagnosis.",
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
            leads_to_effort=leads_to_effort,
            fold=fold,
            notice=notice,
        )

    return wrap

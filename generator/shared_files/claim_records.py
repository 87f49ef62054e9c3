"""docs/claims.yml: every health claim once, and how sure we are of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from generator.problems import did_you_mean
from generator.shared_files import documents, records

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.problems import Problems

type Certainty = Literal["high", "moderate", "low", "very-low", "rule-of-thumb"]


class Level(NamedTuple):
    """How a level of certainty is shown to readers.

    Attributes:
        label: Its name, in a sentence's case.
        dots: Four dots, the full ones first.
        line: What it means for the reader; {people} stands for whom the claims are about.
    """

    label: str
    dots: str
    line: str

    @property
    def word(self) -> str:
        """Its name in a word or a few, as it stands beside the dots."""
        return self.label.removesuffix(" certainty").lower()

    def meaning(self, people: str) -> str:
        """What it means for the reader, where the claims are about these people."""
        return self.line.format(people=people)


# From the surest to the least sure: the order in which a page's lowest claim is found.
LEVELS: dict[str, Level] = {
    "high": Level("High certainty", "●●●●", "We are confident in this."),
    "moderate": Level("Moderate certainty", "●●●○", "This is likely, but could change."),
    "low": Level("Low certainty", "●●○○", "We are not very sure."),
    "very-low": Level("Very low certainty", "●○○○", "We do not know."),
    "rule-of-thumb": Level("Rule of thumb", "○○○○", "This has not been tested in {people}."),
}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of people, and how many of them something happened to."""

    count: Annotated[int, Meta(ge=0, description="how many people, a whole number")]
    had: Annotated[str, Meta(min_length=3, max_length=80, description="what happened to them, 3 to 80 characters")]
    rest: Annotated[str, Meta(min_length=3, max_length=40, description="what the others had, 3 to 40 characters")]
    low: Annotated[int | None, Meta(description="the fewest it could be, a whole number")] = None
    high: Annotated[int | None, Meta(description="the most it could be, a whole number")] = None


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of a claim, as people out of 100 or 1,000: every row on the same base."""

    of: Annotated[Literal[100, 1000], Meta(description="100 or 1000")]
    who: Annotated[str, Meta(min_length=3, max_length=80, description="which people, 3 to 80 characters")]
    rows: Annotated[list[Row], Meta(min_length=1, max_length=3, description="a list of 1 to 3 groups of people")]


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One health claim: what is claimed, for whom, how certain, why, and which sources say so."""

    claim: Annotated[str, Meta(min_length=10, max_length=300, description="the claim, 10 to 300 characters")]
    outcome: Annotated[str, Meta(min_length=3, max_length=100, description="what changes, 3 to 100 characters")]
    population: Annotated[str, Meta(min_length=3, max_length=150, description="for whom, 3 to 150 characters")]
    effect: Annotated[
        Literal["clear", "small", "none", "mixed", "unknown"],
        Meta(description="one of clear, small, none, mixed or unknown"),
    ]
    certainty: Annotated[Certainty, Meta(description="one of high, moderate, low, very-low or rule-of-thumb")]
    reason: Annotated[str, Meta(min_length=10, max_length=400, description="why, 10 to 400 characters")]
    sources: Annotated[list[str], Meta(max_length=6, description="a list of up to 6 keys from docs/references.bib")]
    where: Annotated[str, Meta(max_length=200, description="where in the source, up to 200 characters")]
    checked_on: Annotated[dt.date, Meta(description="a date such as 2026-11-20")]
    estimate: Annotated[
        str, Meta(min_length=3, max_length=300, description="the effect as the source gives it, 3 to 300 characters")
    ] = ""
    people: Annotated[People | None, Meta(description="`of:`, `who:` and `rows:`")] = None


def read_claims(
    text: str, path: str, problems: Problems, *, sources: Collection[str], today: dt.date
) -> tuple[dict[str, Claim], frozenset[str]]:
    """Read the claims by their ids, noting every problem.

    Args:
        text: The file's text.
        path: The file, as a problem names it.
        problems: Where problems go.
        sources: Keys of the bibliography.
        today: The day of the build, after which no claim can have been checked.

    Returns:
        The claims, and the ids of those whose record cannot be read.
    """
    document = documents.parse(text, path, problems)
    claims: dict[str, Claim] = {}
    for key in document.data:
        claim = records.read(Claim, document, (key,))
        if claim is None:
            continue
        claims[key] = claim
        for index, source in enumerate(claim.sources):
            if source not in sources:
                mend = did_you_mean(source, sources, "Add the source to docs/references.bib.")
                document.problem((key, "sources", index), f'No source is called "{source}".', mend)
        if not claim.sources and claim.certainty != "rule-of-thumb":
            document.problem(
                (key, "sources"),
                f'The claim "{key}" has no source.',
                "Name a source, or set certainty: rule-of-thumb.",
            )
        if claim.checked_on > today + dt.timedelta(days=1):  # tomorrow has begun further east
            document.problem(
                (key, "checked_on"),
                f"checked_on is {claim.checked_on}, which is still to come.",
                "Write the day on which the source was read.",
            )
        _check_people(claim.people, document, (key, "people", "rows"))
    return claims, frozenset((document.data.keys() | documents.names_in(text)) - claims.keys())


def _check_people(people: People | None, document: documents.Document, place: documents.Place) -> None:
    for index, row in enumerate(people.rows if people else []):
        if people and not (row.low or 0) <= row.count <= (people.of if row.high is None else row.high) <= people.of:
            mend = f"Write low, count and high in rising order, up to {people.of}."
            document.problem((*place, index), f"{row.count} does not fit its base or its range.", mend)
        if (row.low is None) != (row.high is None):
            document.problem((*place, index), "The range has one end.", "Write both `low:` and `high:`, or neither.")


def lowest(claims: list[Claim]) -> str:
    """The least sure of these claims' levels."""
    order = list(LEVELS)
    return max((claim.certainty for claim in claims), key=order.index)

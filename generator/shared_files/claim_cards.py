"""docs/claim-cards.yml: what clinic pages say, beside what studies show and what we would say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec
from msgspec import Meta

from generator.problems import did_you_mean
from generator.prose.tone import overstated
from generator.prose.wording import too_strong
from generator.shared_files import documents, records
from generator.shared_files.claim_records import Certainty, Claim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.problems import Problems
    from generator.shared_files.documents import Document

# Each kind of page, with the words that readers see.
SAID_IN = {
    "blog": "A clinic blog says",
    "article": "A clinic article says",
    "several": "More than one clinic page says",
    "summary": "A research summary says",
}


class Verdict(NamedTuple):
    """How a statement compares with its sources, for readers."""

    label: str
    meaning: str


VERDICTS = {
    "fair": Verdict("Fair", "The sources say so too."),
    "partly": Verdict("Partly right", "Some of it holds. Some of it goes further than the sources."),
    "overstated": Verdict("Overstated", "It promises more than the sources do."),
    "unsupported": Verdict("No support found", "We found no study that shows it."),
    "wrong": Verdict("Wrong", "The sources say something else."),
    "unsafe": Verdict("Unsafe without a warning", "It leaves out what you need to know to stay safe."),
}


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One card as its author writes it."""

    title: Annotated[str, Meta(min_length=3, max_length=60, description="what it is about, 3 to 60 characters")]
    subject: Annotated[str, Meta(description="what it belongs to, such as sleep")]
    said_in: Annotated[str, Meta(description="the kind of page, such as article")]
    says: Annotated[
        str, Meta(min_length=10, max_length=240, description="the statement in our words, 10 to 240 characters")
    ]
    verdict: Annotated[str, Meta(description="how it compares, such as partly")]
    shows: Annotated[str, Meta(min_length=10, max_length=400, description="what studies show, 10 to 400 characters")]
    number: Annotated[str, Meta(max_length=200, description="the main number with its base, up to 200 characters")] = ""
    claim: Annotated[str, Meta(description="the id of a claim in docs/claims.yml")] = ""
    certainty: Annotated[
        Certainty | None, Meta(description="one of high, moderate, low, very-low or rule-of-thumb")
    ] = None
    sources: Annotated[
        list[str], Meta(max_length=6, description="a list of up to 6 keys from docs/references.bib")
    ] = []
    say: Annotated[str, Meta(max_length=240, description="what we would say, up to 240 characters")] = ""
    told_in: Annotated[str, Meta(description="a page such as articles/flare-ups.md")]
    checked_on: Annotated[dt.date, Meta(description="a date such as 2026-11-20")]


@dataclass(frozen=True)
class Card:
    """One statement of a clinic page and what is known of it.

    Attributes:
        title: What it is about; takes no side.
        subject: A word of docs/vocabulary.yml.
        said_in: One of `SAID_IN`.
        says: The statement, in our own words.
        verdict: One of `VERDICTS`.
        shows: What studies show.
        number: The main number with its base, or nothing.
        certainty: How sure we are of what we would say: a level of `generator.shared_files.claim_records.LEVELS`.
        sources: Keys of the bibliography.
        say: What we would say instead.
        told_in: The page that tells it in full.
        claim: The claim that it takes its certainty and sources from; empty if it has its own.
    """

    title: str
    subject: str
    said_in: str
    says: str
    verdict: str
    shows: str
    number: str
    certainty: str
    sources: tuple[str, ...]
    say: str
    told_in: str
    claim: str


class _Known(NamedTuple):
    """What a card may name."""

    claims: Mapping[str, Claim]
    sources: Collection[str]
    pages: Collection[str]
    subjects: Collection[str] | None
    today: dt.date


def read_claim_cards(
    text: str,
    path: str,
    problems: Problems,
    *,
    claims: Mapping[str, Claim],
    unreadable: Collection[str] = (),
    sources: Collection[str],
    pages: Collection[str],
    subjects: Collection[str] | None,
    today: dt.date,
) -> dict[str, Card]:
    """Read the cards by their ids, noting every problem.

    Args:
        text: The file's text.
        path: The file, as a problem names it.
        problems: Where problems go.
        claims: The claims that a card may rest on.
        unreadable: Ids of claims whose problems are noted where they stand; a card that rests on one is left out.
        sources: Keys of the bibliography.
        pages: The files of all pages.
        subjects: What a card may be about; None if that cannot be read, and is noted where it stands.
        today: The day of the build, after which no card can have been checked.
    """
    document = documents.parse(text, path, problems)
    known = _Known(claims, sources, pages, subjects, today)
    cards: dict[str, Card] = {}
    for key in document.data:
        record = records.read(_Record, document, (key,))
        if record and record.claim in unreadable:
            continue
        if record and _names_are_known(document, key, record, known) and (card := _card(document, key, record, claims)):
            cards[key] = card
            _check_words(document, key, card)
    return cards


def _names_are_known(document: Document, key: str, record: _Record, known: _Known) -> bool:
    before = len(document.problems)
    for name, allowed in (("subject", known.subjects), ("said_in", SAID_IN), ("verdict", VERDICTS)):
        value = getattr(record, name)
        if allowed is not None and value not in allowed:
            mend = did_you_mean(value, allowed, f"Write one of {', '.join(allowed)}.")
            document.problem((key, name), f'`{name}` cannot be "{value}".', mend)
    for index, source in enumerate(record.sources):
        if source not in known.sources:
            mend = did_you_mean(source, known.sources, "Add the source to docs/references.bib.")
            document.problem((key, "sources", index), f'No source is called "{source}".', mend)
    if record.claim and record.claim not in known.claims:
        mend = did_you_mean(record.claim, known.claims, "Add the claim to docs/claims.yml.")
        document.problem((key, "claim"), f'No claim is called "{record.claim}".', mend)
    if record.told_in not in known.pages:
        mend = did_you_mean(record.told_in, known.pages, "Write its path below docs/.")
        document.problem((key, "told_in"), f'No page is called "{record.told_in}".', mend)
    if record.checked_on > known.today + dt.timedelta(days=1):  # tomorrow has begun further east
        what = f"checked_on is {record.checked_on}, which is still to come."
        document.problem((key, "checked_on"), what, "Write the day on which the sources were read.")
    return len(document.problems) == before


def _card(document: Document, key: str, record: _Record, claims: Mapping[str, Claim]) -> Card | None:
    """The card with what it takes from its claim."""
    claim = claims.get(record.claim)
    certainty = record.certainty or (claim.certainty if claim else None)
    say = record.say or (claim.claim if claim else "")
    sources = list(dict.fromkeys([*record.sources, *(claim.sources if claim else [])]))
    if claim and record.certainty:
        document.problem((key, "certainty"), "The card has a claim, which says how sure we are.", "Take certainty out.")
    elif not certainty or not say:
        missing = "certainty" if not certainty else "say"
        document.problem((key,), f"`{missing}` is missing.", f"Write `{missing}:`, or `claim:` with the id of a claim.")
    elif not sources and certainty not in {"very-low", "rule-of-thumb"}:
        what = f'The card "{key}" has no source.'
        document.problem((key,), what, "Name a source, or set certainty: very-low or rule-of-thumb.")
    else:
        told = msgspec.structs.asdict(record)
        kept = {name: told[name] for name in Card.__dataclass_fields__ if name in told}
        return Card(**kept | {"certainty": certainty, "say": say, "sources": tuple(sources)})
    return None


def _check_words(document: Document, key: str, card: Card) -> None:
    if mend := too_strong(card.say, card.certainty):
        what = f'What we would say in "{key}" is surer than its certainty, which is {card.certainty}.'
        document.problem((key, "say"), what, mend)
    for name in ("say", "shows", "title"):
        if card.certainty != "high" and (found := overstated(getattr(card, name))):
            document.problem((key, name), f'"{found.word}" promises too much.', f"Say {found.say}.")

"""The urgent-help cards: docs/help-now.yml, read and turned into HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from generator import records

if TYPE_CHECKING:
    from generator.problems import Problems


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One care card: when to ask for help, and how soon."""

    level: Annotated[Literal["emergency", "urgent", "crisis"], Meta(description="one of emergency, urgent or crisis")]
    title: Annotated[str, Meta(min_length=3, max_length=80, description="3 to 80 characters")]
    signs: Annotated[list[str], Meta(min_length=1, max_length=8, description="a list of 1 to 8 lines")]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The urgent help of one country."""

    name: Annotated[str, Meta(min_length=2, max_length=40, description="the country's name, 2 to 40 characters")]
    summary: Annotated[str, Meta(min_length=10, max_length=200, description="one line, 10 to 200 characters")]
    cards: Annotated[list[Card], Meta(min_length=1, max_length=3, description="a list of 1 to 3 cards")]


def read_help(text: str, path: str, problems: Problems) -> str:
    """The HTML of the urgent-help box, or nothing if the file has problems.

    The first country of the file is the one whose line and cards are shown first.
    """
    document = records.parse(text, path, problems)
    countries = [records.read(Country, document, (code,)) for code in document.data]
    if not countries or None in countries:
        return ""
    return _box([country for country in countries if country])


def _box(countries: list[Country]) -> str:
    first = countries[0]
    cards = "\n".join(_country(country, alone=len(countries) == 1) for country in countries)
    return (
        '<aside class="help-now" aria-labelledby="help-now-title">\n'
        '<h2 class="help-now__title" id="help-now-title">Get help now</h2>\n'
        f'<p class="help-now__summary">{escape(first.summary)}</p>\n'
        '<details class="help-now__cards">\n<summary>See when to get help</summary>\n'
        f"{cards}\n</details>\n</aside>"
    )


def _country(country: Country, *, alone: bool) -> str:
    heading = "" if alone else f"<h3>{escape(country.name)}</h3>\n"
    return heading + "\n".join(_card(card, 3 if alone else 4) for card in country.cards)


def _card(card: Card, level: int) -> str:
    signs = "\n".join(f"<li>{escape(sign)}</li>" for sign in card.signs)
    return (
        f'<div class="care-card care-card--{card.level}">\n'
        f"<h{level}>{escape(card.title)}</h{level}>\n<ul>\n{signs}\n</ul>\n</div>"
    )

"""Urgent help: docs/help-now.yml, read and turned into HTML.

The signs stand once, with the first country of the file. They are the same everywhere: of other countries only the
numbers differ.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from generator.shared_files import documents, records

if TYPE_CHECKING:
    from generator.problems import Problems

_NUMBER = r"^[0-9][0-9 -]*$"


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A telephone line, and who answers it."""

    number: Annotated[str, Meta(pattern=_NUMBER, description="a telephone number in quotes: digits, spaces, hyphens")]
    reaches: Annotated[str, Meta(min_length=3, max_length=100, description="who answers, 3 to 100 characters")]


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One care card: when to ask for help, and how soon."""

    level: Annotated[Literal["emergency", "urgent", "crisis"], Meta(description="one of emergency, urgent or crisis")]
    title: Annotated[str, Meta(min_length=3, max_length=80, description="3 to 80 characters")]
    signs: Annotated[list[str], Meta(min_length=1, max_length=8, description="a list of 1 to 8 lines")]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The telephone lines of one country, and where we found them."""

    name: Annotated[str, Meta(min_length=2, max_length=40, description="the country's name, 2 to 40 characters")]
    lines: Annotated[list[Line], Meta(min_length=1, max_length=5, description="a list of 1 to 5 lines")]
    seen: Annotated[list[str], Meta(min_length=1, description="a list of addresses where the numbers stand")]
    checked_on: Annotated[dt.date, Meta(description="a date such as 2026-11-20")]


class Home(Country, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first country: also the signs, each with what to do there."""

    summary: Annotated[str, Meta(min_length=10, max_length=200, description="one line, 10 to 200 characters")]
    cards: Annotated[list[Card], Meta(min_length=1, max_length=3, description="a list of 1 to 3 cards")]


@dataclass(frozen=True)
class Help:
    """All of docs/help-now.yml."""

    home: Home
    elsewhere: tuple[Country, ...]


def read_help(text: str, path: str, problems: Problems) -> Help | None:
    """Read the countries; nothing if the file has problems."""
    document = documents.parse(text, path, problems)
    if not document.data:
        return None
    first, *others = document.data
    home = records.read(Home, document, (first,))
    elsewhere = [records.read(Country, document, (code,)) for code in others]
    if home is None or None in elsewhere:
        return None
    return Help(home, tuple(country for country in elsewhere if country))


def folded_box(help_now: Help, more: str) -> str:
    """The box of every page, whose cards fold away so that on a phone the page starts on the first screen.

    Args:
        help_now: The file.
        more: The address of the page that tells more; empty if there is none.
    """
    link = f'<p class="help-now__more"><a href="{escape(more)}">More help, and numbers outside the UK</a></p>\n'
    return (
        f'<aside class="help-now" aria-labelledby="help-now-title" data-no-search>\n{_head(help_now.home)}\n'
        '<details class="help-now__cards">\n<summary>See when to get help</summary>\n'
        f"{_cards(help_now.home)}\n{link if more else ''}</details>\n</aside>"
    )


def open_box(help_now: Help) -> str:
    """The box with nothing folded, and a button for each line."""
    lines = "\n".join(f"<li>{_button(line)}</li>" for line in help_now.home.lines)
    return (
        f'<section class="help-now help-now--open" aria-labelledby="help-now-title">\n{_head(help_now.home)}\n'
        f'<ul class="help-lines">\n{lines}\n</ul>\n{_cards(help_now.home)}\n</section>'
    )


def call(line: Line) -> str:
    """The address that makes a telephone ring that line."""
    return f"tel:{line.number.replace(' ', '').replace('-', '')}"


def _head(home: Home) -> str:
    return (
        '<h2 class="help-now__title" id="help-now-title">Get help now</h2>\n'
        f'<p class="help-now__summary">{escape(home.summary)}</p>'
    )


def _button(line: Line) -> str:
    return f'<a class="button" href="{call(line)}"><strong>{line.number}</strong> {escape(line.reaches)}</a>'


def _cards(home: Home) -> str:
    return "\n".join(_card(card) for card in home.cards)


def _card(card: Card) -> str:
    signs = "\n".join(f"<li>{escape(sign)}</li>" for sign in card.signs)
    return (
        f'<div class="care-card care-card--{card.level}">\n<h3>{escape(card.title)}</h3>\n<ul>\n{signs}\n</ul>\n</div>'
    )

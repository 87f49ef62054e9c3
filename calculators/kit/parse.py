"""Numbers, months and words out of untrusted text.

Forgiving where the meaning is plain ("50 years", " 1,000 ", "5 ft 9", a pasted invisible mark), strict where it is not
("1,5", other scripts' digits, "1_000", marks that change the order letters are shown in).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from calculators.kit.words import MONTHS

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_JOINERS = "\u200c\u200d"
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.(\d*))?", re.ASCII)
_PIECE = re.compile(r"(\d[\d.,]*)(\D*)", re.ASCII)
# A number of more digits is out of any range; converting hundreds of them would only cost time.
_DIGITS = 12

# How each unit may be typed, in lower case.
SPELLINGS = {
    "minutes": ("minutes", "minute", "mins", "min", "m"),
    "hours": ("hours", "hour", "hrs", "hr", "h"),
    "seconds": ("seconds", "second", "secs", "sec", "s"),
    "days": ("days", "day", "d"),
    "years": ("years old", "years", "year", "yrs", "yr", "y"),
    "beats a minute": ("beats a minute", "beats per minute", "beats", "bpm"),
    "%": ("%", "percent", "per cent"),
    "cm": ("cm", "centimetres", "centimeters", "centimetre", "centimeter"),
    "metres": ("metres", "meters", "metre", "meter", "m"),
    "feet": ("feet", "foot", "ft", "'", "’"),
    "inches": ("inches", "inch", "in", "''", '"', "”"),
    "kg": ("kg", "kgs", "kilograms", "kilogram", "kilos", "kilo"),
    "stone": ("stone", "stones", "st"),
    "pounds": ("pounds", "pound", "lbs", "lb"),
    "stands": ("stands", "stand", "times"),
}
# What a last number without a unit counts after each of these: "5 ft 9", "7 h 30".
_SMALLER = {"feet": "inches", "stone": "pounds", "hours": "minutes", "metres": "cm"}


def blank(text: str) -> bool:
    """Whether the text shows nothing: empty, or only spaces and hidden marks."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def tidy(text: str, longest: int) -> str:
    """The text without invisible marks and outer spaces, cut just past the longest that could be honest."""
    return text[: longest + 1].translate(_INVISIBLE).strip()


def number(text: str, unit: str = "") -> Fraction | None:
    """The number in a text, its unit typed or not; None where it is not plainly one number."""
    lowered = text.lower().replace("−", "-")
    for spelling in ("", *SPELLINGS.get(unit, (unit,))):
        for ending in (spelling, f"{spelling}."):
            if found := _NUMBER.fullmatch(lowered.removesuffix(ending).rstrip()):
                sign, digits, places = found.groups()
                bare, places = re.sub("[ ,]", "", digits).lstrip("0") or "0", (places or "").rstrip("0")
                if len(bare) > _DIGITS or len(places) > _DIGITS:
                    bare, places = "1" + "0" * _DIGITS, ""
                return Fraction(f"{sign}{bare}.{places or 0}")
    return None


def amount(text: str, units: Mapping[str, Fraction]) -> Fraction | None:
    """The amount in a text such as "175", "1.75 m", "5 ft 9" or "7 h 30 min"; None where it is not plainly one.

    Args:
        text: What was typed.
        units: Units that may be typed and how much each is worth. A number without a unit counts the first.
    """
    plain = number(text, next(iter(units)))
    if plain is not None:
        return plain
    if not _PIECE.match(text):
        return None
    total, before = Fraction(0), ""
    for digits, typed in _PIECE.findall(text.lower()):
        value, unit = (
            number(digits),
            _unit(typed.strip(" .,"), units) or ("" if typed.strip() else _SMALLER.get(before, "")),
        )
        if value is None or unit not in units or (before and units[unit] >= units[before]):
            return None
        total, before = total + value * units[unit], unit
    return total


def _unit(typed: str, units: Mapping[str, Fraction]) -> str:
    return next((unit for unit in units if typed and typed in SPELLINGS.get(unit, (unit,))), "")


def month(text: str) -> int:
    """The month's number from "3", "03", "March" or "mar"; 0, which no date has, where it is none of these."""
    if re.fullmatch(r"\d{1,2}", text, re.ASCII):
        return int(text)
    start = text.lower().rstrip(".")
    for place, name in enumerate(MONTHS, start=1):
        if len(start) >= 3 and name.lower().startswith(start):
            return place
    return 0


def words(text: str) -> str:
    """The text on one line, without what could change the words around it.

    Control and direction marks go: they show nothing, or show the rest in another order. The two joiners stay, because
    some scripts and pictures need them. Two stars in a row become one: two would set words strong (see `result`).
    """
    kept = "".join(char if char.isprintable() or char in _JOINERS else " " for char in text)
    return re.sub(r"\*{2,}", "*", " ".join(kept.split()))

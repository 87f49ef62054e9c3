"""Every pair of colours that meet on a page, in each of the four schemes, is far enough apart to be read."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "css" / "tokens.css"
SCHEMES = ("light", "dark", "bright", "night")
GROUNDS = ("paper", "surface", "tint", "warm")
TEXT = 4.5  # WCAG 2.2, 1.4.3
LINE = 3.0  # WCAG 2.2, 1.4.11

PAIRS = [
    *((text, ground, TEXT) for text, ground in product(("ink", "ink-soft", "link", "link-strong", "danger"), GROUNDS)),
    *((line, ground, LINE) for line, ground in product(("line", "action", "step", "focus"), GROUNDS)),
    ("on-action", "action", TEXT),
    ("on-action", "link-strong", TEXT),
    ("on-danger", "danger-fill", TEXT),
    ("danger", "danger-tint", TEXT),
    ("ink", "danger-tint", TEXT),
    ("focus", "halo", LINE),
]
HIGH = 7.0  # WCAG 2.2, 1.4.6: what someone who asks for high contrast gets for text


def colours() -> dict[str, dict[str, str]]:
    """Each colour of the style sheet by scheme and name."""
    found: dict[str, dict[str, str]] = {scheme: {} for scheme in SCHEMES}
    for name, values in re.findall(r"--([a-z-]+): ((?:var\(--[a-z]+, #[0-9a-f]{6}\) ?)+);", TOKENS.read_text("utf-8")):
        for scheme, value in re.findall(r"var\(--([a-z]+), (#[0-9a-f]{6})\)", values):
            found[scheme][name] = value
    return found


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_colour_is_given_for_every_scheme() -> None:
    names = {scheme: set(found) for scheme, found in colours().items()}
    named = {name for pair in PAIRS for name in pair[:2]}
    for scheme in SCHEMES:
        assert names[scheme] == named | {"rule"}, scheme  # a rule only divides: nothing is lost without it


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_that_meet_stand_apart(scheme: str) -> None:
    found = colours()[scheme]
    raised = scheme in {"bright", "night"}
    close = [
        f"{front} on {ground}: {ratio:.2f}"
        for front, ground, least in PAIRS
        if (ratio := contrast(found[front], found[ground])) < (HIGH if raised and least == TEXT else least)
    ]
    assert close == []

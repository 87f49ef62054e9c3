"""Numbers with their units, as a sentence has them."""

from fractions import Fraction

import pytest

from calculators.kit.words import amount, decimal, listed


@pytest.mark.parametrize(
    ("units", "said"),
    [
        ("minutes", "1 minute"),
        ("feet", "1 foot"),
        ("inches", "1 inch"),
        ("stone", "1 stone"),
        ("kg", "1 kg"),
        ("beats a minute", "1 beat a minute"),
        ("stands in 30 seconds", "1 stand in 30 seconds"),
        ("%", "1%"),
        ("", "1"),
    ],
)
def test_one_of_a_unit(units: str, said: str) -> None:
    assert amount(1, units) == said


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(1005, 100), 1, "10.1"),
        (Fraction(10), 0, "10"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(100), 2, "100"),
        (Fraction(-5, 4), 2, "-1.25"),
        (Fraction(-1, 100), 1, "0"),
        (Fraction(1, 20), 2, "0.05"),
    ],
    ids=str,
)
def test_a_number_has_no_more_digits_than_it_needs(value: Fraction, places: int, said: str) -> None:
    assert decimal(value, places) == said


@pytest.mark.parametrize(
    ("parts", "said"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")], ids=str
)
def test_a_list_in_a_sentence(parts: tuple[str, ...], said: str) -> None:
    assert listed(parts) == said

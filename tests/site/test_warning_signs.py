"""The warning signs a calculator shows are those of the urgent-help box, word for word."""

from pathlib import Path

import yaml

from calculators import _safety

HELP = Path(__file__).resolve().parents[2] / "docs" / "help-now.yml"


def test_calculators_and_the_help_box_name_the_same_signs() -> None:
    first_country = next(iter(yaml.safe_load(HELP.read_text(encoding="utf-8")).values()))
    cards = {card["level"]: (card["title"], tuple(card["signs"])) for card in first_country["cards"]}
    for card in (_safety.EMERGENCY_SIGNS, _safety.URGENT_SIGNS):
        assert cards[card.urgency.value] == (card.title, card.items)

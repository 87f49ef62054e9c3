"""Water for a dough: a share of the weight of the flour, which depends on the bread."""

from __future__ import annotations

from enum import StrEnum

from calculators.kit.declare import Inputs, calculator, choice, whole
from calculators.kit.result import KeyFigure, Result, Step, Table

SALT = 2  # percent of the flour (own choice)


class Bread(StrEnum):
    """Which bread it is to be."""

    TIN = "tin"
    CRUSTY = "crusty"
    FLAT = "flat"


NAMES: dict[StrEnum, str] = {
    Bread.TIN: "Soft loaf in a tin",
    Bread.CRUSTY: "Crusty loaf",
    Bread.FLAT: "Flat bread with large holes",
}
WATER = {Bread.TIN: 62, Bread.CRUSTY: 70, Bread.FLAT: 80}  # percent of the flour (own choice)


class Dough(Inputs):
    """What the reader is asked."""

    flour: int = whole(
        "How much flour do you have?",
        noun="Flour",
        missing="Enter how much flour you have",
        unit="grams",
        low=50,
        high=5000,
        like=500,
    )
    bread: Bread = choice("Which bread do you want?", NAMES, missing="Select a bread")


@calculator(
    Dough,
    title="Water for a dough",
    version="1.0",
    references=(),
    example={"flour": "500", "bread": "crusty"},
    example_note="Someone with a bag of 500 g who wants a crusty loaf.",
    leads_to_effort=False,
    notice="A place to start from.",
)
def dough_water(answers: Dough) -> Result:
    """Weigh the water and the salt."""
    share = WATER[answers.bread]
    water, salt = (round(answers.flour * part / 100) for part in (share, SALT))
    return Result(
        title=f"{water} g of water",
        lead=(f"**Mix {answers.flour} g of flour with {water} g of water and {salt} g of salt.**",),
        body=(
            KeyFigure("Water", f"{water} g", f"{share}% of the weight of the flour."),
            Table(
                caption="The same flour for each bread",
                head=("Bread", "Water"),
                rows=tuple((NAMES[bread], f"{round(answers.flour * part / 100)} g") for bread, part in WATER.items()),
            ),
        ),
        working=(f"{answers.flour} × {share} ÷ 100 is {water}, to the nearest gram.",),
        cautions=("Flours take up water differently. Hold a little back, and add it if the dough is stiff.",),
        next_steps=(Step("Bake half of it, and see how you like it."), Step("Ask someone who bakes.")),
    )

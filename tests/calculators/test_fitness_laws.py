"""Laws of the fitness tests: a better result never gets a lower place, and nothing is said where nothing is known."""

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import calculators
from calculators._fitness_tests import Sex
from calculators._norms import DODDS, DODDS_CENTILES, LOW_GRIP, STANDS, TOMKINSON, TOMKINSON_CENTILES, dodds, tomkinson
from calculators._walk_equations import EQUATIONS, lower_limit, predicted
from calculators.grip_strength import FIFTH_NAMES, fifth
from calculators.kit.declare import Calculator
from calculators.kit.result import KeyFigure, RangeChart, Table
from calculators.sit_to_stand import norm
from tests.strategies import Typed, clear, result, typed

WALK, STAND, GRIP = (calculators.find(slug) for slug in ("six-minute-walk", "sit-to-stand", "grip-strength"))
TESTS = (WALK, STAND, GRIP)
SETS = st.sampled_from((Sex.MEN, Sex.WOMEN))
AGES = st.integers(20, 110)
KGS = st.decimals(1, 100, places=1).map(Fraction)
OWN = "Against your own first result"
PAGES = Path(__file__).resolve().parents[2] / "docs" / "calculators"


def says(slug: str, answers: Typed) -> str:
    said = json.loads(calculators.answer(slug, urlencode(answers)))
    return str(said["notes"]).partition("Answers given:")[0]


@given(SETS, st.integers(130, 210), st.integers(35, 180), st.integers(40, 79))
def test_no_equation_has_a_longer_walk_for_an_older_person(sex: Sex, height: int, weight: int, age: int) -> None:
    younger, older = (predicted(sex, Fraction(height), Fraction(weight), years) for years in (age, age + 1))
    assert all(older[name] < younger[name] for name in EQUATIONS)
    assert lower_limit(sex, older) < lower_limit(sex, younger)


@given(typed(WALK.inputs, gate="no"))
def test_a_spread_is_never_one_number(answers: Typed) -> None:
    made = result(WALK, answers)
    assert made
    spreads = [block for block in made.body if isinstance(block, KeyFigure) and block.label != OWN]
    tables = [block for block in made.body if isinstance(block, Table)]
    assert all(re.fullmatch(r"(\d+) to (\d+) metres", figure.value) for figure in spreads)
    assert [len(table.rows) for table in tables] == [len(EQUATIONS) + 1] * len(tables)
    assert bool(spreads) == bool(tables)


@given(typed(WALK.inputs, gate="no"), st.integers(18, 39) | st.integers(81, 110))
def test_outside_40_to_80_a_walk_stands_beside_nothing_but_itself(answers: Typed, age: int) -> None:
    made = result(WALK, answers | {"age": str(age)})
    assert made
    assert [block.label for block in made.body if isinstance(block, KeyFigure)] == [OWN] * bool(answers.get("first"))
    assert not any(isinstance(block, Table | RangeChart) for block in made.body)


@pytest.mark.parametrize("calculator", TESTS, ids=lambda each: each.slug)
@given(data=st.data())
def test_own_change_comes_before_all_comparison(calculator: Calculator[Any], data: st.DataObject) -> None:
    answers = data.draw(typed(calculator.inputs, gate="no")) | {"first": "9"}
    made = result(calculator, answers | ({"arms": "no"} if calculator is STAND else {}))
    assert made
    assert isinstance(made.body[0], KeyFigure)
    assert made.body[0].label == OWN


@pytest.mark.parametrize("calculator", TESTS, ids=lambda each: each.slug)
@given(data=st.data())
def test_both_says_what_each_set_says(calculator: Calculator[Any], data: st.DataObject) -> None:
    answers = data.draw(typed(calculator.inputs, gate="no"))
    charts = {}
    for sex in Sex:
        made = result(calculator, answers | {"sex": sex.value})
        assert made
        charts[sex] = [each for block in made.body if isinstance(block, RangeChart) for each in block.ranges]
    # A walk is beside no set where one equation of the two sets comes to nothing.
    assert charts[Sex.BOTH] in ([], charts[Sex.MEN] + charts[Sex.WOMEN])


@pytest.mark.parametrize("sex", [Sex.MEN, Sex.WOMEN])
def test_below_average_is_the_lower_end_of_the_middle_half(sex: Sex) -> None:
    for age in range(60, 95):
        found = norm(sex, age)
        assert found
        assert found.cut == found.low < found.high
    assert all(now[place] <= before[place] for before, now in pairwise(STANDS[sex].values()) for place in range(3))


@given(st.integers(18, 59) | st.integers(95, 110), st.integers(0, 60), st.sampled_from(Sex))
def test_no_figures_no_verdict(age: int, stands: int, sex: Sex) -> None:
    answers = clear(STAND.inputs) | {"age": str(age), "stands": str(stands), "arms": "no", "sex": sex.value}
    said = says(STAND.slug, answers)
    assert "we give no comparison" in said
    assert not re.search("below the line|below average|middle half|healthy people aged", said, re.IGNORECASE)


@given(AGES, st.integers(0, 60))
def test_arms_used_scores_0_whatever_the_count(age: int, stands: int) -> None:
    answers = clear(STAND.inputs) | {"age": str(age), "stands": str(stands), "arms": "yes"}
    made = result(STAND, answers)
    assert made
    assert made.title == "Your score: 0 stands, because you used your arms"
    assert not any(isinstance(block, Table | RangeChart) for block in made.body)


@pytest.mark.parametrize("table", [DODDS, TOMKINSON], ids=["dodds", "tomkinson"])
@pytest.mark.parametrize("sex", [Sex.MEN, Sex.WOMEN])
def test_grip_rises_from_centile_to_centile_and_falls_from_60(
    table: dict[Sex, dict[int, tuple[Fraction, ...]]], sex: Sex
) -> None:
    rows = table[sex]
    assert all(low < high for row in rows.values() for low, high in pairwise(row))
    assert {len(row) for row in rows.values()} <= {len(DODDS_CENTILES), len(TOMKINSON_CENTILES)}
    assert [later - age for age, later in pairwise(rows)] == [5] * (len(rows) - 1)
    late = [row for age, row in rows.items() if age >= 60]
    assert all(older < younger for before, now in pairwise(late) for younger, older in zip(before, now, strict=True))


@pytest.mark.parametrize("sex", [Sex.MEN, Sex.WOMEN])
def test_the_highest_middles_are_those_of_the_abstracts(sex: Sex) -> None:
    men = sex is Sex.MEN
    assert max(row[2] for row in DODDS[sex].values()) == (51 if men else 31)
    assert max(row[5] for row in TOMKINSON[sex].values()) == Fraction("49.7" if men else "29.7")


@given(SETS, st.integers(20, 90))
def test_a_line_between_two_ages_stays_between_them(sex: Sex, age: int) -> None:
    rows, found = DODDS[sex], tuple(dodds(sex, age).values())
    ends = rows[age // 5 * 5], rows[-(-age // 5) * 5]
    assert all(min(pair) <= value <= max(pair) for value, *pair in zip(found, *ends, strict=True))
    if age % 5 == 0:
        assert found == rows[age]


@given(SETS, AGES, KGS, KGS)
@example(Sex.MEN, 60, Fraction(45), Fraction(45))
def test_a_stronger_squeeze_never_gets_a_lower_band(sex: Sex, age: int, one: Fraction, other: Fraction) -> None:
    weak, strong = sorted((one, other))
    centiles = tomkinson(sex, age)
    assert FIFTH_NAMES.index(fifth(weak, centiles)) <= FIFTH_NAMES.index(fifth(strong, centiles))
    places = [_first_place(sex, age, kg) for kg in (weak, strong)]
    assert places == sorted(places)


def _first_place(sex: Sex, age: int, kg: Fraction) -> list[int]:
    """Where the band of each set of figures begins."""
    made = result(GRIP, clear(GRIP.inputs) | {"grip": str(float(kg)), "age": str(age), "sex": sex.value})
    assert made
    rows = [row for block in made.body if isinstance(block, Table) for row in block.rows]
    return [0 if "before" in row[1] else int(row[1].removeprefix("from ").split()[0]) for row in rows]


@given(st.sampled_from(Sex), AGES, KGS)
def test_the_cut_off_does_not_know_age(sex: Sex, age: int, kg: Fraction) -> None:
    answers = clear(GRIP.inputs) | {"grip": str(float(kg)), "sex": sex.value}
    made, at_30 = (result(GRIP, answers | {"age": str(years)}) for years in (age, 30))
    assert made
    assert at_30
    assert made.lead[-1] == at_30.lead[-1]
    assert ("Ask a GP about" in made.next_steps[0].text) == any(kg < LOW_GRIP[each] for each in sex.sets)


@given(st.integers(10, 999))
def test_kg_and_pounds_say_the_same(tenths: int) -> None:
    kg = Fraction(tenths, 10)
    pounds = f"{float(kg / Fraction('0.45359237')):.6f} lb"
    answers = clear(GRIP.inputs) | {"age": "50", "sex": "both"}
    one, other = (result(GRIP, answers | {"grip": grip}) for grip in (str(float(kg)), pounds))
    assert one == other


def page_tables(slug: str) -> list[list[list[str]]]:
    """The cells of each table of a page, without its head."""
    text = (PAGES / f"{slug}.md").read_text(encoding="utf-8")
    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    return [
        [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]] for table in tables
    ]


def test_the_tables_to_use_on_paper_hold_the_figures_of_the_sums() -> None:
    def column(text: str) -> list[Fraction]:
        return [Fraction(number) for number in re.findall(r"[\d.]+", text)]

    stands = page_tables("sit-to-stand")[-1]
    men, women = STANDS[Sex.MEN], STANDS[Sex.WOMEN]
    assert [[*column(row[1]), *column(row[2]), *column(row[3]), *column(row[4])] for row in stands] == [
        [*men[age][1:], men[age][0], *women[age][1:], women[age][0]] for age in men
    ]
    fifths = [TOMKINSON_CENTILES.index(centile) for centile in (20, 40, 50, 60, 80)]
    grips = page_tables("grip-strength")[-4:]
    for found, rows in zip(grips[:2], DODDS.values(), strict=True):
        assert {int(age): tuple(map(Fraction, cells)) for age, *cells in found} == rows
    for found, rows in zip(grips[2:], TOMKINSON.values(), strict=True):
        assert {int(age.split()[0]): [*map(Fraction, cells)] for age, *cells in found} == {
            age: [row[place] for place in fifths] for age, row in rows.items()
        }


def test_the_formulas_on_the_page_are_those_of_the_sums() -> None:
    found = {name: cells for name, *cells in page_tables("six-minute-walk")[0]}
    assert found.keys() == EQUATIONS.keys()
    for name, by_sex in EQUATIONS.items():
        for written, equation in zip(found[name], by_sex.values(), strict=True):
            terms = re.findall(r"(-?[\d.]+) ?([hwa]?)", written.replace("− ", "-"))
            by_letter = {letter: Fraction(number) for number, letter in terms}
            assert [by_letter.get(letter, 0) for letter in ("", "h", "w", "a")] == list(equation)

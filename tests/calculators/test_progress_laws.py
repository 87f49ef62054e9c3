"""Laws of the progress tracker: a record survives being kept, nothing is filled in, and an average is an average."""

import json
from datetime import date
from fractions import Fraction
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.kit.result import CareCard, LineChart
from calculators.progress_tracker import mean
from tests.strategies import result

TRACKER = calculators.find("progress-tracker")

RATINGS = st.integers(0, 100).map(lambda tenths: f"{tenths / 10:g}")
NONE = ("", "", "")


@st.composite
def records(draw: st.DrawFn) -> list[str]:
    """Lines that the tracker takes, each on a day of its own, in any order."""
    days = draw(st.lists(st.dates(date(2026, 1, 1), date(2028, 12, 31)), min_size=1, max_size=12, unique=True))
    three = st.tuples(RATINGS, RATINGS, RATINGS)
    lines = []
    for day in days:
        peg, own = draw(st.tuples(three, three) | st.tuples(three, st.just(NONE)) | st.tuples(st.just(NONE), three))
        lines.append(",".join((day.isoformat(), *peg, *own)))
    return lines


def told(lines: str) -> dict[str, str]:
    said = json.loads(calculators.answer(TRACKER.slug, urlencode({"log": lines})))
    assert said["ok"], said
    return {"html": said["html"], "notes": said["notes"], "kept": said["files"][0]["text"]}


@given(records())
def test_a_record_that_is_kept_and_read_again_gives_the_same_answer(lines: list[str]) -> None:
    before = told("\n".join(lines))
    assert told(before["kept"]) == before
    assert sorted(lines) == before["kept"].splitlines()[1:]


@given(records())
def test_the_order_of_the_lines_does_not_matter(lines: list[str]) -> None:
    assert told("\n".join(reversed(lines))) == told("\n".join(lines))


@given(records(), st.data())
def test_no_number_is_filled_in(lines: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    cells = lines[place].split(",")
    gap = data.draw(st.sampled_from([at for at, cell in enumerate(cells) if at and cell]))
    cells[gap] = ""
    lines[place] = ",".join(cells)
    assert result(TRACKER, {"log": "\n".join(lines)}) is None


@given(records())
def test_each_line_is_drawn_between_its_lowest_and_highest_rating(lines: list[str]) -> None:
    made = result(TRACKER, {"log": "\n".join(lines)})
    assert made
    for chart in (block for block in made.body if isinstance(block, LineChart)):
        part = slice(1, 4) if chart.unit.startswith("pain") else slice(4, 7)
        by_day = {line[:10]: [Fraction(cell) for cell in line.split(",")[part] if cell] for line in lines}
        assert [day for day, _ in chart.points] == sorted(day for day, _ in chart.points)
        for day, value in chart.points:
            assert min(by_day[day.isoformat()]) <= value <= max(by_day[day.isoformat()])
        assert chart.low <= chart.level <= chart.points[0][1] <= chart.high


@given(st.lists(st.integers(0, 10), min_size=3, max_size=3), st.integers(0, 7), st.booleans())
def test_only_a_rise_of_2_or_more_asks_to_be_looked_at(ratings: list[int], moved: int, up: bool) -> None:  # noqa: FBT001
    later = [rating + (moved if up else -moved) for rating in ratings]
    if all(0 <= rating <= 10 for rating in later):
        lines = [f"2027-0{month}-01,{','.join(map(str, numbers))},,," for month, numbers in ((1, ratings), (2, later))]
        made = result(TRACKER, {"log": "\n".join(lines)})
        assert made
        assert any(isinstance(block, CareCard) for block in made.body) == (up and moved >= 2)


@given(st.tuples(*[st.fractions(0, 10)] * 3), st.permutations(range(3)))
def test_a_mean_does_not_depend_on_the_order_of_its_ratings(numbers: tuple[Fraction, ...], order: list[int]) -> None:
    assert mean(numbers) == mean(tuple(numbers[place] for place in order))
    assert mean(numbers[:1] * 3) == numbers[0]

"""How hard a text is to read, as numbers for its author; readers never see them.

Both formulas are public and short, so they stand here: a package that has them brings a dozen others and fetches its
dictionary from the network while it runs. Measured on every page, they differ from textstat 0.7.13 with the same
dictionary by less than 0.3 of a grade; tests hold this. They know nothing of meaning: a low grade is a gate, not a goal.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

from generator.pages.reading_time import ReadingTime, reading_time
from generator.prose.prose import read_prose, words_of
from generator.prose.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.prose.prose import Prose, Reading

LONG = 20  # words; a sentence of more is long
_FEW = 6  # words; a sentence of fewer is no hard one, whatever its words
_SMOG_SENTENCES = 30  # the formula was made for at least so many


@dataclass(frozen=True)
class Limit:
    """The highest Flesch-Kincaid grades of a text.

    Attributes:
        aim: Above it, the report says so.
        stop: Above it, the page has a problem.
    """

    aim: int
    stop: int


WHOLE, QUICK = Limit(aim=6, stop=8), Limit(aim=4, stop=6)


@dataclass(frozen=True)
class Measures:
    """How hard some sentences are to read.

    Attributes:
        words: How many words they have.
        grade: Flesch-Kincaid grade: the US school year in which a child can read them, from below 0 to above 12.
        smog: SMOG grade, likewise; None for fewer than 30 sentences, for which it was not made.
        long: How many sentences have more than 20 words.
        long_percent: How many of 100 sentences that is.
    """

    words: int
    grade: float
    smog: float | None
    long: int
    long_percent: int


@dataclass(frozen=True)
class Measured:
    """What the build needs to know of a page's prose.

    Attributes:
        too_hard: What stops the page, as `too_hard` tells it.
        time: How long it takes to read.
    """

    too_hard: tuple[tuple[int, str, str], ...]
    time: ReadingTime


def measured(text: str) -> Measured:
    """Read the prose of a page once for all that is measured of it.

    Args:
        text: The whole file, with its front matter.
    """
    prose = read_prose(text)
    return Measured(tuple(too_hard(prose)), reading_time(prose))


def measure(sentences: Sequence[Reading]) -> Measures | None:
    """Measure sentences; None if there are none.

    Sources:
        Kincaid and others, 1975 (grade); McLaughlin, 1969 (SMOG).
    """
    if not sentences:
        return None
    said = [words_of(sentence.text) for sentence in sentences]
    counts = Counter[int]()
    for word, times in Counter(chain.from_iterable(said)).items():
        counts[syllables(word)] += times
    words, many = counts.total(), sum(number for count, number in counts.items() if count >= 3)
    spoken = sum(count * number for count, number in counts.items())
    long = sum(len(words) > LONG for words in said)
    return Measures(
        words=words,
        grade=0.39 * words / len(said) + 11.8 * spoken / words - 15.59,
        smog=1.043 * sqrt(30 * many / len(said)) + 3.1291 if len(said) >= _SMOG_SENTENCES else None,
        long=long,
        long_percent=round(100 * long / len(said)),
    )


def hardest(sentences: Sequence[Reading], count: int = 5) -> list[tuple[Reading, Measures]]:
    """The sentences of the highest grades, hardest first, each with its measures."""
    measured = [(sentence, found) for sentence in sentences if (found := measure([sentence])) and found.words >= _FEW]
    return sorted(measured, key=lambda each: -each[1].grade)[:count]


def too_hard(prose: Prose) -> list[tuple[int, str, str]]:
    """What stops a page: a line, what is wrong there and how to mend it, for the whole page and for its quick read."""
    parts = (
        ("The page", WHOLE, prose.sentences),
        ("The quick read", QUICK, [sentence for sentence in prose.sentences if sentence.quick]),
    )
    problems = []
    for name, limit, sentences in parts:
        measures = measure(sentences)
        if measures and measures.grade > limit.stop:
            what = f"{name} reads at grade {measures.grade:.1f}, and {limit.stop} is the most."
            line, mend = sentences[0].line, "Use shorter sentences and words."
            for sentence, _ in hardest(sentences, 1):
                start = " ".join(sentence.text.split()[:6])
                line, mend = sentence.line, f'Use shorter sentences and words, first in the hardest: "{start} …".'
            problems.append((line, what, mend))
    return problems

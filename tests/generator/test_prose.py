"""The prose of a page: its sentences with their lines, and how long it takes to read."""

import pytest

from generator.pages.reading_time import ReadingTime, reading_time
from generator.prose.prose import Prose, Reading, read_prose

FRONT = "---\ntitle: A page\n---\n"  # so the Markdown starts on line 4


def spoken(body: str) -> list[str]:
    return [sentence.text for sentence in read_prose(body).sentences]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A first. A second\non two lines.", ["A first.", "A second on two lines."]),
        ("- one\n- two. Three\n  goes on\n1. four", ["one", "two.", "Three goes on", "four"]),
        ("# Title\nText.\n\n## Head\n\nMore.", ["Text.", "More."]),
        ("Above.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nBelow.", ["Above.", "Below."]),
        ("Word.\n\n[[calculator: steps]]\n\n[[help-now]]\n\nWord.", ["Word.", "Word."]),
        ("```\ncode.\n```\n\nRun `this` now. <!-- Not this. -->", ["Run now."]),
        (
            "**Bold** and _soft_ [link](a.md) ![gone](b.png) <b>tag</b> &amp; 5 \\* 3.",
            ["Bold and soft link tag & 5 * 3."],
        ),
        ("You may have a [[term: flare-up]] today.", ["You may have a flare-up today."]),
        ("It may help [@a2020; @b2021, p. 5]. [[claim: x]] So.", ["It may help.", "So."]),
        ("They say:\n> We said it.\n\nWe left.", ["They say:", "We left."]),
        ("Pain\n:   What hurts.", ["Pain", "What hurts."]),
        ("---\n\nText.\n\n***", ["Text."]),
        ("...", []),
    ],
)
def test_what_is_read(body: str, expected: list[str]) -> None:
    assert spoken(body) == expected


def test_sentences_know_their_line_heading_and_marks() -> None:
    body = (
        "Lead\nin. Next.\n\n## Quick read\n\n- One [@a2020]. [[claim: x]] [[claim: y]]\n\n## More\n\n### Inner\n\nLast."
    )
    assert read_prose(FRONT + body).sentences == (
        Reading("Lead in.", 4, 4),
        Reading("Next.", 5, 4),
        Reading("One.", 9, 9, "Quick read", ("x", "y"), ("@a2020",)),
        Reading("Last.", 15, 15, "More"),
    )
    assert [sentence.quick for sentence in read_prose(FRONT + body).sentences] == [False, False, True, False]


def test_a_reader_also_reads_headings_and_tables() -> None:
    prose = read_prose(FRONT + "Two words.\n\n## Quick read\n\nOne.\n\n| a b | well-known |\n|---|:-:|\n| c | d |\n")
    assert (prose.words, prose.quick_words) == (10, 8)
    assert [(label.line, label.text) for label in prose.labels] == [
        (6, "Quick read"),
        (10, "a b well-known"),
        (12, "c d"),
    ]


@pytest.mark.parametrize(
    ("quick", "whole", "expected"),
    [(60, 1197, (1, 8)), (150, 240, (1, 2)), (230, 10, (2, 1)), (0, 100, (0, 1)), (0, 0, (0, 0))],
)
def test_150_words_take_a_minute(quick: int, whole: int, expected: tuple[int, int]) -> None:
    assert reading_time(Prose((), (), whole, quick)) == ReadingTime(*expected)

"""Problems are told together, once each, in the order of files and lines."""

import pytest

from generator.problems import AuthorError, Problems, did_you_mean


def test_a_report_has_every_problem_once_in_order() -> None:
    problems = Problems()
    problems.add("docs/b.md", 1, "Second file.", "Mend it.")
    problems.add("docs/a.md", 12, "Late line.", "Mend it.")
    problems.add("docs/a.md", 2, "Early line.", "Mend it.")
    problems.add("docs/a.md", 2, "Early line.", "Mend it.")
    with pytest.raises(AuthorError) as raised:
        problems.raise_if_any()
    assert str(raised.value) == (
        "docs/a.md:2: Early line.\n    Mend it.\n"
        "docs/a.md:12: Late line.\n    Mend it.\n"
        "docs/b.md:1: Second file.\n    Mend it."
    )
    assert len(raised.value.problems) == len(problems) == 3
    assert [problem.line for problem in problems.in_file("docs/a.md")] == [2, 12]


def test_no_problem_raises_nothing() -> None:
    problems = Problems()
    problems.raise_if_any()
    problems.add("docs/a.md", 1, "What.", "Mend.")
    problems.clear()
    problems.raise_if_any()


def test_a_collector_can_raise_at_once() -> None:
    with pytest.raises(AuthorError, match=r"^docs/a.md:1: What\.\n    Mend\.$"):
        Problems(at_once=True).add("docs/a.md", 1, "What.", "Mend.")


@pytest.mark.parametrize(
    ("word", "mend"),
    [
        ("movment", 'Use "movement", or add it.'),
        ("articles/flair-ups.md", 'Use "articles/flare-ups.md", or add it.'),
        ("sleep", "Add it."),
    ],
)
def test_only_a_near_word_is_proposed(word: str, mend: str) -> None:
    assert did_you_mean(word, ["movement", "flare", "articles/flare-ups.md"], "Add it.") == mend

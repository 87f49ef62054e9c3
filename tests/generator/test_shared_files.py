"""claims.yml, tags.yml and help-now.yml: each mistake with its line, and what a library does with them."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from generator.library import Library, today
from generator.markdown_extensions import markdown_extensions
from generator.shared_files.claim_records import LEVELS, Claim, lowest

DOCS = Path(__file__).parent / "docs"
DAY = dt.date(2026, 11, 20)

type Change = Callable[[str, str, str], None]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the shared files."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for shared in DOCS.glob("*.*"):
        (folder / shared.name).write_text(shared.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "what", "mend"),
    [
        ("claims.yml", "certainty: high", "certainty: hihg", 6, '`certainty` cannot be "hihg".',
         'Use "high", or write one of high, moderate, low, very-low or rule-of-thumb.'),
        ("claims.yml", "effect: clear", "effect: large", 5, '`effect` cannot be "large".',
         "Write one of clear, small, none, mixed or unknown."),
        ("claims.yml", "  outcome: stiffness\n", "", 1, "`outcome` is missing.",
         "Write `outcome:` with what changes, 3 to 100 characters."),
        ("claims.yml", "effect: clear", "effects: clear", 5, "`effects` is not a key that is used here.",
         'Use "effect", or take it out.'),
        ("claims.yml", "[smith2020]", "[smith2002]", 8, 'No source is called "smith2002".',
         'Use "smith2020", or add the source to docs/references.bib.'),
        ("claims.yml", "[smith2020]", "[]", 8, 'The claim "walking-works" has no source.',
         "Name a source, or set certainty: rule-of-thumb."),
        ("claims.yml", "2026-11-01", "2026-11-22", 10, "checked_on is 2026-11-22, which is still to come.",
         "Write the day on which the source was read."),
        ("claims.yml", "walking-back:", "walking-works:", 12, "`walking-works` is here twice.",
         "Keep one; the first is on line 1."),
        ("claims.yml", "walking-works:\n", "extra: word\nwalking-works:\n", 1, "`extra` has no keys of its own.",
         "Give it claim, outcome, population, effect, certainty, reason, sources, where and checked_on."),
        ("tags.yml", "flare: Worse days", "flare:", 2, 'The tag "flare" has no meaning.',
         "Write what it covers after the colon."),
        ("help-now.yml", "level: emergency", "level: danger", 5, '`level` cannot be "danger".',
         "Write one of emergency, urgent or crisis."),
        ("help-now.yml", "  summary: In an emergency, call 999.\n", "", 1, "`summary` is missing.",
         "Write `summary:` with one line, 10 to 200 characters."),
        ("help-now.yml", "[you have chest pain]", "[3]", 7, '`signs` is "3".', "Write a list of 1 to 8 lines."),
        ("help-now.yml", '"112"', "call 112", 18, "`number` has 8 characters.",
         "Write a telephone number in quotes: digits, spaces, hyphens."),
        ("references.bib", "{2020}", "{soon}", 7, 'smith2020: The year is "soon".',
         "Write four digits, in press or no date."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    docs: Path, name: str, old: str, new: str, line: int, what: str, mend: str
) -> None:
    change(docs / name, old, new)
    library = Library(docs, day=DAY)
    report = "\n".join(map(str, library.problems))
    if "`effects`" in what:
        assert "`effect` is missing" in report
        report = report.split("\n", 2)[2]
    assert report == f"docs/{name}:{line}: {what}\n    {mend}"


def test_a_missing_file_is_one_problem(docs: Path) -> None:
    (docs / "tags.yml").unlink()
    assert [str(problem) for problem in Library(docs, day=DAY).problems] == [
        "docs/tags.yml:1: The file is missing.\n    Make docs/tags.yml."
    ]


def test_a_claim_whose_record_is_broken_is_told_once(docs: Path) -> None:
    change(docs / "claims.yml", "certainty: low", "certainty: lowish")
    library = Library(docs, day=DAY)
    Markdown(extensions=markdown_extensions(library)).convert("It may help. [[claim: walking-function]]")
    assert [problem.path for problem in library.problems] == ["docs/claims.yml"]


def test_a_source_whose_record_is_broken_is_told_once(docs: Path) -> None:
    change(docs / "references.bib", "{Walking & pain", "{Walking & {pain")
    library = Library(docs, day=DAY)
    Markdown(extensions=markdown_extensions(library)).convert("It may help [@smith2020]. [[claim: walking-works]]")
    assert [problem.path for problem in library.problems] == ["docs/references.bib"]


def test_the_first_country_has_signs_and_the_others_none(docs: Path) -> None:
    change(docs / "help-now.yml", "ie:\n", "ie:\n  summary: In an emergency, call 112.\n")
    assert [str(problem) for problem in Library(docs, day=DAY).problems] == [
        "docs/help-now.yml:16: `summary` is not a key that is used here.\n    Take it out."
    ]


def test_the_lowest_claim_counts() -> None:
    def claim(certainty: str) -> Claim:
        return Claim("", "", "", "unknown", certainty, "", [], "", DAY)  # type: ignore[arg-type]

    assert [lowest([claim("moderate"), claim(level)]) for level in LEVELS] == [
        "moderate",
        "moderate",
        "low",
        "very-low",
        "rule-of-thumb",
    ]


def test_a_library_reads_changed_files_again(docs: Path) -> None:
    library = Library(docs, day=DAY)
    tags = docs / "tags.yml"
    before = library.bibliography["smith2020"]
    library.refresh()
    assert library.bibliography["smith2020"] is before  # nothing changed, nothing read
    change(tags, "flare:", "flare")
    os.utime(tags, ns=(1, 1))  # whatever the clock's step
    library.refresh()
    assert len(library.problems) == 1
    change(tags, "flare", "sleep:")
    library.refresh()
    assert not len(library.problems)
    assert list(library.tags) == ["movement", "sleep"]


def test_a_new_run_forgets_the_problems_of_the_last(docs: Path) -> None:
    library = Library(docs, day=DAY)
    library.problems.add("docs/page.md", 1, "What.", "Mend.")
    library.refresh()
    assert not len(library.problems)


def test_the_day_of_the_build_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    assert today() == dt.date(2026, 11, 20)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = dt.datetime.now(dt.UTC).date()
    assert before <= today() <= dt.datetime.now(dt.UTC).date()

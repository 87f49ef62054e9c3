"""glossary.yml and claim-cards.yml: each mistake with its line."""

import datetime as dt

import pytest

from generator.problems import Problems
from generator.shared_files.claim_cards import Card, read_claim_cards
from generator.shared_files.claim_records import Claim
from generator.shared_files.glossary import Glossary, read_glossary

DAY = dt.date(2026, 11, 20)
CLAIMS = {
    "walking-function": Claim(
        "Walking may help.", "function", "adults", "small", "low", "Small trials.", ["smith2020"], "", DAY
    )
}
CARD = """walking:
  title: Walking and stiffness
  subject: kinds
  said_in: blog
  says: Walking cures stiffness for everyone.
  verdict: overstated
  shows: In one trial, people who walked did a little more.
  certainty: low
  sources: [smith2020]
  say: Walking may ease stiffness a little.
  told_in: articles/walk.md
  checked_on: 2026-11-01
"""
WORDS = """flare-up:
  meaning: A spell when things get worse.
  also: [flares]

PEG:
  meaning: Three questions on pain.
"""


def cards(text: str) -> tuple[dict[str, Card], str]:
    problems = Problems()
    known = read_claim_cards(
        text,
        "docs/claim-cards.yml",
        problems,
        claims=CLAIMS,
        sources={"smith2020"},
        pages={"articles/walk.md"},
        subjects=(
            "promise",
            "body",
            "hurting",
            "rest",
            "amount",
            "kinds",
            "flares",
            "fear",
            "maps",
            "sleep",
            "food",
            "people",
            "tests",
        ),
        today=DAY,
    )
    return known, "\n".join(map(str, problems))


def words(text: str) -> tuple[Glossary, str]:
    problems = Problems()
    return read_glossary(text, "docs/glossary.yml", problems), "\n".join(map(str, problems))


def test_a_card_may_take_its_words_certainty_and_sources_from_a_claim() -> None:
    own = "  certainty: low\n  sources: [smith2020]\n  say: Walking may ease stiffness a little.\n"
    assert own in CARD
    known, report = cards(CARD.replace(own, "  claim: walking-function\n"))
    assert not report
    card = known["walking"]
    assert (card.say, card.certainty, card.sources) == ("Walking may help.", "low", ("smith2020",))


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("overstated", "overstaded", 6, '`verdict` cannot be "overstaded".',
         'Use "overstated", or write one of fair, partly, overstated, unsupported, wrong, unsafe.'),
        ("subject: kinds", "subject: cars", 3, '`subject` cannot be "cars".',
         "Write one of promise, body, hurting, rest, amount, kinds, flares, fear, maps, sleep, food, people, tests."),
        ("said_in: blog", "said_in: song", 4, '`said_in` cannot be "song".',
         "Write one of blog, article, several, summary."),
        ("smith2020", "smith2002", 9, 'No source is called "smith2002".',
         'Use "smith2020", or add the source to docs/references.bib.'),
        ("articles/walk.md", "articles/wlk.md", 11, 'No page is called "articles/wlk.md".',
         'Use "articles/walk.md", or write its path below docs/.'),
        ("certainty: low", "claim: walking-functon", 8, 'No claim is called "walking-functon".',
         'Use "walking-function", or add the claim to docs/claims.yml.'),
        ("certainty: low", "certainty: low\n  claim: walking-function", 8,
         "The card has a claim, which says how sure we are.", "Take certainty out."),
        ("  certainty: low\n", "", 1, "`certainty` is missing.",
         "Write `certainty:`, or `claim:` with the id of a claim."),
        ("  say: Walking may ease stiffness a little.\n", "", 1, "`say` is missing.",
         "Write `say:`, or `claim:` with the id of a claim."),
        ("[smith2020]", "[]", 1, 'The card "walking" has no source.',
         "Name a source, or set certainty: very-low or rule-of-thumb."),
        ("may ease", "eases", 10, 'What we would say in "walking" is surer than its certainty, which is low.',
         'Say "may", "might" or "could".'),
        ("people who walked did a little more", "walking was proven to help", 7, '"proven" promises too much.',
         'Say "found" or "suggests".'),
        ("2026-11-01", "2026-11-22", 12, "checked_on is 2026-11-22, which is still to come.",
         "Write the day on which the sources were read."),
        ("  title: Walking and stiffness\n", "", 1, "`title` is missing.",
         "Write `title:` with what it is about, 3 to 60 characters."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_card_is_told_with_its_line(old: str, new: str, line: int, what: str, mend: str) -> None:
    assert old in CARD
    assert cards(CARD.replace(old, new, 1))[1] == f"docs/claim-cards.yml:{line}: {what}\n    {mend}"


def test_a_word_is_found_in_any_form_and_case() -> None:
    known, report = words(WORDS)
    assert not report
    flare = known.find("Flares")
    assert flare
    assert flare is known.find(" flare-up ")
    assert flare.slug == "flare-up"
    assert known.find("flare") is None
    assert [term.name for term in known] == ["flare-up", "PEG"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("worse.", "worse. It passes. It does.", 2, '"flare-up" has 3 sentences.', "Say it in 2 or fewer."),
        ("worse.", f"worse{' and worse' * 8}.", 2, 'A sentence of "flare-up" has 22 words.',
         "Say it in 20 words or fewer."),
        ("get worse", "get cured", 2, '"cured" promises too much.', 'Say "may ease", and say for how many people.'),
        ("on pain.", "on pain.\n  also: [Flares]", 5, '"Flares" is a form of "flare-up" too.',
         "Keep it with one of them."),
        ("  meaning: Three questions on pain.", "  menaing: Three questions on pain.", 6,
         "`menaing` is not a key that is used here.", 'Use "meaning", or take it out.'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_word_is_told_with_its_line(old: str, new: str, line: int, what: str, mend: str) -> None:
    assert old in WORDS
    report = words(WORDS.replace(old, new, 1))[1]
    assert f"docs/glossary.yml:{line}: {what}\n    {mend}" in report

"""Words that do readers no good: what is found, and what is fine."""

import pytest

from generator.prose.tone import findings, overstated


@pytest.mark.parametrize(
    "sentence",
    ["This proves it.", "It is PROVEN.", "It cures pain.", "The most powerful way.", "We guarantee it.",
     "It always works.", "Rest is always harmful.", "Not today, but it cures pain."],
)  # fmt: skip
def test_words_that_promise_too_much(sentence: str) -> None:
    assert overstated(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["It is not proven.", "There is no cure.", "Nobody can guarantee it.", "It doesn\u2019t always work.",
     "Pain does not always mean that your body is damaged.", "You can always stop.",
     "Walking is secure, and we improved it.", "An unproven idea.", "You should rest."],
)  # fmt: skip
def test_words_that_promise_nothing(sentence: str) -> None:
    assert overstated(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("This will heal your back.", "will heal", "promise"),
        ("It is the result of laziness.", "laziness", "blame"),
        ("People suffering from pain came.", "suffering from", "blame"),
        ("Your spine is crumbling.", "crumbling", "threat"),
        ("Act before it is too late.", "before it is too late", "threat"),
        ("A breakthrough in care.", "breakthrough", "sales"),
        ("Sign up\nnow.", "Sign up\nnow", "sales"),
        ("You must walk each day.", "You must", "command"),
        ("No pain, no gain.", "No pain, no gain", "command"),
        ("Simply breathe out.", "Simply", "belittle"),
        ("Want to conquer your pain?", "conquer", "command"),
    ],
)
def test_words_that_do_no_good(sentence: str, word: str, kind: str) -> None:
    assert [(finding.word, finding.kind) for finding in findings(sentence)] == [(word, kind)]
    assert all(finding.say for finding in findings(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not your fault.",
        "You do not have to push through.",
        "You may read that you must reset yours.",
        "Some articles say that it will get worse.",
        "\u201cNo pain, no gain\u201d is a slogan.",
        'A page is called "The secret of pain".',
        "You can rest before you are worn out.",
        "Guidance says not to push through.",
        "Secretary and drummer.",
        "Do I have to push through pain?",
    ],
)
def test_words_that_are_fine(sentence: str) -> None:
    assert list(findings(sentence)) == []


def test_words_are_told_in_order_with_their_place() -> None:
    text = "You should know: this miracle, made for victims, cures."
    assert [(finding.start, finding.word) for finding in findings(text)] == [
        (0, "You should"),
        (22, "miracle"),
        (40, "victims"),
        (49, "cures"),
    ]

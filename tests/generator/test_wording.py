"""Sentences: where they end, which claims they make, and whether they say too much."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.prose.wording import sentences, too_strong


def cut(html: str) -> list[str]:
    return [sentence.text for sentence in sentences(page(html))]


def page(html: str) -> Element:
    return fromstring(f"<div>{html}</div>")  # noqa: S314 - written above


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Walk, e.g. Up hills, 3.5 km. Rest.", ["Walk, e.g. Up hills, 3.5 km.", "Rest."]),
        ("Smith et al. Found it. See p. 5 and Dr. Lee.", ["Smith et al. Found it.", "See p. 5 and Dr. Lee."]),
        ("It rose by 10. 20 people left.", ["It rose by 10.", "20 people left."]),
        ("They said \u201cgo.\u201d We went.", ["They said \u201cgo.\u201d", "We went."]),
        ("Version 3.13 and www.example.org are fine.", ["Version 3.13 and www.example.org are fine."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(f"<p>{text}</p>") == expected


def test_blocks_do_not_run_together() -> None:
    html = "<h2>Title</h2><ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>"
    table = "<table><tr><th>head</th><td>cell</td></tr></table>"
    assert cut(html + table) == ["Title", "one", "inner", "two", "head", "cell"]


def test_only_the_pages_own_prose_counts() -> None:
    assert cut(
        "<p>We say <em>this<br />and</em> <a>that</a><span class='cite'>1</span> <code>not this</code>.</p>"
        "<blockquote><p>They say.</p></blockquote><pre>code</pre><section class='references'><p>A cure.</p></section>"
    ) == ["We say this and that ."]


def test_a_claim_belongs_to_the_sentence_before_it() -> None:
    mark = '<button data-claim="{}">.</button>'.format
    found = sentences(page(f"<p>One. Two. {mark('a')} {mark('b')} Three {mark('c')}. Four.</p>"))
    assert [(sentence.text, sentence.marks) for sentence in found] == [
        ("One.", ()),
        ("Two.", ("a", "b")),
        ("Three .", ("c",)),
        ("Four.", ()),
    ]


@pytest.mark.parametrize(
    ("sentence", "weakest_that_may_not_say_it"),
    [
        ("It helps.", "moderate"),
        ("It helps in May.", "moderate"),
        ("It is unlikable.", "moderate"),
        ("It probably helps.", "low"),
        ("It is LIKELY to help.", "low"),
        ("It may help.", "very-low"),
        ("Could it help?", "very-low"),
        ("It might help.", "very-low"),
        ("We do not know if it helps.", "rule-of-thumb"),
        ("We don\u2019t yet know, and it is not known.", "rule-of-thumb"),
        ("It is unclear.", "rule-of-thumb"),
        ("No one knows.", "rule-of-thumb"),
        ("It is a rule of thumb.", ""),
        ("It has not been tested.", ""),
        ("There is no trial.", ""),
    ],
)
def test_a_sentence_may_not_be_surer_than_its_claim(sentence: str, weakest_that_may_not_say_it: str) -> None:
    refused = [
        level for level in ("high", "moderate", "low", "very-low", "rule-of-thumb") if too_strong(sentence, level)
    ]
    order = ["moderate", "low", "very-low", "rule-of-thumb"]
    start = order.index(weakest_that_may_not_say_it) if weakest_that_may_not_say_it else len(order)
    assert refused == order[start:]

"""Whatever is sent to the door, it answers in JSON, and its HTML holds nothing but what a result may hold."""

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from html import escape
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest

import calculators
from calculators.kit import markup, show
from calculators.kit.declare import Inputs, questions
from calculators.kit.read import Answers
from calculators.kit.result import (
    Bar,
    BarChart,
    Block,
    CareCard,
    KeyFigure,
    LineChart,
    Listing,
    Pair,
    PairChart,
    Range,
    RangeChart,
    Result,
    Step,
    Table,
    Urgency,
)
from tests.allowed_html import ELEMENTS, GLOBAL, NotAllowed, read_html
from tests.effort import tries

ROOT = Path(__file__).resolve().parent.parent.parent
SLUGS = calculators.slugs()
STRANGERS = (
    "",
    "nothing",
    "kit",
    "_safety",
    "talk_test",
    "../talk-test",
    "os",
    "__init__",
    "\ud800",
    "a" * 10_000,
    "\0",
)
ROOTS = (
    "",
    "../../",
    "./",
    "/",
    "//evil.example/",
    "javascript:alert(1)//",
    '"><script>',
    "..",
    "../" * 5000,
    "\ud800",
)
ATTACKS = (
    "<script>alert(1)</script>",
    "</article></details><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "<!--<script>",
    "]]>",
    "<?php",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "${7*7}{{7*7}}%s%(x)s{0}",
    "**<b>**",
    "****",
    "** **",
    "[[calculator: talk-test]]",
    "\0",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066abc",
    "\ufeff\u200b",
    "e\u0301" * 30,
    "🏴\u200d☠️",
    "[" * 60,
    "(" * 500,
    "<" * 60,
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "9" * 400,
    "1e400",
    "-1",
    "NaN",
    "%",
    "%00",
    "%zz",
    "\r\nSet-Cookie: a=b",
    "\u2028\u2029",
    "x" * 60,
)
# Half a minute on one core; the parts spread over as many as there are.
INPUTS, PARTS = tries(100_000), 10
GAVE_UP = "could not work that out"


def queries(slug: str, chance: random.Random) -> Iterator[str]:
    """Queries made to hurt: most break the form, and about one in ten gets as far as a result."""
    calculator = calculators.find(slug)
    asked = questions(calculator.inputs)
    names = [part for name, question in asked.items() for part in question.parts(name)]
    strange = ["__proto__", "__class__", "self", "", "\ud800", "<b>", "a" * 300]
    while True:
        answers = dict(calculator.example)
        if "activity" in asked:
            answers["activity"] = chance.choice(ATTACKS)
        for _ in range(chance.choice((1, 1, 2, 6))):
            answers[chance.choice(strange if chance.random() < 0.1 else names)] = "".join(
                chance.choices(ATTACKS, k=chance.choice((1, 1, 2, 9)))
            )
        match chance.randrange(8):
            case 0:  # as text nobody encoded
                yield "&".join(f"{name}={text}" for name, text in answers.items())
            case 1:  # cut off or repeated anywhere
                whole = urlencode(answers, errors="replace")
                yield (whole * 3)[chance.randrange(len(whole)) :]
            case 2:  # bytes that are no text
                yield "&".join(
                    f"{quote(name, errors='replace')}=%ff%fe%{chance.randrange(256):02x}" for name in answers
                )
            case _:
                yield urlencode(answers, errors="surrogatepass")


@cache
def assert_readable(page: str) -> None:
    """The same page comes out for many queries; it is read once."""
    assert "<script" not in page.lower()
    assert read_html(page).text


def assert_harmless(said: str) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(said)
    if parsed["ok"]:
        assert set(parsed) == {"files", "html", "notes", "ok", "title"}
        assert_readable(str(parsed["html"]))
    else:
        assert set(parsed) == {"ok", "problems"}
        assert parsed["problems"]
    return parsed


@pytest.mark.parametrize("part", range(PARTS))
def test_no_query_breaks_the_door_or_gets_markup_through_it(part: int) -> None:
    chance = random.Random(part)
    sources = {slug: queries(slug, chance) for slug in SLUGS}
    results = 0
    for _ in range(INPUTS // PARTS):
        slug = chance.choice(SLUGS)
        query = next(sources[slug])
        said = calculators.answer(slug, query, chance.choice(ROOTS))
        assert GAVE_UP not in said, query
        results += assert_harmless(said)["ok"] is True
    assert results > INPUTS / PARTS / 40


@pytest.mark.parametrize("slug", STRANGERS, ids=lambda slug: ascii(slug)[:20])
def test_a_calculator_that_is_not_there_is_refused_in_a_sentence(slug: str) -> None:
    for query in ("", "age=50", "\ud800"):
        for root in ROOTS:
            parsed = assert_harmless(calculators.answer(slug, query, root))
            assert not parsed["ok"]
            assert "There is no calculator of that name" in str(parsed["problems"])


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: ascii(root)[:20])
def test_links_lead_nowhere_but_this_site(root: str) -> None:
    for slug in SLUGS:
        parsed = json.loads(calculators.answer(slug, urlencode(calculators.find(slug).example), root))
        for link in re.findall('href="([^"]*)"', parsed["html"]):
            assert re.fullmatch(r"(\.\.?/)*(calculators|articles)/[a-z-]+/(#[\w=&;%.+-]+)?", link)


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<p onclick='1'>a</p>",
        "<img src='x'>",
        "<a href='javascript:1'>a</a>",
        "<a href='https://example.org/'>a</a>",
        "<a href='//example.org/calculators/a/'>a</a>",
        "<p style='color:red'>a</p>",
        "<p class=''>a</p>",
        "<p>a",
        "<p><strong>a</p></strong>",
        "</p>",
        "<!-- a -->",
        "<!doctype html>",
        "<?php 1 ?>",
        "<iframe></iframe>",
        "<svg><use href='#a'></use></svg>",
    ],
)
def test_the_guard_refuses_what_a_result_never_holds(html: str) -> None:
    with pytest.raises(NotAllowed):
        read_html(html)


class NoQuestions(Inputs):
    """A form that asks nothing."""


def everything(words: str) -> str:
    """A result with one of each part, every text of it the same."""
    table = Table(words, (words, words), ((words, words),))
    points = ((date(2027, 3, 1), Fraction(4)), (date(2027, 3, 8), Fraction(3)))
    body: tuple[Block, ...] = (
        KeyFigure(words, words, words),
        table,
        Table(words, (words, words), ((words, words),), folded=True),
        RangeChart(words, words, words, (Range(words, 100, 120, 90, 130),), table),
        BarChart(words, words, words, (Bar(words, 1), Bar(words, 2, hold=True), Bar(words, 3)), 3, words),
        PairChart(words, words, words, words, words, (Pair(words, 20, 30),)),
        LineChart(words, words, words, 0, 10, points, Fraction(5), words),
        Listing(words, (words,)),
        Listing(words, (words,), ordered=True),
        *(CareCard(urgency, words, (words,)) for urgency in Urgency),
    )
    calculator = SimpleNamespace(title=words, version=words, notice=words)
    answers = Answers(NoQuestions(), frozenset())
    steps = (Step(words), Step(words, page="calculators/talk-test", answers={words: words}))
    made = Result(title=words, lead=(words,), body=body, working=(words,), cautions=(words,), next_steps=steps)
    return show.html(calculator, answers, made, "../../")  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ATTACKS, ids=lambda words: ascii(words)[:30])
def test_no_words_anywhere_in_a_result_become_markup(words: str) -> None:
    plain, hostile = read_html(everything("words")), read_html(everything(words))
    assert hostile.used - {("strong", "")} == plain.used - {("strong", "")}


def test_the_allowed_names_are_those_a_result_uses_and_no_more() -> None:
    used = read_html(everything("**words**")).used
    for slug in SLUGS:
        used |= read_html(json.loads(calculators.answer(slug, urlencode(calculators.find(slug).example)))["html"]).used
    allowed = {(name, attribute) for name, attributes in ELEMENTS.items() for attribute in {"", *attributes}}
    assert {(name, attribute) for name, attribute in used if attribute not in GLOBAL} == allowed


def test_the_browser_checks_against_the_same_lists() -> None:
    script = (ROOT / "overrides" / "assets" / "js" / "result.js").read_text(encoding="utf-8")
    lists = {
        name: set(" ".join(re.findall('"([^"]*)"', body)).split())
        for name, body in re.findall(r"const (\w+) = new Set\((.*?)\.split\(", script, re.DOTALL)
    }
    assert lists == {"ELEMENTS": set(ELEMENTS), "ATTRIBUTES": set(GLOBAL.union(*ELEMENTS.values()))}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: ascii(attack)[:30])
def test_text_and_attributes_are_escaped(attack: str) -> None:
    made = markup.tag("p", attack, aria_label=attack)
    assert made == f'<p aria-label="{escape(attack)}">{escape(attack)}</p>'
    assert made.count("<") == 2
    assert made.count('"') == 2

"""The shortcuts through Python-Markdown change no page."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension

from generator.markdown.shortcuts import ShortcutExtension

_PLAIN = ("attr_list", "def_list", "md_in_html", "tables", "toc", AbbrExtension())
#: Whatever Python-Markdown looks for, and pieces of it.
_PIECES = (
    *(
        "`code`",
        "``a ` b``",
        "`",
        "\\*",
        "\\",
        "[words][key]",
        "[key]",
        "[words](page.md)",
        '[words](<a> "title")',
        "[",
        "]",
    ),
    *(
        "![picture](a.svg)",
        "![picture][key]",
        "![key]",
        "!",
        "<https://example.org>",
        "<a@example.org>",
        "<b>html</b>",
        "<",
    ),
    *("<!-- comment -->", "&amp;", "&", "*often*", "**strong**", "_often_", "*", "_", "{: .class }", "{#id}", "{", "}"),
    *("ABC", "word", " ", "  \n", "\n", "\n\n", "# Heading {#id}\n", "- item\n", "1. item\n", "> said\n", "    code\n"),
    *(
        "\n\n[key]: page.md 'Title'\n\n",
        "\n\n*[ABC]: letters\n\n",
        "\n\n| a | b |\n|---|---|\n| `c` | *d* |\n\n",
        "term\n: meaning\n",
    ),
)


def _converter(*extensions: ShortcutExtension) -> Markdown:
    return Markdown(extensions=[*_PLAIN, *extensions])


@pytest.fixture(scope="module")
def convert() -> Callable[[str], tuple[str, str]]:
    """Converts a text without and with the shortcuts, as pages are converted, one after the other."""
    without, using = _converter(), _converter(ShortcutExtension())
    return lambda text: (without.reset().convert(text), using.reset().convert(text))


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
@example("[words][key]\n\n[key]: page.md")
@example("plain words with an ABC in them\n\n*[ABC]: letters")
def test_a_page_is_the_same_with_and_without(convert: Callable[[str], tuple[str, str]], text: str) -> None:
    without, using = convert(text)
    assert using == without


def test_a_pattern_that_a_page_cannot_hold_is_not_looked_for() -> None:
    md = _converter(ShortcutExtension())
    md.convert("Only *this*.")
    names = {type(pattern).__name__ for pattern in md.treeprocessors["inline"].inlinePatterns}  # type: ignore[attr-defined]
    assert "DelimiterProcessor" in names
    assert not names & {"BacktickInlineProcessor", "LinkInlineProcessor", "HtmlInlineProcessor"}

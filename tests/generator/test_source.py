"""Where something stands in a file, and what is code there."""

import pytest

from generator.pages.source import Source, mask_code, split_front_matter


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b", "a ` b"),
        ("a \\`b` c`", "a \\`b    "),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("```\nb\n```\nc", "   \n \n   \nc"),
        ("~~~ py\nb\n~~~\nc", "      \n \n   \nc"),
        ("````\n```\nb\n````\nc", "    \n   \n \n    \nc"),
        ("    ```\n    b\n    ```\nc", "       \n     \n       \nc"),
        ("```\nnever closed", "   \n            "),
        ("a <!-- b\n c --> d", "a       \n       d"),
    ],
)
def test_code_and_comments_are_blanked_in_place(text: str, masked: str) -> None:
    assert mask_code(text) == masked


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\na: 1\n---\nText\n", "a: 1\n", "Text\n", 4),
        ("---\na: 1\n---\n\n\nText\n", "a: 1\n", "Text\n", 6),
        ("---\na: 1\n...\nText\n", "a: 1\n", "Text\n", 4),
        ("---\n---\nText\n", "", "Text\n", 3),
        ("---\na: 1\n---", "a: 1\n", "", 3),
        ("Text\n---\n", None, "Text\n---\n", 1),
        ("---\nnever closed\n", None, "---\nnever closed\n", 1),
    ],
)
def test_a_file_is_split(text: str, yaml: str | None, body: str, line: int) -> None:
    assert split_front_matter(text) == (yaml, body, line)


def test_lines_are_those_of_the_file() -> None:
    source = Source("one\n`two`\ntwo\ntwo", first_line=10)
    assert source.lines("two") == [12, 13]
    assert source.lines("nowhere") == [10]


def test_the_line_of_words_is_found_through_markup() -> None:
    source = Source("a cure\n\nThis will\n**cure** you", first_line=1)
    assert source.line_of(["This", "will", "cure"]) == 4
    assert source.line_of(["unheard", "cure"]) == 1
    assert source.line_of(["nowhere"]) == 1

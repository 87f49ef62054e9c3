"""Answers in links read and written as the standard library does, which the browser does not download."""

from urllib.parse import parse_qsl, urlencode

from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculators.kit.query import decode, encode
from tests.effort import tries

# Marks with a meaning in links, whole and broken codes, letters of one to four bytes, and half a letter.
PIECES = st.sampled_from(
    ["a", "b", "=", "&", "+", " ", "%", "%2", "%41", "%C3%a9", "%ff", "%e2%82", "é", "🚶", "\ud83d"]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


@settings(max_examples=tries(1000))
@given(TEXTS)
@example("a=1&a=2&&=x&b&c=")
@example("%zz=%4&a=%E2a%80")
def test_a_query_is_read_as_the_standard_library_reads_it(query: str) -> None:
    assert decode(query) == dict(parse_qsl(query, keep_blank_values=True))


@settings(max_examples=tries(1000))
@given(st.dictionaries(TEXTS, TEXTS))
@example({"a b": "ä&=+~*/"})
def test_answers_are_written_as_the_standard_library_writes_them(answers: dict[str, str]) -> None:
    assert encode(answers) == urlencode(answers, errors="replace")


@settings(max_examples=tries(1000))
@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))))
def test_what_is_written_is_read_back(answers: dict[str, str]) -> None:
    assert decode(encode(answers)) == answers

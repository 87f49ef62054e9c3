"""Citations are numbered 1 to n in the order in which a reader meets them, whatever blocks hold them."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.library import Library
from generator.markdown_extensions import markdown_extensions
from generator.shared_files.authors import Author
from generator.shared_files.bibliography import Reference

KEYS = [f"key{index}" for index in range(12)]
BLOCKS = {
    "paragraph": "Text {}.",
    "emphasis": "Some *text {}* and **more**.",
    "list": "- item {}\n- item",
    "loose list": "1. item {}\n\n2. item",
    "nested list": "- item\n    - inner {}",
    "table": "| a | b |\n| - | - |\n| cell {} | x |",
    "admonition": "!!! note\n\n    Boxed {}.",
    "definition": "Term\n:   Meaning {}.",
    "quotation": "> Quoted {}.",
    "html": '<div markdown="1">\nInside {}.\n</div>',
    "code": "    code {}",
}

blocks = st.lists(
    st.tuples(st.sampled_from(sorted(BLOCKS)), st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)),
    max_size=12,
)


def _library() -> Library:
    """A library with more sources than the shared files have."""
    library = Library(Path(__file__).parent / "docs")
    library.bibliography = {
        key: Reference(key, line=1, title=key.title(), authors=(Author("Lee", "A"),), year="2020") for key in KEYS
    }
    return library


LIBRARY = _library()
MARKDOWN = Markdown(extensions=["tables", "admonition", "def_list", "md_in_html", "toc", *markdown_extensions(LIBRARY)])


@given(blocks)
def test_numbers_follow_the_page(page: list[tuple[str, list[str]]]) -> None:
    text = "\n\n".join(BLOCKS[name].format(f"[@{'; @'.join(keys)}]") + "\n\n<!-- -->" for name, keys in page)
    html = MARKDOWN.reset().convert(text)

    met = [key for name, keys in page if name != "code" for key in keys]
    order = list(dict.fromkeys(met))
    assert [int(number) for number in re.findall(r'popovertarget="note-key\d+" type="button">(\d+)', html)] == [
        order.index(key) + 1 for key in met
    ]
    assert re.findall(r'<li id="ref-(key\d+)">', html) == order
    assert re.findall(r'class="note-body" id="note-(key\d+)"', html) == order
    assert sorted(re.findall(r' id="cite-(key\d+)"', html)) == sorted(order)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'(?:popovertarget="|href="#)([^"]+)"', html)
    assert set(targets) <= set(ids)
    assert not len(LIBRARY.problems)


@given(st.text(alphabet="[]@;,:`*_ ab\n>-|\\(){}kei1!", max_size=60))
def test_no_text_breaks_the_build(text: str) -> None:
    MARKDOWN.reset().convert(text)
    for problem in LIBRARY.problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert str(problem).count("\n") == 1
    LIBRARY.problems.clear()

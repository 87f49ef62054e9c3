"""What tests of the generator share: a small library, and Markdown as the build sets it up."""

import datetime as dt
from pathlib import Path

import pytest
from markdown import Markdown

from generator.library import Library, Place
from generator.markdown_extensions import markdown_extensions

DOCS = Path(__file__).parent / "docs"
TODAY = dt.date(2026, 11, 20)
USED = ("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html")


@pytest.fixture
def library() -> Library:
    """The sources and claims in tests/generator/docs, on a fixed day."""
    library = Library(DOCS, day=TODAY)
    library.page = Place("docs/page.md")
    return library


@pytest.fixture
def md(library: Library) -> Markdown:
    """Markdown with the extensions a page may use, and ours."""
    return Markdown(extensions=[*USED, *markdown_extensions(library)])

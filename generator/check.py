"""Every page checked as the build checks it, in seconds and without MkDocs."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from markdown import Markdown

from generator import markdown_extensions
from generator.annotations import annotation
from generator.embeds import EmbedsExtension
from generator.front_matter import HealthMatter, Page
from generator.ideas import note_untold
from generator.library import Library
from generator.links import note_dead_links
from generator.page_rules import checked_pages
from generator.problems import AuthorError
from generator.report import review
from generator.settings import SETTINGS, read_settings
from generator.source import split_front_matter

if TYPE_CHECKING:
    from pathlib import Path

# What MkDocs adds to the extensions of mkdocs.yml.
_OF_MKDOCS = ("toc", "tables", "fenced_code")


def check(library: Library, settings: Path = SETTINGS) -> list[Page]:
    """Check the front matter and the Markdown of every page, noting each problem in the library.

    Args:
        library: The folder to check.
        settings: MkDocs' settings, which name the Markdown extensions.

    Returns:
        The pages.
    """
    pages = checked_pages(library)
    note_untold(library, pages)  # no reader sees these, so they stop no build
    md = converter(library, settings)
    for page in pages:
        library.start_page(page.path, page.text)
        md.reset().convert(split_front_matter(page.text).body)
    note_dead_links(library)
    return pages


def converter(library: Library, settings: Path) -> Markdown:
    """Markdown as the build sets it up: MkDocs' extensions, those of the settings, and ours."""
    of_mkdocs: dict[str, dict[str, Any]] = {name: {} for name in _OF_MKDOCS}
    configs = {**of_mkdocs, **read_settings(library.problems, settings).extensions}
    ours = [*markdown_extensions(library), EmbedsExtension(library)]
    return Markdown(extensions=[*configs, *ours], extension_configs=configs)


def main(arguments: list[str] | None = None) -> int:
    """Check the pages below docs/ and tell every problem. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m generator check", description=__doc__)
    parser.add_argument("--format", choices=["text", "github"], default="text", help="github: annotate a change there")
    options = parser.parse_args(arguments)
    library = Library()
    pages = check(library)
    try:
        library.problems.raise_if_any()
    except AuthorError as error:
        if options.format == "github":
            print("\n".join(map(annotation, error.problems)))
        else:
            print(error, file=sys.stderr)
        return 1
    for page in pages:
        if isinstance(page.matter, HealthMatter) and page.matter.next_review < library.today:
            print(f"{page.path}: {review((page.matter.next_review - library.today).days)}")
    print(f"No problems in {len(pages)} page{'' if len(pages) == 1 else 's'}.")
    return 0

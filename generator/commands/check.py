"""Every page checked as the build checks it, in seconds and without MkDocs. --report shows what else is worth a look."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

import msgspec
from markdown import Markdown

from generator.commands.annotations import annotation
from generator.commands.report import in_words, make_report, review, whole_report
from generator.library import Library
from generator.markdown.embeds import EmbedsExtension
from generator.markdown.links import note_dead_links
from generator.markdown_extensions import markdown_extensions
from generator.pages.front_matter import HealthMatter, Page, check_pages
from generator.pages.navigation import note_missing
from generator.pages.page_rules import checked_pages
from generator.pages.source import split_front_matter
from generator.preview.author_notes import notes_on
from generator.problems import AuthorError, did_you_mean
from generator.search.words import search_words
from generator.settings import SETTINGS, read_settings
from generator.shared_files.ideas import note_untold

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    search_words(library, pages)
    given = read_settings(library.problems, settings)
    md = converter(library, settings, given.extensions)
    for page in pages:
        library.start_page(page.path, page.text)
        md.reset().convert(split_front_matter(page.text).body)
    note_dead_links(library)
    names = [page.path.removeprefix(f"{library.docs.name}/") for page in pages]
    note_missing(given.navigation, names, settings, library.problems)
    return pages


def converter(library: Library, settings: Path, named: Mapping[str, dict[str, Any]]) -> Markdown:
    """Markdown as the build sets it up: MkDocs' extensions, those of the settings, and ours."""
    of_mkdocs: dict[str, dict[str, Any]] = {name: {} for name in _OF_MKDOCS}
    configs = of_mkdocs | {
        name: options for name, options in named.items() if _is_usable(library, settings, name, options)
    }
    ours = [*markdown_extensions(library), EmbedsExtension(library)]
    return Markdown(extensions=[*configs, *ours], extension_configs=configs)


def _is_usable(library: Library, settings: Path, name: str, options: dict[str, Any]) -> bool:
    """Whether Markdown takes an extension with its options; noted at its line of the settings if not."""
    try:
        Markdown(extensions=[name], extension_configs={name: options})
    except Exception as error:  # noqa: BLE001 - an extension may raise anything
        line = settings.read_text(encoding="utf-8").partition(name)[0].count("\n") + 1
        what = f'Markdown cannot use the extension "{name}": {type(error).__name__}, {error}.'
        library.problems.add(settings.name, line, what, "Mend its name or its options, or take it out.")
        return False
    return True


def main(arguments: list[str] | None = None) -> int:
    """Check the pages below docs/ and tell every problem, or report on them. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m generator check", description=__doc__)
    parser.add_argument(
        "pages", nargs="*", metavar="PAGE", help="with --report: a file, all that is worth a look on it"
    )
    parser.add_argument("--report", action="store_true", help="how the pages read, reviews due, sources, outside links")
    parser.add_argument("--links", action="store_true", help="with --report: try to open each outside link")
    parser.add_argument(
        "--format", choices=["text", "json", "github"], default="text", help="github: annotate a change there"
    )
    options = parser.parse_args(arguments)
    if (options.pages or options.links) and not options.report:
        parser.error("a PAGE and --links go with --report")
    if options.report and options.format == "github":
        parser.error("--report is given as text or json")
    library = Library()
    if options.report:
        return _report(library, options.pages, as_json=options.format == "json", open_links=options.links)
    pages = check(library)
    if options.format == "json":
        print(_json(list(library.problems)))
        return int(bool(len(library.problems)))
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


def _report(library: Library, wanted: list[str], *, as_json: bool, open_links: bool) -> int:
    pages = {page.path: page for page in check_pages(library)}
    named = [name if name in pages else f"{library.docs.name}/{name}" for name in wanted]
    if missing := [name for name in named if name not in pages]:
        for name in missing:
            print(f"No page is called {name}. {did_you_mean(name, pages, 'Look in docs/.')}", file=sys.stderr)
        return 1
    if named:
        notes = [notes_on(library, pages[name]) for name in named]
        print(_json(notes) if as_json else "\n\n".join("\n".join(in_words(each)) for each in notes))
        return 0
    report = make_report(library, pages.values(), open_links=open_links)
    print(_json(report) if as_json else "\n".join(whole_report(report)))
    return 0


def _json(facts: object) -> str:
    return msgspec.json.format(msgspec.json.encode(facts)).decode()

"""One build of the site, as plain functions: what `generator.mkdocs_hooks` calls, and nothing of MkDocs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import browser_bundle, feed, markdown_extensions
from generator.author_notes import notes_on
from generator.embeds import EmbedsExtension
from generator.front_matter import page_files
from generator.library import Library
from generator.links import note_dead_links
from generator.navigation import complete
from generator.page_facts import page_facts
from generator.page_rules import checked_pages
from generator.preview import draft_notes, problem_box
from generator.qr import qr_code
from generator.uses import published_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Extension

    from generator.front_matter import Page
    from generator.navigation import Item
    from generator.problems import Problems

# The pages that list all others of their folder, and the key of front matter that names a page's place there.
_LISTS = {"articles/index.md": "topic", "calculators/index.md": "need"}


class SiteBuild:
    """The shared files, the browser's files and the problems of one build.

    Args:
        docs: The folder of pages, from the project's folder, which is the working directory.
        site_url: The address of the published site, ending in a slash; None if it is not known.
    """

    def __init__(self, docs: Path, site_url: str | None = None) -> None:
        self._library = Library(docs)
        self._site_url = site_url
        self._pages: dict[str, Page] = {}
        self._bundle: browser_bundle.Bundle | None = None
        try:
            self._bundle = browser_bundle.build(Path.cwd())
        except browser_bundle.BundleError as error:
            self.problems.note(error.problem)

    @property
    def problems(self) -> Problems:
        """Every mistake found so far."""
        return self._library.problems

    def extensions(self) -> list[Extension]:
        """Our Markdown."""
        manifest = self._bundle.manifest if self._bundle else None
        return [*markdown_extensions(self._library), EmbedsExtension(self._library, manifest, self._site_url)]

    def navigation(self, named: list[Item]) -> list[Item]:
        """The navigation of the settings, completed with the pages it does not name."""
        pages = page_files(self._library)
        return complete(named, [page.relative_to(self._library.docs).as_posix() for page in pages])

    def check(self, pages: Iterable[Path]) -> None:
        """Check every page as a whole, before its Markdown is converted."""
        self._pages = {page.path: page for page in checked_pages(self._library, list(pages))}

    def check_all(self) -> None:
        """Check every page of the folder, for a builder that does not say which pages it builds."""
        self.check(page_files(self._library))

    def start_page(self, source: Path) -> dict[str, Any]:
        """Say which page's Markdown is converted next, and learn what the templates are told of it."""
        text = source.read_text(encoding="utf-8")
        self._library.start_page(source.relative_to(Path.cwd()).as_posix(), text)
        here = source.relative_to(self._library.docs.resolve()).as_posix()
        qr = qr_code(published_address(self._site_url, here)) if self._site_url else ""
        words = self._library.vocabulary.words.get(_LISTS.get(here, ""), {})
        groups = [{"word": word, "words": heading} for word, heading in words.items()]
        return {**page_facts(self._library, text), "qr": qr, "groups": groups}

    def check_links(self) -> None:
        """Check the links between the pages, all of which have been converted."""
        note_dead_links(self._library)

    def with_problems(self, html: str) -> str:
        """A page with a box of all problems at its top: a mistake in a shared file belongs to no page in particular."""
        return html.replace("<main", f"{problem_box(self.problems)}<main", 1) if len(self.problems) else html

    def with_notes(self, html: str, source: Path) -> str:
        """A page with what is worth its author's look at its foot, for live preview alone."""
        page = self._pages[source.relative_to(Path.cwd()).as_posix()]
        return html.replace("</main>", f"{draft_notes(notes_on(self._library, page))}</main>", 1)

    def finish(self, site: Path, site_name: str) -> None:
        """Put the browser's files in place, and the feed of changes if the site has an address.

        Args:
            site: The folder of the built site.
            site_name: What the site is called.
        """
        url = self._site_url
        if url and (changes := feed.entries(self._pages.values(), self._library.docs.name, url)):
            (site / feed.NAME).write_text(feed.atom(changes, url, site_name), encoding="utf-8")
        for name, path in (self._bundle.files if self._bundle else {}).items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

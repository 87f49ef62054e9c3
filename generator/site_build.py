"""One build of the site, as plain functions: what `generator.mkdocs_hooks` calls, and nothing of MkDocs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.library import Library
from generator.markdown.embeds import EmbedsExtension
from generator.markdown.links import note_dead_links
from generator.markdown.qr import qr_code
from generator.markdown_extensions import markdown_extensions
from generator.pages.conversions import Conversions
from generator.pages.front_matter import page_files
from generator.pages.navigation import complete, note_missing
from generator.pages.page_facts import page_facts
from generator.pages.page_rules import checked_pages
from generator.pages.uses import published_address
from generator.preview.author_notes import notes_on
from generator.preview.boxes import draft_notes, problem_box
from generator.publishing import feed
from generator.publishing.bill import write_bill
from generator.publishing.parts import read_parts
from generator.runtime import browser_bundle
from generator.search.index import write_index
from generator.search.words import search_words
from generator.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown import Extension

    from generator.pages.front_matter import Page
    from generator.pages.navigation import Item
    from generator.pages.reads import Reads
    from generator.problems import Problem, Problems
    from generator.publishing.parts import Part

# The pages that list all others of their folder, and the key of front matter that names a page's place there.
_LISTS = {"articles/index.md": "topic", "calculators/index.md": "need"}


class SiteBuild:
    """The shared files, the browser's files and the problems of a build.

    A preview makes one, and starts it again at each save: what has not changed is kept.

    Args:
        docs: The folder of pages, from the project's folder, which is the working directory.
        site_url: The address of the published site, ending in a slash; None if it is not known.
        preview: Whether an author is watching, who waits for each change: the calculators are then not frozen.
    """

    def __init__(self, docs: Path, site_url: str | None = None, *, preview: bool = False) -> None:
        self._library = Library(docs)
        self._site_url = site_url
        self._pages: dict[str, Page] = {}
        self._bundle: browser_bundle.Bundle | None = None
        self._parts: tuple[Part, ...] = ()
        self._fault: Problem | None = None
        self.search_words: dict[str, list[str]] = {}
        self.conversions = Conversions(self._library)
        try:
            self._bundle = browser_bundle.build(Path.cwd(), frozen=not preview)
            self._parts = read_parts(Path.cwd())
        except browser_bundle.BundleError as error:
            self._fault = error.problem

    def start(self) -> None:
        """Start a build: read the shared files that have changed, and note their problems."""
        self._library.refresh()
        self.search_words = search_words(self._library)
        if self._fault:
            self.problems.note(self._fault)

    @property
    def problems(self) -> Problems:
        """Every mistake found so far."""
        return self._library.problems

    @property
    def reads(self) -> Reads:
        """What is asked while a page is converted."""
        return self._library.reads

    def extensions(self) -> list[Extension]:
        """Our Markdown."""
        manifest = self._bundle.manifest if self._bundle else None
        return [*markdown_extensions(self._library), EmbedsExtension(self._library, manifest, self._site_url)]

    def navigation(self, named: list[Item]) -> list[Item]:
        """The navigation of the settings, completed with the pages it does not name."""
        pages = [page.relative_to(self._library.docs).as_posix() for page in page_files(self._library)]
        note_missing(named, pages, SETTINGS, self.problems)
        return complete(named, pages)

    def check(self, pages: Iterable[Path]) -> None:
        """Check every page as a whole, before its Markdown is converted."""
        self._pages = {page.path: page for page in checked_pages(self._library, list(pages), self._pages)}
        self.conversions.start(self._pages)

    def check_all(self) -> None:
        """Check every page of the folder, for a builder that does not say which pages it builds."""
        self.check(page_files(self._library))

    def page(self, source: Path) -> Page:
        """A page that has been checked."""
        return self._pages[self._library.shown(source)]

    def has_problems(self, source: Path) -> bool:
        """Whether a page's own file has a problem."""
        return bool(self.problems.in_file(self._library.shown(source)))

    def facts(self, source: Path) -> dict[str, Any]:
        """What the templates are told of a page besides its front matter, with a code that leads from paper back to it."""
        page = self.page(source)
        here = page.path.removeprefix(f"{self._library.docs.name}/")
        qr = qr_code(published_address(self._site_url, here)) if self._site_url else ""
        words = self._library.vocabulary.words.get(_LISTS.get(here, ""), {})
        groups = [{"word": word, "words": heading} for word, heading in words.items()]
        return {**page_facts(self._library, page), "qr": qr, "groups": groups}

    def start_page(self, source: Path) -> None:
        """Say which page's Markdown is converted next."""
        page = self.page(source)
        self._library.start_page(page.path, page.text)

    def convert[Made](self, source: Path, settings: str, work: Callable[[], Made]) -> Made:
        """Convert a page's Markdown, or take what came of it before.

        Args:
            source: The page's file.
            settings: What else the conversion starts from, such as Markdown that a plugin changed.
            work: Converts it.
        """
        self.start_page(source)
        return self.conversions.convert(f"{self.page(source).text}\0{settings}", work)

    def check_links(self) -> None:
        """Check the links between the pages, all of which have been converted."""
        note_dead_links(self._library)

    def with_problems(self, html: str) -> str:
        """A page with a box of all problems at its top: a mistake in a shared file belongs to no page in particular."""
        return html.replace("<main", f"{problem_box(self.problems)}<main", 1) if len(self.problems) else html

    def with_notes(self, html: str, source: Path) -> str:
        """A page with what is worth its author's look at its foot, for live preview alone."""
        return html.replace("</main>", f"{draft_notes(notes_on(self._library, self.page(source)))}</main>", 1)

    def index(self, site: Path) -> None:
        """Write the search index of a built site. A preview makes its own: `generator.preview.search`."""
        write_index(site, self.search_words)

    def finish(self, site: Path, site_name: str) -> list[Path]:
        """Put the browser's files in place with the bill of materials, and the feed of changes if the site has an address.

        Args:
            site: The folder of the built site.
            site_name: What the site is called.

        Returns:
            The files that stand there now.
        """
        written = []
        url = self._site_url
        if url and (changes := feed.entries(self._pages.values(), self._library.docs.name, url)):
            written.append(site / feed.NAME)
            written[-1].write_text(feed.atom(changes, url, site_name), encoding="utf-8")
        if self._bundle:
            written.append(write_bill(site, self._parts, self._bundle.files))
        for name, path in (self._bundle.files if self._bundle else {}).items():
            target = site / name
            written.append(target)
            if not target.exists():  # its folder is named after what it holds
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        return written

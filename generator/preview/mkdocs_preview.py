"""Live preview under MkDocs: pages as they are asked for, a site folder that stays, a server that outlives mistakes."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, override

from mkdocs.exceptions import MkDocsException

from generator.preview.app import preview_app
from generator.preview.late_pages import LatePages, PlainLoader
from generator.preview.search import SearchPreview
from generator.problems import Problem, problem_in_code

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from generator.site_build import SiteBuild

_SETTINGS = "mkdocs.yml"
_log = logging.getLogger("mkdocs.baseline")


class Preview(LatePages):
    """What lasts for as long as an author watches.

    Args:
        build: Gives the present build.
        tell: Tells a page what is computed of it, for its template.
    """

    def __init__(self, build: Callable[[], SiteBuild], tell: Callable[[Page], None]) -> None:
        super().__init__()
        self._build = build
        self._tell = tell
        self._site = ""
        self._search = SearchPreview()

    # --- a build

    def hide_site(self, config: MkDocsConfig) -> None:
        """Keep MkDocs from emptying the folder of the site: what is in it is shown should the build fail."""
        self._site = config.site_dir
        config.site_dir = f"{self._site}.not-to-be-emptied"

    def show_site(self, config: MkDocsConfig, files: Files) -> None:
        """Have the files go to the folder of the site after all."""
        config.site_dir = self._site
        for file in files:
            file.dest_dir = self._site

    def show_plain(self, environment: Environment) -> None:
        """Show the pages without their templates, one of which is broken."""
        environment.loader = PlainLoader()
        if environment.cache is not None:
            environment.cache.clear()

    def finish(self, config: MkDocsConfig, files: Files, written: Collection[Path]) -> None:
        """Show the pages of this build, and take away the files of earlier ones."""
        self.publish()
        site = Path(config.site_dir)
        shown = (file for file in files if file.inclusion.is_in_serve())  # type: ignore[no-untyped-call]
        kept = {*written, *(Path(file.abs_dest_path) for file in shown)}
        kept |= {site / name for name in (*config.theme.static_templates, *config.extra_templates, "sitemap.xml.gz")}
        for folder, _, names in site.walk(top_down=False):
            for name in names:
                if folder / name not in kept:
                    (folder / name).unlink()
            if folder != site and not any(folder.iterdir()):
                folder.rmdir()

    # --- a page

    @override
    def before(self, page: Any) -> None:
        self._tell(page)

    @override
    def after(self, html: str, page: Any) -> str:
        build = self._build()
        return build.with_notes(build.with_problems(html), Path(page.file.abs_src_path or ""))

    @override
    def failed(self, error: Exception, plain: str, page: Any = None) -> str:
        build = self._build()
        # Of a page with problems of its own, a template may lack what it needs.
        if page is None or not build.has_problems(Path(page.file.abs_src_path or "")):
            self._note(problem_in_code(error, Path.cwd()))
        return build.with_problems(plain)

    def search(self, path: str) -> str | None:
        """The file of the search index that an address leads to, if it leads to one."""
        place = self._search.asks(path)
        if not place:
            return None
        with self.lock:
            pages = (context["page"] for _, context in self._pages.values())
            return self._search.file(place, self._pages, pages, self._build().search_words)

    # --- the server

    def serve(self, server: LiveReloadServer) -> None:
        """Have a server of MkDocs send the pages, and go on when a build fails.

        It would wait for ever for the build that a failed one was to be.
        """
        builder = server.builder
        server.set_app(preview_app(server.get_app(), self.complete, self.search))  # type: ignore[arg-type] # both are WSGI

        def build_or_tell() -> None:
            with self.lock:
                said: list[str] = []
                try:
                    with _errors_to(said):
                        builder()
                except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the author is told
                    self._note(_as_problem(error, said))

        server.builder = build_or_tell

    def _note(self, problem: Problem) -> None:
        self._build().problems.note(problem)
        _log.error("%s\nThe preview goes on; mend and save.", problem)


def _as_problem(error: Exception | SystemExit, said: list[str]) -> Problem:
    """What stopped a build, as a problem: one of ours as it was told, or one of the settings."""
    told = re.fullmatch(r"(?P<path>\S+):(?P<line>\d+): (?P<what>.*)\n +(?P<mend>.*)", str(error))
    if told:
        return Problem(told["path"], int(told["line"]), told["what"], told["mend"])
    if not isinstance(error, (MkDocsException, SystemExit)):  # MkDocs raises these of the settings
        return problem_in_code(error, Path.cwd())
    text = "\n".join(said) or str(error)
    line = re.search(r"line (\d+), column", text)
    what = " ".join(re.sub(r'in ".*", line \d+, column \d+', "", text).split()).rstrip(".")
    return Problem(
        _SETTINGS, int(line[1]) if line else 1, f"{what}.", "Mend it; until then the pages stay as they were."
    )


@contextmanager
def _errors_to(said: list[str]) -> Iterator[None]:
    """Collect what MkDocs logs as errors in the `with` block."""
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)

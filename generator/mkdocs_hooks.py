"""What MkDocs calls at the right moments of a build: it hands each on to the generator's plain functions.

A build stops with every problem at once. Live preview goes on, shows them in a box on the page and in the terminal, and
recovers at the next save; see `generator.preview.mkdocs_preview`.
"""

from __future__ import annotations

import gc
import importlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, override

from markdown import Markdown
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from generator.problems import AuthorError, problem_in_code

try:
    from generator.preview import fresh_code
    from generator.preview.mkdocs_preview import Preview
    from generator.preview.templates import template_faults
except Exception as error:  # noqa: BLE001 - such as that of a calculators/kit that Python cannot read
    raise Abort(str(problem_in_code(error, Path.cwd()))) from None

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from generator.site_build import SiteBuild

# Python looks for garbage after so many new objects. A page's tree has thousands, nearly all still in use each time.
_GARBAGE = 50_000
_log = logging.getLogger("mkdocs.baseline")


class _State:
    """What lasts from one event of MkDocs to the next."""

    build: SiteBuild
    preview: Preview | None = None
    #: What the build was made for: the code, the folder of pages and the site's address.
    made_for: object = None
    settings = ""
    #: Converts all pages of a build: to set it up takes a twentieth of the time that a page takes.
    markdown: Markdown | None = None
    files: Files


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs calls by name
    """Remember whether an author is watching."""
    gc.set_threshold(_GARBAGE)
    _State.preview = Preview(lambda: _State.build, complete) if command == "serve" else None
    _State.made_for = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build from the files as they are now, complete the navigation, and give Markdown its extensions."""
    try:
        code, fault = fresh_code.renew()
    except AuthorError as error:
        raise Abort(str(error)) from None
    docs = Path(config.docs_dir).relative_to(Path.cwd())
    made_for = (code, docs, config.site_url)
    if made_for != _State.made_for:
        site_build = importlib.import_module("generator.site_build")
        _State.build = site_build.SiteBuild(docs, config.site_url, preview=_State.preview is not None)
        _State.build.conversions.keeps = _State.preview is not None
        _State.made_for = made_for
    build = _State.build
    build.start()
    _State.markdown = None
    if fault:
        build.problems.note(fault)
    _State.settings = repr(
        (config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation)
    )
    if config.theme.custom_dir:  # overrides/ takes the place of all that the theme has, and of its 15,000 icons
        config.theme.dirs = [config.theme.custom_dir]
    config.nav = build.navigation(config.nav or [])
    config.markdown_extensions += build.extensions()  # type: ignore[arg-type] # MkDocs passes objects on
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Keep the site of the last preview in place while the next is built."""
    if _State.preview:
        _State.preview.hide_site(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Check every page's front matter, which MkDocs would pass over in silence."""
    if _State.preview:
        _State.preview.show_site(config, files)
    _State.files = files
    _State.build.check(Path(file.abs_src_path or "") for file in files.documentation_pages())
    _State.build.reads.answer_with("page", lambda path: _address(files.get_file_from_path(str(path))))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 - MkDocs calls by name
    """Have each page take what is known of it already."""
    for file in files.documentation_pages():
        if file.page:
            file.page.__class__ = _SitePage
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are converted: report every problem, and stop unless an author is watching."""
    build, preview = _State.build, _State.preview
    build.check_links()
    titles = {file.page.url: file.page.title for file in files.documentation_pages() if file.page}
    env.globals["titles"] = titles
    env.auto_reload = False  # it serves one build, and would look at each template's file for each page
    if preview:
        preview.take_over(env)
    for fault in template_faults(env, Path(config.theme.custom_dir or "").relative_to(Path.cwd())):
        build.problems.note(fault)
        if preview:
            preview.show_plain(env)
    if len(build.problems):
        report = "\n".join(map(str, build.problems))
        if not preview:
            raise Abort(report)
        _log.error("%s\nThe preview goes on; mend and save.", report)
    return env


def on_page_context(context: dict[str, Any], page: Page, **_: object) -> dict[str, Any]:
    """Tell the templates what is computed of a page; in live preview, when the page is asked for."""
    if not _State.preview:
        complete(page)
    return context


def complete(page: Page) -> None:
    """Tell the templates what is computed of a page."""
    page.meta.update(_State.build.facts(Path(page.file.abs_src_path or "")))


def on_post_build(config: MkDocsConfig) -> None:
    """Put the browser's files, the feed and the search index in place."""
    written = _State.build.finish(Path(config.site_dir), config.site_name)
    if _State.preview:
        _State.preview.finish(config, _State.files, written)
    else:
        _State.build.index(Path(config.site_dir))


def on_build_error(error: Exception) -> None:
    """Say where our own code or a template raised something, in place of a traceback."""
    if not isinstance(error, (BuildError, SystemExit)):
        raise Abort(str(problem_in_code(error, Path.cwd()))) from error


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Serve pages as they are asked for, and outlive a build that fails."""
    if _State.preview:
        _State.preview.serve(server)
    return server


class _SitePage(Page):
    """A page that is read and converted only when it has changed."""

    @override
    def read_source(self, config: MkDocsConfig) -> None:
        page = _State.build.page(Path(self.file.abs_src_path or ""))
        if page.faults or page.document is None or config.plugins.events["page_read_source"]:
            super().read_source(config)
        else:
            self.markdown, self.meta = page.body, dict(page.document.data)

    @override
    def render(self, config: MkDocsConfig, files: Files) -> None:
        def work() -> tuple[Any, ...]:
            # As MkDocs converts, but for its lists of anchors: `generator.markdown.links` checks those.
            md = _State.markdown = _State.markdown or Markdown(
                extensions=config.markdown_extensions, extension_configs=config.mdx_configs
            )
            title = _ExtractTitleTreeprocessor()
            title._register(md)  # noqa: SLF001
            _RelativePathTreeprocessor(self.file, _NotedFiles(files), config)._register(md)  # type: ignore[arg-type] # noqa: SLF001 - it asks for no more
            content = md.reset().convert(self.markdown or "")
            return content, get_toc(getattr(md, "toc_tokens", [])), title.title

        source = Path(self.file.abs_src_path or "")
        made = _State.build.convert(source, f"{self.markdown}\0{_State.settings}", work)
        self.content, self.toc, self._title_from_render = made


class _NotedFiles:
    """The site's files, as a page's links ask for them."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def get_file_from_path(self, path: str) -> File | None:
        _State.build.reads.ask("page", path)
        return self._files.get_file_from_path(path)


def _address(file: File | None) -> object:
    return (file.url, file.inclusion) if file else None

"""The only file that knows MkDocs: it calls the generator's plain functions at the right moments of a build.

A build stops with every problem at once. Live preview goes on, shows them in a box on the page and in the terminal, and
recovers at the next save.
"""

from __future__ import annotations

import importlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort

from generator.problems import Problem, problem_in_code

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from generator.site_build import SiteBuild

# The theme's own style sheets and scripts: overrides/main.html takes their place.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/")
_log = logging.getLogger("mkdocs.baseline")


class _State:
    """What lasts from one event of MkDocs to the next."""

    preview = False
    build: SiteBuild


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs calls by name
    """Remember whether an author is watching."""
    _State.preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build from the files as they are now, complete the navigation, and give Markdown its extensions."""
    fault = _fresh_code()
    site_build = importlib.import_module("generator.site_build")
    _State.build = site_build.SiteBuild(Path(config.docs_dir).relative_to(Path.cwd()), config.site_url)
    if fault:
        _State.build.problems.note(fault)
    config.nav = _State.build.navigation(config.nav or [])
    config.markdown_extensions += _State.build.extensions()  # type: ignore[arg-type] # MkDocs passes objects on
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001 - MkDocs calls by name
    """Check every page's front matter, which MkDocs would pass over in silence; leave out what no page of ours loads."""
    _State.build.check(Path(file.abs_src_path or "") for file in files.documentation_pages())
    for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Tell the extensions which page comes next, and the templates what is computed of it."""
    page.meta.update(_State.build.start_page(Path(page.file.abs_src_path or "")))
    return markdown


def on_env(env: Environment, **_: object) -> Environment:
    """All pages are converted: report every problem, and stop unless an author is watching."""
    _State.build.check_links()
    problems = _State.build.problems
    if len(problems):
        report = "\n".join(map(str, problems))
        if not _State.preview:
            raise Abort(report)
        _log.error("%s\nThe preview goes on; mend and save.", report)
    return env


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Show an author the problems at the top of the page, and what else is worth a look at its foot."""
    output = _State.build.with_problems(output)
    return _State.build.with_notes(output, Path(page.file.abs_src_path or "")) if _State.preview else output


def on_post_build(config: MkDocsConfig) -> None:
    """Put the browser's files and the feed in place."""
    _State.build.finish(Path(config.site_dir), config.site_name)


def _fresh_code() -> Problem | None:
    """Forget the calculators and the generator, so that an edited module takes effect without restarting the preview.

    Returns:
        The mistake that keeps the new code from being read. The code of the last build is then kept.
    """
    ours = [name for name in sys.modules if name.split(".")[0] in {"calculators", "generator"}]
    last = {name: sys.modules.pop(name) for name in ours}
    importlib.invalidate_caches()
    try:
        importlib.import_module("generator.site_build")
    except Exception as error:  # noqa: BLE001 - whatever an edited module does, it is told with its line
        fault = problem_in_code(error, Path.cwd())
        if "generator.site_build" not in last:
            raise Abort(str(fault)) from None
        sys.modules.update(last)
        return fault
    return None

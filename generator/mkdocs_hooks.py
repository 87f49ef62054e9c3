"""The only file that knows MkDocs: it calls the generator's plain functions at the right moments of a build.

A build stops with every problem at once. Live preview goes on, shows them in a box on the page and in the terminal, and
recovers at the next save.
"""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# MkDocs reads this file anew for each build. So does all that it leads to: an edited calculator or generator module
# takes effect at the next save, without restarting the preview.
for _name in [name for name in sys.modules if name.split(".")[0] in {"calculators", "generator"}]:
    del sys.modules[_name]
importlib.invalidate_caches()

from generator import browser_bundle, markdown_extensions  # noqa: E402 - after the purge above
from generator.embeds import EmbedsExtension  # noqa: E402
from generator.front_matter import check_pages  # noqa: E402
from generator.library import Library  # noqa: E402
from generator.preview import problem_box  # noqa: E402

_PREVIEW = "BASELINE_PREVIEW"  # outlives this module, which is read anew for each build
# The theme's own style sheets and scripts: overrides/main.html takes their place.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/")
_log = logging.getLogger("mkdocs.baseline")


class _Build:
    """What one build carries from its first event to its last; MkDocs reads this module anew for each build."""

    library: Library
    bundle: browser_bundle.Bundle


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs calls by name
    """Remember whether an author is watching."""
    os.environ[_PREVIEW] = "1" if command == "serve" else ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the shared files, make the browser's files, and give Markdown its extensions."""
    docs = Path(config.docs_dir).relative_to(Path.cwd())
    _Build.library = Library(docs)
    _Build.bundle = _bundle(Path.cwd())
    config.markdown_extensions += markdown_extensions(_Build.library)  # type: ignore[arg-type] # objects are allowed
    config.markdown_extensions.append(EmbedsExtension(_Build.library, _Build.bundle.manifest))  # type: ignore[arg-type]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG001 - MkDocs calls by name
    """Check every page's front matter, which MkDocs would pass over in silence; leave out what no page of ours loads."""
    check_pages(_Build.library, [Path(file.abs_src_path or "") for file in files.documentation_pages()])
    for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
        files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Tell the extensions which page comes next."""
    source = Path(page.file.abs_src_path or "")
    _Build.library.start_page(source.relative_to(Path.cwd()).as_posix(), source.read_text(encoding="utf-8"))
    return markdown


def on_env(env: Environment, **_: object) -> Environment:
    """All pages are converted: report every problem, and stop unless an author is watching."""
    problems = _Build.library.problems
    if len(problems):
        report = "\n".join(map(str, problems))
        if not os.environ.get(_PREVIEW):
            raise Abort(report)
        _log.error("%s\nThe preview goes on; mend and save.", report)
    return env


def on_post_page(output: str, **_: object) -> str:
    """Show an author the problems at the top of the page."""
    problems = _Build.library.problems
    return output.replace("<main", f"{problem_box(problems)}<main", 1) if len(problems) else output


def on_post_build(config: MkDocsConfig) -> None:
    """Put the browser's files in place."""
    for name, path in _Build.bundle.files.items():
        target = Path(config.site_dir, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _bundle(root: Path) -> browser_bundle.Bundle:
    try:
        return browser_bundle.build(root)
    except browser_bundle.BundleError as error:
        raise Abort(str(error)) from error

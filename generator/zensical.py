"""The only file that knows Zensical: our Markdown as one extension, which zensical.yml names, since it runs no hooks.

It converts the same pages to the same HTML as MkDocs. A page with a problem stops the build. What belongs to no page in
particular is left to our own commands: `check` before it, `finish` after it.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, override

from markdown import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from generator.site_build import SiteBuild

if TYPE_CHECKING:
    from markdown import Markdown

_ZENSICAL = "rendering_context"  # its preprocessor that knows the page and the settings
# Zensical takes each address for one seen from the file, and goes up a folder for the page. Ours are seen from the page.
_UP = re.compile(r'(<a\b[^>]*? href=")\.\./(?![^"]*\.md["#])')


class ZensicalExtension(Extension):
    """All of our Markdown."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        zensical: Any = md.preprocessors[_ZENSICAL]
        docs = Path(os.path.relpath(zensical.config["docs_dir"]))
        site = _site(docs, zensical.config.get("site_url"))
        # Before anything reads the page, and after everything has: see `generator.pages.source`.
        md.preprocessors.register(_Start(md, site, docs, zensical.page), "page", 1001)
        md.postprocessors.register(_End(md, site, zensical.page), "problems", -1)
        md.registerExtensions(site.extensions(), {})


class _Start(Preprocessor):
    def __init__(self, md: Markdown, site: SiteBuild, docs: Path, page: Any) -> None:
        super().__init__(md)
        self._site = site
        self._docs = docs
        self._page = page

    @override
    def run(self, lines: list[str]) -> list[str]:
        source = self._docs / self._page.path
        self._site.start_page(source)
        self._page.meta.update(self._site.facts(source))
        return lines


class _End(Postprocessor):
    def __init__(self, md: Markdown, site: SiteBuild, page: Any) -> None:
        super().__init__(md)
        self._site = site
        self._page = page

    @override
    def run(self, text: str) -> str:
        self._site.problems.raise_if_any()
        return text if Path(self._page.path).stem == "index" else _UP.sub(r"\1", text)


@cache
def _site(docs: Path, site_url: str | None) -> SiteBuild:
    """What all pages share."""
    site = SiteBuild(docs, f"{site_url.rstrip('/')}/" if site_url else None)
    site.start()
    site.check_all()
    return site


def makeExtension(**_: Any) -> ZensicalExtension:  # noqa: N802 - Python-Markdown's name
    """The extension, by its module's name."""
    return ZensicalExtension()

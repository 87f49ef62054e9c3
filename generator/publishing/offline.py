"""Lets the pages be read without a connection: the list of a site's files, and the version of its service worker.

``offline.json``
    what `overrides/sw.js` keeps: the scripts and style sheets every page needs, the pages kept without being read, what
    runs the calculators, and of every file its hash and its size. A reader who saves the whole site is told the sum first.
``sw.js``
    gets its version, a hash over all that. Browsers compare this file byte by byte at each visit, and bring what they
    keep up to date when it differs.

Pages say in their `body` that they may be kept. The same site gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from generator.publishing.headers import IMMUTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LIST = "offline.json"
WORKER = "sw.js"
#: Shown in place of a page that is not kept: overrides/503.html.
NOT_KEPT = "503.html"
#: Kept at the first visit, besides the pages with a calculator.
_QUIET = frozenset(
    {
        *("", "about/read-offline/", "calculators/", "get-help-now/", NOT_KEPT),
        *("manifest.webmanifest", "assets/images/favicon.png", "assets/images/favicon.svg"),
    }
)
#: What only hosts and machines read.
_NOT_READ = frozenset({LIST, WORKER, "404.html", "_headers", "_nginx.conf", "feed.xml", "robots.txt", "sitemap.xml"})
_COPIES = frozenset({".br", ".gz"})
_LICENCE = ".txt"
_VERSION = re.compile(r'^const VERSION = "[^"]*";$', re.MULTILINE)
_BODY = re.compile(r"<body (?:data-offline )?(?=data-root=)")
_MANIFEST = re.compile(r"<script[^>]* data-runtime[^>]*>(.*?)</script>", re.DOTALL)
_CALCULATOR = 'class="calculator"'
#: Kept once it has been used, or with the whole site.
_ON_DEMAND = re.compile("assets/(?:pyodide|wheels)/|search/")


def mark_pages(site: Path, *, offered: bool) -> None:
    """Let every page of a built site say whether it may be kept.

    Args:
        site: The folder `mkdocs build` wrote.
        offered: Whether the publisher lets browsers keep the pages.
    """
    body = "<body data-offline " if offered else "<body "
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if (marked := _BODY.sub(body, html, count=1)) != html:
            page.write_text(marked, encoding="utf-8")


def withdraw(site: Path) -> None:
    """Switch the service worker off: the one that readers have fetches this one, which deletes what was kept and leaves."""
    (site / LIST).unlink(missing_ok=True)
    _set_version(site / WORKER, "")


def offer(site: Path) -> None:
    """Write the list of a site's files, and the version of its service worker.

    Args:
        site: The finished site, with its compressed copies: the list says how much there is to fetch.
    """
    contents = dict(sorted((_address(path, site), path) for path in site.rglob("*") if path.is_file()))
    pages = {address: path.read_text("utf-8") for address, path in contents.items() if path.suffix == ".html"}
    manifest = _runtime_manifest(pages.values())
    spare = _paths(manifest, "whole")
    listed = {
        address: path
        for address, path in contents.items()
        if address not in _NOT_READ | spare and path.suffix not in _COPIES | {_LICENCE}
    }
    about: dict[str, Any] = {
        "shell": [path for path in listed if path.startswith(("assets-", *IMMUTABLE)) and not _ON_DEMAND.match(path)],
        "quiet": [path for path in listed if path in _QUIET or _CALCULATOR in pages.get(path, "")],
        "runtime": [path for path in listed if path in _paths(manifest, "files")],
        "fetch": sum(_sent(path) for path in listed.values()),
        "files": {address: [_digest(path), path.stat().st_size] for address, path in listed.items()},
    }
    worker = (site / WORKER).read_text("utf-8")
    known = json.dumps(about, sort_keys=True) + _VERSION.sub("", worker)
    version = hashlib.sha256(known.encode()).hexdigest()[:16]
    (site / LIST).write_text(json.dumps({"version": version, **about}, ensure_ascii=False), encoding="utf-8")
    _set_version(site / WORKER, version)


def _set_version(worker: Path, version: str) -> None:
    text = worker.read_text(encoding="utf-8")
    worker.write_text(_VERSION.sub(f'const VERSION = "{version}";', text, count=1), encoding="utf-8")


def _address(path: Path, site: Path) -> str:
    """Where a file is read, from the site's root: a page's address is its folder's."""
    return path.relative_to(site).as_posix().removesuffix("index.html")


def _runtime_manifest(pages: Iterable[str]) -> Mapping[str, Any]:
    """What the pages with a calculator tell their worker, which is the same on each of them."""
    for html in pages:
        if found := _MANIFEST.search(html):
            manifest: Mapping[str, Any] = json.loads(found[1])
            return manifest
    return {}


def _paths(manifest: Mapping[str, Any], part: str) -> set[str]:
    return {file["path"] for file in manifest.get(part, {}).values()}


def _sent(path: Path) -> int:
    """The bytes on the line: the smallest compressed copy, or the file."""
    copies = (path.with_name(path.name + ending) for ending in _COPIES)
    return min(each.stat().st_size for each in (path, *copies) if each.is_file())


def _digest(path: Path) -> str:
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()

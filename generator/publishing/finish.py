"""What a built site still needs before it is published: header files for hosts, and compressed copies.

`mkdocs build` writes the pages, then ``python -m generator finish`` adds

``assets/wheels/``, ``assets/pyodide/`` and ``feed.xml``
    if another builder wrote the pages, which runs no code of ours at the end;
fewer files, joined by `generator.publishing.join`
    and links to the scripts that a page's own import, so that browsers ask for all of them at once;
``assets-HASH/``
    the style sheets and scripts, in a folder that a browser may keep for ever;
``_headers``
    for Netlify and Cloudflare Pages, and ``_nginx.conf`` for nginx;
``offline.json``
    what `generator.publishing.offline` lets browsers keep, and its version in ``sw.js``;
``*.br`` and ``*.gz``
    beside every file worth compressing, as small as they get. A host that compresses on the way does so weakly, or
    not at all for WebAssembly and archives, which are most of what a calculator needs.

The same site gives the same bytes, whenever and wherever it is finished.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped] # it ships no types
import click

from generator.problems import AuthorError, Problems
from generator.publishing.asset_version import version_assets
from generator.publishing.headers import collect, in_page, netlify, nginx, security_headers
from generator.publishing.join import join_files
from generator.publishing.offline import LIST, WORKER, mark_pages, offer, withdraw
from generator.publishing.preload import preload_imports
from generator.settings import read_settings
from generator.site_build import SiteBuild

if TYPE_CHECKING:
    from collections.abc import Callable

_COMPRESSIBLE = frozenset(
    {".css", ".html", ".ico", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".whl", ".xml", ".zip"}
)
#: How each kind of compressed copy is made, by the ending of its name.
METHODS: dict[str, Callable[[bytes], bytes]] = {
    ".br": partial(brotli.compress, quality=11, lgwin=24),
    ".gz": partial(gzip.compress, compresslevel=9, mtime=0),
}
#: The same for a site that is tried out, not published: about 15 % larger, and twenty times quicker.
_QUICK: dict[str, Callable[[bytes], bytes]] = {
    ".br": partial(brotli.compress, quality=9, lgwin=24),
    ".gz": partial(gzip.compress, compresslevel=6, mtime=0),
}
#: What every page's head begins with.
_FIRST = '<meta charset="utf-8">'
#: Compressing the runtime takes a minute, so results for files from this size, in bytes, are kept.
_WORTH_KEEPING = 100_000


def complete(site: Path) -> None:
    """Put in place what `generator.mkdocs_hooks` does, for a site that another builder wrote.

    Raises:
        AuthorError: The project has problems.
    """
    problems = Problems()
    settings = read_settings(problems)
    problems.raise_if_any()
    build = SiteBuild(Path("docs"), settings.url)
    build.start()
    build.check_all()
    build.problems.raise_if_any()
    build.finish(site, settings.name)
    build.index(site)


def finish(
    site: Path, cache: Path, *, policy_in_pages: bool = False, offline: bool = True, quick: bool = False
) -> None:
    """Write the header files, the compressed copies and the list for reading offline into a built site.

    Args:
        site: the folder `mkdocs build` wrote.
        cache: where compressed copies of large files are kept for the next time.
        policy_in_pages: also write the policy into each page, for a host that sends no headers of ours.
        offline: whether browsers may keep the pages; if not, those that did so delete them.
        quick: whether to compress quickly rather than well.

    Raises:
        AuthorError: The scripts or style sheets cannot be joined.
    """
    join_files(site, Path())
    preload_imports(site)
    version_assets(site)
    mark_pages(site, offered=offline)
    headers = security_headers(collect(site))
    (site / "_headers").write_text(netlify(headers), encoding="utf-8")
    (site / "_nginx.conf").write_text(nginx(headers), encoding="utf-8")
    if policy_in_pages:
        _write_policy(site, in_page(headers))
    last = {site / name for name in (LIST, WORKER)}
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix in _COMPRESSIBLE and path not in last]
    _compress_all(files, cache, quick=quick)
    (offer if offline else withdraw)(site)
    for path in sorted(last):
        _compress(path, cache, quick=quick)


def _write_policy(site: Path, tag: str) -> None:
    """Write the policy into every page that has none, before anything it is to rule over."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if tag not in html:
            page.write_text(html.replace(_FIRST, f"{_FIRST}\n  {tag}", 1), encoding="utf-8")


def _compress_all(files: list[Path], cache: Path, *, quick: bool) -> None:
    """Write the compressed copies of many files, and show how far it is: the first time takes a minute."""
    sizes = {path: path.stat().st_size for path in files}
    with (
        # Both compressors let other threads run.
        ThreadPoolExecutor(os.cpu_count()) as pool,
        click.progressbar(length=sum(sizes.values()), label="Compressing the files") as bar,
    ):
        # Largest first, so that no core is left with the longest job at the end.
        largest_first = sorted(files, key=sizes.__getitem__)[::-1]
        jobs = {pool.submit(_compress, path, cache, quick=quick): sizes[path] for path in largest_first}
        for job in as_completed(jobs):
            job.result()
            bar.update(jobs[job])


def _compress(path: Path, cache: Path, *, quick: bool) -> None:
    """Write a file's compressed copies; take away those of a file that is there no more."""
    content = path.read_bytes() if path.is_file() else b""
    for ending, method in METHODS.items():
        kept = cache / f"{hashlib.sha256(content).hexdigest()}{ending}"
        if kept.is_file():
            compressed = kept.read_bytes()
        elif quick:
            compressed = _QUICK[ending](content)
        else:
            compressed = method(content)
            if len(content) >= _WORTH_KEEPING:
                _keep(kept, compressed)
        copy = path.with_name(path.name + ending)
        if len(compressed) < len(content):
            copy.write_bytes(compressed)
        else:
            copy.unlink(missing_ok=True)


def _keep(path: Path, content: bytes) -> None:
    """Write a file so that another process sees all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
    Path(draft.name).replace(path)


def main(arguments: list[str] | None = None) -> int:
    """Finish a built site. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m generator finish", description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path, default=Path("site"))
    parser.add_argument(
        "--policy-in-pages",
        action="store_true",
        help="write the policy into each page too, for a host that sends no headers of ours, such as GitHub Pages",
    )
    parser.add_argument(
        "--without-offline",
        action="store_true",
        help="switch the service worker off for every reader: it deletes the pages it kept, and leaves",
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="compress in seconds, not a minute, into files about 15 %% larger: to try the site out, not to publish it",
    )
    options = parser.parse_args(arguments)
    if not (options.directory / "index.html").is_file():
        print(f"{options.directory}/index.html is missing.\n    Run `mkdocs build` first.")
        return 1
    try:
        if not (options.directory / "assets" / "wheels").is_dir():
            complete(options.directory)
        finish(
            options.directory,
            Path(".cache") / "compressed",
            policy_in_pages=options.policy_in_pages,
            offline=not options.without_offline,
            quick=options.quick,
        )
    except AuthorError as error:
        print(error)
        return 1
    return 0

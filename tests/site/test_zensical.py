"""Zensical builds the same tree to the same pages: the words of each, its calculator and its sources."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.small_project import small_project

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("docs", "overrides", "mkdocs.yml", "zensical.yml")
LINKED = (
    "LICENSE",
    "calculators",
    "generator",
    "node_modules",
    "package-lock.json",
    "package.json",
    "pyproject.toml",
    "requirements.txt",
)
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
BUILD = ("zensical", "build", "--strict", "--config-file", "zensical.yml")
LINK = {"href", "src"}
WITH_HASH = re.compile("/assets-[0-9a-f]+/")  # 503.html has a script of its own, so the hash is another without it
NOT_MADE = {"/503.html"}  # of the templates that are no pages, Zensical makes only 404.html


class Body(HTMLParser):
    """What stands in the `.prose` of a page: its elements, their attributes and the text, whatever the spelling."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[object] = []
        self._address = address
        self._open = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)
        self._open += bool(self._open and tag not in VOID) or dict(attrs).get("class") == "prose"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in VOID:
            self._open -= 1
            self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self._open and (text := " ".join(data.split())):
            self.parts.append(text)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open:
            given = {
                name: WITH_HASH.sub("/assets/", urljoin(self._address, value or "")) if name in LINK else value or ""
                for name, value in attrs
            }
            self.parts.append((tag, given))


def bodies(site: Path) -> dict[str, list[object]]:
    """The body of each page, by its address."""
    files = {f"/{file.relative_to(site).as_posix().removesuffix('index.html')}": file for file in site.rglob("*.html")}
    return {address: Body(file.read_text(encoding="utf-8"), address).parts for address, file in files.items()}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The project in a folder of its own, since Zensical writes beside its settings."""
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, tmp_path / name)
    for name in LINKED:
        (tmp_path / name).symlink_to(ROOT / name)
    return with_own_cache(tmp_path)


def with_own_cache(folder: Path) -> Path:
    (folder / ".cache").unlink(missing_ok=True)
    (folder / ".cache").mkdir()
    for ours in ("frozen", "runtime", "wheels"):
        (folder / ".cache" / ours).symlink_to(ROOT / ".cache" / ours)
    return folder


def run(tree: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=tree,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_the_same_bodies_and_all_that_a_host_needs(site_dir: Path, tree: Path) -> None:
    for command in (BUILD, ("generator", "finish", "--quick")):
        code, said = run(tree, *command)
        assert code == 0, said
    expected, found = bodies(site_dir), bodies(tree / "site")
    assert expected.keys() - found.keys() == NOT_MADE
    assert len(expected) > 50
    assert any(
        (part[0], part[1].get("class")) == ("form", "calculator__form")
        for part in found["/calculators/talk-test/"]
        if isinstance(part, tuple)
    )
    for address, body in found.items():
        assert expected.get(address) == body, address
    for name in ("_headers", "_nginx.conf", "feed.xml", "index.html.br"):
        assert (tree / "site" / name).is_file(), name
    made = {file.relative_to(site_dir) for file in (site_dir / "assets").rglob("*")}
    assert made <= {file.relative_to(tree / "site") for file in (tree / "site" / "assets").rglob("*")}
    for name in ("feed.xml", "search/index.json"):
        assert (tree / "site" / name).read_bytes() == (site_dir / name).read_bytes(), name


def test_a_mistake_stops_the_build(tmp_path: Path) -> None:
    folder = with_own_cache(small_project(tmp_path))
    shutil.copyfile(ROOT / "zensical.yml", folder / "zensical.yml")
    code, said = run(folder, *BUILD)
    assert code == 0, said
    page = folder / "docs" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nText [@nope].\n", encoding="utf-8")
    code, said = run(folder, *BUILD)
    assert code == 1
    assert 'No source is called "nope".' in said

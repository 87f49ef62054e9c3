"""Style sheets and scripts get a folder named after their contents, and every page names it."""

import re
from pathlib import Path

import pytest

from generator.publishing.asset_version import version_assets

PAGE = """<link rel="preload" href="{to}assets/fonts/a.woff2"><link rel="icon" href="{to}assets/images/icon.svg">
<meta property="og:image" content="https://a.example/assets/images/share.png">
<link rel="stylesheet" href="{to}assets/css/base.css"><script src="{to}assets/js/site.js"></script>
<a href="https://a.example/assets/js/site.js">elsewhere</a><script data-runtime>{{"index": "assets/pyodide/1/"}}</script>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": PAGE.format(to=""),
        "404.html": PAGE.format(to="/base/"),
        "guide/index.html": PAGE.format(to="../"),
        "assets/js/site.js": 'import "./part.js";',
        "assets/js/part.js": "",
        "assets/css/base.css": 'a { src: url("../fonts/a.woff2"); mask: url("../images/step.svg") }',
        "assets/images/step.svg": "<svg/>",
        "assets/images/icon.svg": "<svg/>",
        "assets/fonts/a.woff2": "font",
        "assets/pyodide/1/pyodide.mjs": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def tree(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def test_scripts_and_style_sheets_move_and_every_page_says_where_to(site: Path) -> None:
    name = version_assets(site)
    found = tree(site)
    assert {path for path in found if path.startswith("assets")} == {
        *("assets/fonts/a.woff2", "assets/images/icon.svg", "assets/pyodide/1/pyodide.mjs"),
        *(f"{name}/{moved}" for moved in ("js/site.js", "js/part.js", "css/base.css", "images/step.svg")),
    }
    for page, to in (("index.html", ""), ("404.html", "/base/"), ("guide/index.html", "../")):
        moved = PAGE.format(to=to)
        for part in ("css/base.css", "js/site.js"):
            moved = moved.replace(f'"{to}assets/{part}', f'"{to}{name}/{part}')
        assert found[page] == moved
    assert 'url("../../assets/fonts/a.woff2")' in found[f"{name}/css/base.css"]
    assert 'url("../images/step.svg")' in found[f"{name}/css/base.css"]


def test_the_second_time_changes_nothing(site: Path) -> None:
    name = version_assets(site)
    once = tree(site)
    assert version_assets(site) == name
    assert tree(site) == once


def test_another_script_gives_another_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for path, text in tree(site).items():
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        (other / path).write_text(f"{text} " if path == "assets/js/site.js" else text, encoding="utf-8")
    assert version_assets(site) != version_assets(other)


def test_every_file_a_built_page_names_is_there(site_dir: Path) -> None:
    named = {
        (page.parent / link).resolve()
        for page in site_dir.rglob("index.html")
        for link in re.findall(r'(?:href|src)="([^":#]*assets[^"]*)"', page.read_text("utf-8"))
    }
    assert len(named) > 20
    assert [path for path in named if not path.is_file()] == []
    assert {path.parent.name for path in named if path.suffix in {".css", ".js"}} == {"css", "js"}

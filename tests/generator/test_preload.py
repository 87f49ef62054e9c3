"""Pages name the scripts that their own import, so that a browser asks for all of them at once."""

import re
from pathlib import Path

import pytest

from generator.publishing.asset_version import version_assets
from generator.publishing.preload import preload_imports

FORM = '<script type="module" src="{to}assets/js/start.js"></script><link rel="modulepreload" href="{to}assets/js/form.js"><p>'
SCRIPTS = {
    "start.js": 'const{form}=await import("./form.js");import("./seldom.js");',
    "form.js": 'import*as rows from"./rows.js";import{a,b as c}from"./parts.js";const d="./not.js";',
    "rows.js": 'import{a}from"./parts.js";export{b}from"./form.js";',
    "parts.js": 'import"./elements.js";',
    "elements.js": "",
    "seldom.js": 'import"./rows.js";',
    "alone.js": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "index.html": FORM.format(to=""),
        "404.html": FORM.format(to="/base/"),
        "guide/index.html": '<script type="module" src="../assets/js/alone.js"></script>',
    }
    for name, text in {**pages, **{f"assets/js/{name}": text for name, text in SCRIPTS.items()}}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("page", "to"), [("index.html", ""), ("404.html", "/base/")])
def test_what_a_pages_modules_import_is_named_nearest_first(site: Path, page: str, to: str) -> None:
    preload_imports(site)
    html = (site / page).read_text(encoding="utf-8")
    assert re.findall(r'modulepreload" href="([^"]+)"', html) == [
        f"{to}assets/js/{script}" for script in ("form.js", "rows.js", "parts.js", "elements.js")
    ]
    assert html.endswith("<p>")


def test_a_page_whose_modules_import_nothing_stays_as_it_is(site: Path) -> None:
    page = site / "guide" / "index.html"
    before = page.read_bytes()
    preload_imports(site)
    assert page.read_bytes() == before


def test_the_second_time_changes_nothing(site: Path) -> None:
    preload_imports(site)
    once = (site / "index.html").read_bytes()
    preload_imports(site)
    assert (site / "index.html").read_bytes() == once
    version_assets(site)
    moved = (site / "index.html").read_bytes()
    preload_imports(site)
    assert (site / "index.html").read_bytes() == moved != once

"""The list of what a browser may keep, and the version that says when it has changed."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.publishing import offline

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = '<script type="application/json" data-runtime>{"files": {"a": {"path": "assets/pyodide/1/a.wasm"}}, "whole": {"b": {"path": "assets/pyodide/1-whole/b.zip"}}}</script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": '<body data-root=".">Home',
        "articles/one/index.html": '<body data-root="../..">One',
        "calculators/two/index.html": f'<body data-root="../.."><div class="calculator">{RUNTIME}',
        "503.html": '<body data-root="/">No connection',
        "404.html": '<body data-root="/">Not here',
        "assets-0123/site.js": "1",
        "assets/fonts/a.woff2": "font",
        "assets/fonts/LICENSE.txt": "licence",
        "assets/pyodide/1/a.wasm": "wasm",
        "assets/pyodide/1/a.wasm.br": "w",
        "assets/pyodide/1-whole/b.zip": "library",
        "search/chunks/1/words.json": "words",
        "_headers": "",
        "sw.js": 'const VERSION = "";\n',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def listed(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "offline.json").read_text("utf-8"))
    return found


def test_the_list_names_every_file_that_is_read_and_what_each_is_for(site: Path) -> None:
    offline.offer(site)
    found = listed(site)
    assert set(found["files"]) == {
        *("", "503.html", "articles/one/", "assets-0123/site.js", "assets/fonts/a.woff2", "assets/pyodide/1/a.wasm"),
        *("calculators/two/", "search/chunks/1/words.json"),
    }
    assert found["shell"] == ["assets-0123/site.js", "assets/fonts/a.woff2"]
    assert found["quiet"] == ["", "503.html", "calculators/two/"]
    assert found["runtime"] == ["assets/pyodide/1/a.wasm"]
    sizes = {path: size for path, (_, size) in found["files"].items()}
    assert sizes["assets/pyodide/1/a.wasm"] == 4
    # As it is sent: compressed where there is a compressed copy.
    assert found["fetch"] == sum(sizes.values()) - 3
    assert f'const VERSION = "{found["version"]}";' in (site / "sw.js").read_text("utf-8")


def test_the_version_changes_with_any_file_and_with_nothing_else(site: Path) -> None:
    offline.offer(site)
    first = listed(site)["version"]
    offline.offer(site)
    assert listed(site)["version"] == first
    (site / "articles/one/index.html").write_text('<body data-root="../..">Corrected', encoding="utf-8")
    offline.offer(site)
    assert listed(site)["version"] != first


def test_the_publisher_can_withdraw_it(site: Path) -> None:
    offline.mark_pages(site, offered=True)
    offline.offer(site)
    assert "<body data-offline data-root=" in (site / "index.html").read_text("utf-8")
    offline.mark_pages(site, offered=False)
    offline.withdraw(site)
    assert '<body data-root="."' in (site / "index.html").read_text("utf-8")
    assert (site / "sw.js").read_text("utf-8") == 'const VERSION = "";\n'
    assert not (site / "offline.json").exists()


def test_a_page_that_was_not_finished_is_not_kept() -> None:
    # So it is in live preview: the worker there is the one that leaves, and no page starts another.
    assert 'const VERSION = "";' in (ROOT / "overrides" / "sw.js").read_text("utf-8")
    assert "data-offline" not in (ROOT / "overrides" / "main.html").read_text("utf-8")


def test_the_built_site_lists_all_its_pages_and_what_its_calculators_run_on(site_dir: Path) -> None:
    found = listed(site_dir)
    pages = {path.parent.relative_to(site_dir) for path in site_dir.rglob("index.html")}
    assert {Path(path) for path in found["files"] if not path or path.endswith("/")} == pages
    assert all((site_dir / path).exists() for path in found["files"])
    assert {Path(path).suffix for path in found["runtime"]} >= {".js", ".wasm"}
    calculators = [path for path in found["files"] if path.startswith("calculators/")]
    assert len(calculators) > 16
    assert set(found["quiet"]) >= {"", "503.html", "get-help-now/", *calculators}
    assert found["fetch"] < sum(size for _, size in found["files"].values())

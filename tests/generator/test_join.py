"""A published site has few scripts and style sheets, which do what the many did."""

import re
from pathlib import Path

import pytest

from generator.problems import AuthorError
from generator.publishing.join import join_files

ROOT = Path(__file__).resolve().parents[2]
SHEET = '\n  <link rel="stylesheet" href="{to}assets/css/{name}.css"{paper}>'
START = '<script type="module" src="assets/js/start.js"></script><link rel="modulepreload" href="assets/js/page.js">'
SCRIPTS = {
    "start.js": 'import { one } from "./parts.js";\n// What it does.\nexport const kept = one();\nimport("./seldom.js");\n',
    "parts.js": "export const one = () => document.title;\nexport const other = () => one() + 1;\n",
    "seldom.js": 'import { other } from "./parts.js";\nexport const seldom = other();\n',
    "page.js": 'const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });\n',
    "worker.js": 'import { one } from "./parts.js";\npostMessage(one());\n',
}


def page(to: str, screen: tuple[str, ...], paper: tuple[str, ...]) -> str:
    links = [SHEET.format(to=to, name=name, paper="") for name in screen]
    links += [SHEET.format(to=to, name=name, paper=' media="print"') for name in paper]
    return f"<head>{''.join(links)}\n</head>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": page("", ("tokens", "base", "home"), ("print",)) + START,
        "404.html": page("/base/", ("tokens", "base"), ("print",)),
        "guide/index.html": page("../", ("tokens", "base", "form"), ("print", "sheet")),
        "plain.html": "<p>",
        **{f"assets/css/{name}.css": f"/* {name} */\na {{ --{name}: 1 }}\n" for name in ("tokens", "base", "home")},
        **{f"assets/css/{name}.css": f"b {{ --{name}: 1 }}\n" for name in ("form", "print", "sheet", "later")},
        **{f"assets/js/{name}": text for name, text in SCRIPTS.items()},
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_what_every_page_has_is_one_sheet_in_the_same_order(site: Path) -> None:
    join_files(site, ROOT)
    assert (site / "index.html").read_text() == page("", ("everywhere", "home"), ("everywhere-print",)) + START
    assert (site / "404.html").read_text() == page("/base/", ("everywhere",), ("everywhere-print",))
    assert (site / "guide/index.html").read_text() == page("../", ("everywhere", "form"), ("everywhere-print", "sheet"))
    assert (site / "plain.html").read_text() == "<p>"
    sheets = {path.stem: path.read_text().strip() for path in (site / "assets" / "css").iterdir()}
    assert sheets.pop("everywhere") == "a{--tokens: 1 }a{--base: 1 }"
    assert sheets.pop("everywhere-print") == "b{--print: 1 }"
    assert sorted(sheets) == ["form", "home", "later", "sheet"]


def test_each_script_that_is_asked_for_by_itself_has_all_it_needs(site: Path) -> None:
    join_files(site, ROOT)
    scripts = {path.name: path.read_text() for path in (site / "assets" / "js").iterdir()}
    assert {"start.js", "seldom.js", "page.js", "worker.js"} < scripts.keys()
    assert "parts.js" not in scripts
    (shared,) = scripts.keys() - {"start.js", "seldom.js", "page.js", "worker.js"}
    assert f'"./{shared}"' in scripts["start.js"]
    assert "import(" in scripts["start.js"]
    assert "What it does" not in scripts["start.js"]
    assert "import" not in scripts["worker.js"], "a worker waits for no second file"
    assert re.search(r'new URL\("\./worker\.js",\s*import\.meta\.url\)', scripts["page.js"])


def test_done_again_it_does_no_harm(site: Path) -> None:
    def tree() -> dict[Path, str]:
        return {path: path.read_text() for path in site.rglob("*") if path.is_file()}

    join_files(site, ROOT)
    once = tree()
    join_files(site, ROOT)
    assert {path: text for path, text in tree().items() if path.suffix != ".js"} == {
        path: text for path, text in once.items() if path.suffix != ".js"
    }


def test_a_site_without_scripts_or_common_sheets_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "assets" / "js").mkdir(parents=True)
    (tmp_path / "assets" / "css").mkdir()
    (tmp_path / "index.html").write_text("<p>")
    join_files(tmp_path, ROOT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "index.html"]


def test_a_site_whose_files_have_moved_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    join_files(tmp_path, ROOT)
    assert list(tmp_path.rglob("*")) == [tmp_path / "assets"]


def test_without_esbuild_one_sentence_says_what_to_do(site: Path, tmp_path: Path) -> None:
    with pytest.raises(AuthorError) as refusal:
        join_files(site, tmp_path)
    assert str(refusal.value).splitlines()[0] == "package.json:1: esbuild is not installed."
    assert (site / "assets" / "js" / "parts.js").is_file()


def test_a_script_that_is_none_is_told_in_one_sentence(site: Path) -> None:
    (site / "assets" / "js" / "start.js").write_text("const = ;")
    with pytest.raises(AuthorError) as refusal:
        join_files(site, ROOT)
    what, mend = str(refusal.value).splitlines()
    assert "start.js" in what or "Expected" in what
    assert "make install" in mend
    assert (site / "assets" / "js" / "start.js").is_file()

"""A finished site has header files and compressed copies, the same on every run."""

import gzip
import re
from pathlib import Path

import brotli  # type: ignore[import-untyped] # it ships no types
import pytest
import yaml

from generator.publishing import finish

BIG = b"\0asm" + bytes(range(256)) * 500


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>Words, words, words, words, words</p><script>a()</script>" * 9)
    (site / "a.wasm").write_bytes(BIG)
    (site / "tiny.txt").write_text("a")
    (site / "picture.png").write_bytes(BIG)
    (site / "sw.js").write_text('const VERSION = "";\n')
    return site


def read(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in site.iterdir()}


def test_files_worth_it_get_compressed_copies(site: Path, tmp_path: Path) -> None:
    finish.finish(site, tmp_path / "cache")
    assert brotli.decompress((site / "a.wasm.br").read_bytes()) == BIG
    assert gzip.decompress((site / "a.wasm.gz").read_bytes()) == BIG
    assert set(read(site)) == {
        *("_headers", "_nginx.conf", "a.wasm", "a.wasm.br", "a.wasm.gz", "index.html", "index.html.br"),
        *("index.html.gz", "offline.json", "offline.json.br", "offline.json.gz", "picture.png", "sw.js", "tiny.txt"),
    }


def test_the_headers_allow_the_pages_own_scripts(site: Path, tmp_path: Path) -> None:
    finish.finish(site, tmp_path / "cache")
    assert "'sha256-" in (site / "_headers").read_text()
    assert "'sha256-" in (site / "_nginx.conf").read_text()


def test_twice_gives_the_same_bytes_and_large_files_come_from_the_cache(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish.finish(site, tmp_path / "cache")
    once = read(site)
    compressed: list[int] = []

    def count(content: bytes) -> bytes:
        compressed.append(len(content))
        return bytes(brotli.compress(content, quality=11, lgwin=24))

    monkeypatch.setitem(finish.METHODS, ".br", count)
    finish.finish(site, tmp_path / "cache")
    assert read(site) == once
    assert compressed
    assert len(BIG) not in compressed


def test_a_site_to_try_out_is_compressed_quickly_and_that_is_not_kept_for_one_to_publish(
    site: Path, tmp_path: Path
) -> None:
    (site / "words.txt").write_text(" ".join(str(number**3) for number in range(40_000)))
    finish.finish(site, tmp_path / "cache", quick=True)
    quick = read(site)
    assert brotli.decompress(quick["words.txt.br"]) == gzip.decompress(quick["words.txt.gz"]) == quick["words.txt"]
    finish.finish(site, tmp_path / "cache")
    assert len(read(site)["words.txt.br"]) < len(quick["words.txt.br"])


def test_a_site_that_is_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert finish.main([str(tmp_path)]) == 1
    assert "Run `mkdocs build` first." in capsys.readouterr().out


def test_a_host_that_sends_no_headers_gets_the_policy_in_each_page(site: Path, tmp_path: Path) -> None:
    page = site / "index.html"
    html = f'<!DOCTYPE html>\n<head>\n<meta charset="utf-8">\n<title>T</title></head>{page.read_text("utf-8")}'
    page.write_text(html, encoding="utf-8")
    finish.finish(site, tmp_path / "cache")
    assert page.read_text("utf-8") == html
    for _ in range(2):
        finish.finish(site, tmp_path / "cache", policy_in_pages=True)
    said = page.read_text("utf-8")
    before, tag = said.split('<meta http-equiv="Content-Security-Policy" content="')
    assert before == '<!DOCTYPE html>\n<head>\n<meta charset="utf-8">\n  '
    policy = tag.partition('"')[0]
    assert policy in (site / "_headers").read_text("utf-8")
    assert "default-src 'none'; script-src 'self'" in policy
    assert "frame-ancestors" not in policy


def test_the_workflows_run_what_there_is() -> None:
    root = Path(__file__).resolve().parents[2]
    targets = set(re.findall(r"^([a-z]+):.*##", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    ran = ""
    for name, wanted in (("test", {"install", "test"}), ("pages", {"build"})):
        workflow = yaml.safe_load((root / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"))
        (job,) = workflow["jobs"].values()
        ran = " ".join(step.get("run", "") for step in job["steps"])
        assert set(re.findall(r"\bmake (\w+)", ran)) == wanted <= targets
    assert "FINISH=--policy-in-pages" in ran

"""The server behaves as a host does."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.publishing.static_server import main, serve


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "site" / "guide").mkdir(parents=True)
    (tmp_path / "site" / "assets" / "pyodide").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("<h1>Home</h1>")
    (tmp_path / "site" / "404.html").write_text("<h1>Not here</h1>")
    (tmp_path / "site" / "guide" / "index.html").write_text("<h1>Guide</h1>")
    (tmp_path / "site" / "assets" / "pyodide" / "a.wasm").write_bytes(b"wasm" * 99)
    (tmp_path / "site" / "assets" / "pyodide" / "a.wasm.gz").write_bytes(gzip.compress(b"wasm" * 99))
    (tmp_path / "secret.txt").write_text("secret")
    with serve(tmp_path / "site") as url:
        yield url


def ask(url: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    sent: Mapping[str, str] = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection(urlsplit(url).netloc, timeout=10)) as connection:
        connection.request(method, path, headers=dict(sent))
        response = connection.getresponse()
        return response, response.read()


def test_pages(url: str) -> None:
    for path, body in (("/", b"<h1>Home</h1>"), ("/guide/?a=1", b"<h1>Guide</h1>")):
        response, content = ask(url, path)
        assert (response.status, content) == (200, body)
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_folder_without_its_slash_is_redirected(url: str) -> None:
    response, _ = ask(url, "/guide")
    assert (response.status, response.headers["Location"]) == (301, "/guide/")


@pytest.mark.parametrize("path", ["/nothing", "/../secret.txt", "/%2e%2e/secret.txt", "/guide/%00", "//etc/passwd"])
def test_what_is_not_there(url: str, path: str) -> None:
    response, content = ask(url, path)
    assert (response.status, content) == (404, b"<h1>Not here</h1>")
    assert response.headers["Content-Security-Policy"]


def test_compressed_copies_are_sent_to_who_takes_them(url: str) -> None:
    plain, content = ask(url, "/assets/pyodide/a.wasm")
    assert (plain.headers["Content-Encoding"], content) == (None, b"wasm" * 99)
    packed, content = ask(url, "/assets/pyodide/a.wasm", accept_encoding="gzip, deflate, br")
    assert (packed.headers["Content-Encoding"], gzip.decompress(content)) == ("gzip", b"wasm" * 99)
    for response in (plain, packed):
        assert response.headers["Content-Type"] == "application/wasm"
        assert "immutable" in response.headers["Cache-Control"]


def test_an_unchanged_file_is_not_sent_again(url: str) -> None:
    first, _ = ask(url, "/")
    again, content = ask(url, "/", if_none_match=first.headers["ETag"])
    assert (again.status, content) == (304, b"")


def test_head_sends_headers_alone(url: str) -> None:
    response, content = ask(url, "/", method="HEAD")
    assert (response.status, response.headers["Content-Length"], content) == (200, "13", b"")


def test_a_site_that_is_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "Run `make build` first." in capsys.readouterr().out

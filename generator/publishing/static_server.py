"""Serves a built site on this machine as its host will: same headers, types, compression.

``python -m generator serve`` shows the site that `mkdocs build` and
``python -m generator finish`` made; the browser tests use `serve`, and subclass
`SiteHandler` to break a file on its way.
"""

from __future__ import annotations

import argparse
import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from generator.publishing.headers import cache_control, collect, security_headers

_TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
#: Best first: what a browser says it accepts, and how such a file's name ends.
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True)
class Reply:
    """One answer of the server.

    Attributes:
        status: the HTTP status.
        headers: sent besides ``Content-Length``.
        body: what is sent; empty for a redirect or an unchanged file.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class SiteHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from a folder. Subclasses override `answer` or `write`."""

    protocol_version = "HTTP/1.1"
    server_version = "baseline"
    sys_version = ""
    timeout: ClassVar[float | None] = 60.0

    def __init__(self, *args: object, directory: Path, common: Mapping[str, str]) -> None:
        self.directory = directory
        self.common = common
        super().__init__(*args)  # type: ignore[arg-type]

    def handle(self) -> None:
        """Answer until the browser hangs up, which it may do at any moment."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send a file."""
        self._send(self._unless_known(self.answer(self._site_path())))

    def do_HEAD(self) -> None:
        """Send a file's headers."""
        reply = self.answer(self._site_path())
        self._send(replace(reply, body=b""), length=len(reply.body))

    def answer(self, site_path: str) -> Reply:
        """The reply for a path without its leading slash; ``404.html`` if there is no such file."""
        path = self._find(site_path)
        if path is None:
            return self._redirect_or_missing(site_path)
        return self._file(path, 200)

    def write(self, body: bytes) -> None:
        """Send the body."""
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep quiet: a page asks for dozens of files."""

    def _site_path(self) -> str:
        return unquote(urlsplit(self.path).path).lstrip("/")

    def _find(self, site_path: str) -> Path | None:
        parts = PurePosixPath(site_path).parts
        if ".." in parts or "\0" in site_path:
            return None
        path = self.directory.joinpath(*parts)
        if path.is_dir() and (not site_path or site_path.endswith("/")):
            path /= "index.html"
        return path if path.is_file() else None

    def _redirect_or_missing(self, site_path: str) -> Reply:
        if site_path and ".." not in site_path and (self.directory / site_path).is_dir():
            return Reply(301, {**self.common, "Location": f"/{site_path}/"}, b"")
        missing = self.directory / "404.html"
        if missing.is_file():
            return self._file(missing, 404)
        return Reply(404, {**self.common, "Content-Type": _TYPES[".txt"]}, b"Not found\n")

    def _file(self, path: Path, status: int) -> Reply:
        headers = {
            **self.common,
            "Content-Type": _TYPES.get(path.suffix, "application/octet-stream"),
            "Cache-Control": cache_control(path.relative_to(self.directory).as_posix()),
            "Vary": "Accept-Encoding",
        }
        source = path
        accepted = {name.strip() for name in self.headers.get("Accept-Encoding", "").split(",")}
        for encoding, ending in _ENCODINGS:
            compressed = path.with_name(path.name + ending)
            if encoding in accepted and compressed.is_file():
                source = compressed
                headers["Content-Encoding"] = encoding
                break
        body = source.read_bytes()
        headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return Reply(status, headers, body)

    def _unless_known(self, reply: Reply) -> Reply:
        """An empty 304 if the browser already has these bytes."""
        known = self.headers.get("If-None-Match")
        if reply.status == 200 and known and known == reply.headers.get("ETag"):
            return replace(reply, status=304, body=b"")
        return reply

    def _send(self, reply: Reply, length: int | None = None) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body) if length is None else length))
        self.end_headers()
        self.write(reply.body)


@contextmanager
def serve(
    directory: Path,
    port: int = 0,
    handler: type[SiteHandler] = SiteHandler,
    common: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 while the ``with`` block runs.

    Args:
        directory: the built site.
        port: 0 takes a free one.
        handler: what answers; a subclass can break files for a test.
        common: headers of every reply; by default those `generator.publishing.headers` works out.

    Yields:
        The address, ending in a slash.
    """
    if common is None:
        common = security_headers(collect(directory))
    answering = partial(handler, directory=directory, common=common)
    server = ThreadingHTTPServer(("127.0.0.1", port), answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def main(arguments: list[str] | None = None) -> int:
    """Serve the built site until Ctrl+C. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m generator serve", description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    if not (options.directory / "index.html").is_file():
        print(f"{options.directory}/index.html is missing.\n    Run `make build` first.")
        return 1
    with serve(options.directory, options.port) as address, suppress(KeyboardInterrupt):
        print(f"The site as its host serves it: {address} (Ctrl+C stops it)")
        threading.Event().wait()
    return 0

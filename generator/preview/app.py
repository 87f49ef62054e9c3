"""What live preview sends: pages rendered when they are asked for, with the headers that the published site has.

A WSGI application around the one of MkDocs, which waits for a build to finish, reads files and adds the script that
reloads the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.preview.boxes import STYLE_ADDRESS, style
from generator.publishing.headers import inline_script_hashes, security_headers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

type App = Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]


def preview_app(app: App, complete: Callable[[str], str], search: Callable[[str], str | None]) -> App:
    """An application that completes each page of another, and sends it under the site's policy.

    Args:
        app: Answers with files.
        complete: Makes a page of a stub.
        search: Gives the file of the search index that an address leads to, if it leads to one.
    """

    def answer(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == STYLE_ADDRESS:
            body = style().encode()
            start("200 OK", [("Content-Type", "text/css; charset=utf-8"), *_headers("", len(body))])
            return [body]
        if (found := search(environ["PATH_INFO"])) is not None:
            body = found.encode()
            start("200 OK", [("Content-Type", "application/json"), *_headers("", len(body))])
            return [body]
        told: list[Any] = []
        parts = app(environ, lambda *given: told.extend(given))
        status, headers = told[0], dict(told[1])
        if not headers.get("Content-Type", "").startswith("text/html"):
            start(status, [*headers.items(), *_headers("")])
            return parts
        html = complete(b"".join(parts).decode("utf-8"))
        body = html.encode()
        headers |= {"Content-Type": "text/html; charset=utf-8"}
        headers.pop("Content-Length", None)
        start(status, [*headers.items(), *_headers(html, len(body))])
        return [body]

    return answer


def _headers(html: str, length: int | None = None) -> list[tuple[str, str]]:
    policy = security_headers(sorted(inline_script_hashes(html)) if html else ())
    size = [] if length is None else [("Content-Length", str(length))]
    return [*policy.items(), ("Cache-Control", "no-cache"), *size]

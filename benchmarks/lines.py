"""The line between server and reader: counted, as slow as asked, and far away if asked."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from generator.publishing.headers import FOR_EVER
from generator.publishing.static_server import Reply, SiteHandler, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 16_384


@dataclass(frozen=True)
class Line:
    """How fast and how far.

    Attributes:
        bytes_a_second: what all connections share.
        delay: from a request to the first byte of its answer, in seconds.
    """

    bytes_a_second: float = float("inf")
    delay: float = 0.0


class CountingHandler(SiteHandler):
    """Counts what it sends, over one line."""

    line: ClassVar[Line] = Line()
    sent: ClassVar[int] = 0
    #: Of that, what runs Python.
    runtime: ClassVar[int] = 0
    _free_at: ClassVar[float] = 0.0
    _turn: ClassVar[Lock] = Lock()

    @classmethod
    def restart(cls) -> None:
        """Count from nothing."""
        cls.sent = cls.runtime = 0

    def answer(self, site_path: str) -> Reply:
        """Let rivals run as their makers intend: our policy is not theirs, and a browser keeps their files as ours."""
        time.sleep(self.line.delay)
        reply = super().answer(site_path)
        if not site_path.startswith("rivals/"):
            return reply
        headers = {name: value for name, value in reply.headers.items() if name != "Content-Security-Policy"}
        if not site_path.endswith("/"):
            headers["Cache-Control"] = FOR_EVER
        return replace(reply, headers=headers)

    def write(self, body: bytes) -> None:
        """Send the body in pieces, no faster than the line allows."""
        for start in range(0, len(body), _PIECE):
            part = body[start : start + _PIECE]
            time.sleep(self._wait(len(part)))
            super().write(part)

    def _wait(self, size: int) -> float:
        """Seconds until the line has carried so many bytes more."""
        cls = CountingHandler
        with cls._turn:
            now = time.monotonic()
            cls.sent += size
            if self.path.startswith(("/assets/pyodide/", "/assets/wheels/")):
                cls.runtime += size
            cls._free_at = max(now, cls._free_at) + size / cls.line.bytes_a_second
            return cls._free_at - now


@contextmanager
def serve_over(line: Line, site: Path) -> Iterator[str]:
    """Serve the site over a line; yields the address."""
    CountingHandler.line = line
    with serve(site, handler=CountingHandler) as url:
        yield url

"""A host that breaks one file on its way, to see what the reader is told."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.headers import collect, security_headers
from generator.static_server import Reply, SiteHandler, serve

LIMITS_MS = {"stall": 2_000, "answer": 2_000}
"""Shorter than a reader's (generator/browser_bundle.py), so that a test need not wait as long."""


@dataclass(frozen=True)
class Fault:
    """What happens to the files whose name ends in `name`.

    Attributes:
        change: The reply in place of the true one.
        sent: How much of the body is sent before the connection is cut.
        stalled: Whether the connection is then left open and silent.
    """

    name: str
    change: Callable[[Reply], Reply] = lambda reply: reply
    sent: int | None = None
    stalled: bool = False


def missing(reply: Reply) -> Reply:
    return replace(reply, status=404, body=b"Not found\n", headers=_plain(reply))


def flipped(reply: Reply) -> Reply:
    body = bytearray(reply.body)
    body[len(body) // 2] ^= 0x55
    return replace(reply, body=bytes(body), headers=_plain(reply))


def shortened(reply: Reply) -> Reply:
    return replace(reply, body=reply.body[: len(reply.body) // 2], headers=_plain(reply))


def mistyped(reply: Reply) -> Reply:
    return replace(reply, headers={**_plain(reply), "Content-Type": "text/plain"})


def no_wasm(reply: Reply) -> Reply:
    """What a host sends whose policy forgets WebAssembly."""
    policy = reply.headers["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "")
    return replace(reply, headers={**reply.headers, "Content-Security-Policy": policy})


def rewritten(pattern: str, by: str) -> Callable[[Reply], Reply]:
    """A text file with a passage replaced."""

    def change(reply: Reply) -> Reply:
        text, times = re.subn(pattern, lambda _: by, reply.body.decode())
        assert times == 1, f"{pattern} is not in the file"
        return replace(reply, body=text.encode(), headers=_plain(reply))

    return change


class FaultySite:
    """The site on a host that can be broken and mended while a page is open."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.common = security_headers(collect(directory))
        self.fault: Fault | None = None
        self.limits = LIMITS_MS
        self.url = ""

    @contextmanager
    def serve(self) -> Iterator[None]:
        """Serve while the block runs; `url` says where."""
        site = self

        class Handler(SiteHandler):
            def answer(self, site_path: str) -> Reply:
                # Compressed files cannot be broken at a chosen place.
                del self.headers["Accept-Encoding"]
                reply = super().answer(site_path)
                if reply.headers.get("Content-Type", "").startswith("text/html"):
                    reply = _impatient(reply, site.limits)
                fault = self._fault()
                return fault.change(reply) if fault else reply

            def write(self, body: bytes) -> None:
                fault = self._fault()
                if not fault or fault.sent is None:
                    super().write(body)
                    return
                super().write(body[: fault.sent])
                self.wfile.flush()
                while fault.stalled and site.fault is fault:
                    time.sleep(0.05)
                self.close_connection = True

            def _fault(self) -> Fault | None:
                fault = site.fault
                return fault if fault and self.path.split("#")[0].endswith(fault.name) else None

        with serve(self.directory, handler=Handler, common=self.common) as url:
            self.url = url
            yield
            self.fault = None


def _impatient(reply: Reply, limits: Mapping[str, int]) -> Reply:
    text = reply.body.decode()
    for name, value in limits.items():
        text = re.sub(rf'"{name}": \d+', f'"{name}": {value}', text)
    return replace(reply, body=text.encode())


def _plain(reply: Reply) -> Mapping[str, str]:
    """Headers without the tag of the true bytes."""
    return {name: value for name, value in reply.headers.items() if name != "ETag"}

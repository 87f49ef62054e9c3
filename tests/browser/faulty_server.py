"""A host that breaks one file on its way, to see what the reader is told."""

import base64
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.publishing.headers import collect, security_headers
from generator.publishing.static_server import Reply, SiteHandler, serve

LIMITS_MS = {"stall": 2_000, "answer": 2_000}
"""Shorter than a reader's (generator/runtime/browser_bundle.py), so that a test need not wait as long."""


@dataclass(frozen=True)
class Fault:
    """What happens to the files whose address has `name` in it.

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
    """The site on a host that can be broken and mended while a page is open.

    Attributes:
        fault: What is broken now.
        limits: How long a page waits, in milliseconds.
        built_so: Files, by their paths, as if the build had written them: pages name the hashes of these.
        whole: Whether pages fetch the whole Pyodide at once, as after the frozen Python has failed.
        url: Its address.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.common = security_headers(collect(directory))
        self.fault: Fault | None = None
        self.limits = LIMITS_MS
        self.whole = False
        self.built_so: Mapping[str, bytes] = {}
        self.url = ""

    def with_manifest(self, html: str) -> str:
        """A page that waits and fetches as this host is to be tried."""

        def change(found: re.Match[str]) -> str:
            manifest = json.loads(found[2])
            manifest["limits"] |= self.limits
            for entry in manifest["files"].values():
                if content := self.built_so.get(entry["path"]):
                    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
                    entry |= {"integrity": f"sha256-{digest}", "bytes": len(content)}
            if self.whole:
                manifest |= {"files": manifest["whole"], "memory": None}
            return found[1] + json.dumps(manifest) + found[3]

        return re.sub(r"(<script[^>]* data-runtime[^>]*>)(.*?)(</script>)", change, html, flags=re.DOTALL)

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
                    reply = replace(reply, body=site.with_manifest(reply.body.decode()).encode())
                if site_path in site.built_so:
                    reply = replace(reply, body=site.built_so[site_path], headers=_plain(reply))
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
                return fault if fault and fault.name in self.path else None

        with serve(self.directory, handler=Handler, common=self.common) as url:
            self.url = url
            yield
            self.fault = None


def _plain(reply: Reply) -> Mapping[str, str]:
    """Headers without the tag of the true bytes."""
    return {name: value for name, value in reply.headers.items() if name != "ETag"}

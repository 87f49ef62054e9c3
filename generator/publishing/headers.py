"""The response headers a host sends with every page and file.

The policy lets a page run the site's own scripts and WebAssembly, ask the site
itself, and nothing else: what a reader types has nowhere to go. The few scripts
that Material writes into the page are allowed by their hash, collected from the
built pages. A policy in a ``<meta>`` tag would not reach the worker that runs
Python, so it must come from the host; `netlify` and `nginx` write it for theirs.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

#: Folders in which a name stands for its contents, for ever: what is in them never changes. Scripts and style sheets are
#: not among them, though their folder is named likewise: one that arrived broken must come anew when the page is loaded again.
IMMUTABLE = ("assets/fonts/", "assets/pyodide/", "assets/wheels/", "search/chunks/")
FOR_EVER = "public, max-age=31536000, immutable"
#: Everything else is asked for again on each visit; an unchanged file costs one short answer.
REVALIDATE = "no-cache"

_FEATURES_OFF = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
    "xr-spatial-tracking",
)
_SCRIPT_TYPES = {"", "module", "text/javascript", "application/javascript"}


def inline_script_hashes(html: str) -> set[str]:
    """The CSP sources of the scripts written into one page, such as ``'sha256-…'``.

    Data (``type="application/json"``) and scripts with a ``src`` need none.
    """
    reader = _Scripts()
    reader.feed(html)
    reader.close()
    return {_source(script) for script in reader.scripts}


def collect(site: Path) -> list[str]:
    """The CSP sources of every inline script of a built site, sorted."""
    hashes: set[str] = set()
    for page in site.rglob("*.html"):
        hashes |= inline_script_hashes(page.read_text("utf-8"))
    return sorted(hashes)


def security_headers(script_sources: Iterable[str]) -> dict[str, str]:
    """The headers sent with every response.

    Args:
        script_sources: what `collect` found in the site.

    Returns:
        Values by header name.
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *script_sources])
    policy = (
        "default-src 'none'",
        f"script-src {scripts}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES_OFF),
    }


def in_page(headers: dict[str, str]) -> str:
    """The policy as a tag for a page's head, for a host that sends no headers of ours: less, but better than nothing.

    It reaches the page and not the worker, and cannot keep others from showing the page in a frame.
    """
    parts = headers["Content-Security-Policy"].split("; ")
    policy = "; ".join(part for part in parts if not part.startswith("frame-ancestors "))
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def cache_control(site_path: str) -> str:
    """How long a browser may keep a file, by its path in the site (no leading slash)."""
    return FOR_EVER if site_path.startswith(IMMUTABLE) else REVALIDATE


def netlify(headers: dict[str, str]) -> str:
    """The ``_headers`` file that Netlify and Cloudflare Pages read.

    Args:
        headers: what `security_headers` gives.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in IMMUTABLE:
        lines += [f"/{folder}*", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"


def nginx(headers: dict[str, str]) -> str:
    """Lines for nginx, to be included in a ``server`` block.

    nginx drops inherited headers where a ``location`` adds its own, so they are repeated.

    Args:
        headers: what `security_headers` gives.
    """
    every = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines = [
        "# Include this file in the site's server block.",
        "gzip_static on;",
        "# With the brotli module: brotli_static on;",
        "types { application/wasm wasm; text/javascript js mjs; application/manifest+json webmanifest; }",
        *every,
        f'add_header Cache-Control "{REVALIDATE}";',
    ]
    for folder in IMMUTABLE:
        lines.append(f"location /{folder} {{")
        lines += [f"    {line}" for line in (*every, f'add_header Cache-Control "{FOR_EVER}";')]
        lines.append("}")
    return "\n".join(lines) + "\n"


class _Scripts(HTMLParser):
    """Collects the text of the scripts a policy has to allow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = (given.get("type") or "").lower()
        self._inside = tag == "script" and "src" not in given and kind in _SCRIPT_TYPES
        if self._inside:
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class names it
        self._inside = False


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"

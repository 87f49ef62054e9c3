"""The headers let a page run its own scripts, and nothing else."""

import base64
import hashlib
from pathlib import Path

from generator.publishing.headers import (
    IMMUTABLE,
    cache_control,
    collect,
    inline_script_hashes,
    netlify,
    nginx,
    security_headers,
)

PAGE = """<!doctype html><script>let a = "</b>" && 1;</script><script type="application/json">{}</script>
<script src="x.js"></script><SCRIPT TYPE="module">b()</SCRIPT><p>not a script</p>"""


def source(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_only_inline_scripts_are_hashed() -> None:
    assert inline_script_hashes(PAGE) == {source('let a = "</b>" && 1;'), source("b()")}


def test_scripts_of_all_pages_are_collected_once(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "deep" / "index.html").write_text(PAGE + "<script>c()</script>")
    assert collect(tmp_path) == sorted({source('let a = "</b>" && 1;'), source("b()"), source("c()")})


def test_the_policy_opens_nothing_but_our_own() -> None:
    headers = security_headers([])
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("script-src") == "'self' 'wasm-unsafe-eval'"
    assert policy.pop("img-src") == "'self' data:"
    assert set(policy.values()) == {"'self'", "'none'"}
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_built_site_needs_no_inline_script(site_dir: Path) -> None:
    assert collect(site_dir) == []


def test_only_folders_named_after_their_contents_are_kept_for_ever() -> None:
    assert "immutable" in cache_control("assets/pyodide/0.29.5-abc/pyodide.mjs")
    assert cache_control("assets/worker.js") == "no-cache"
    assert cache_control("index.html") == "no-cache"


def test_hosts_get_the_same_headers() -> None:
    headers = security_headers([source("a()")])
    for name, value in headers.items():
        assert f"  {name}: {value}\n" in netlify(headers)
        assert nginx(headers).count(f'add_header {name} "{value}" always;') == 1 + len(IMMUTABLE)
    assert all(len(line) < 2000 for line in netlify(headers).splitlines()), "a host refuses longer lines"

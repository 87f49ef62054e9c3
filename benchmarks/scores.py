"""``python -m benchmarks.scores``: what Lighthouse makes of the site, in its mobile setting.

Lighthouse is 180 MB with all it brings, so it has a lock of its own (benchmarks/lighthouse/) and is installed into
build/lighthouse, each file checked by its hash, the first time it is asked for. Prints a table and ends with 1 if a score is
below what is promised.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.pages import ROOT
from generator.publishing.static_server import serve
from tools.chromium import ADVICE, find_chromium

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCKED = ROOT / "benchmarks" / "lighthouse"
_INSTALLED = ROOT / "build" / "lighthouse"
_PAGES = {
    "home": "",
    "an article": "articles/flare-ups/",
    "a calculator": "calculators/talk-test/",
    "a list": "calculators/",
}
#: The least each score may be, of 100.
_PROMISED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
#: A busy machine makes a quick page look slow: the middle of this many runs counts.
_RUNS = 3
#: What Lighthouse says when it missed that a page began to load. That is no score, so it tries again, so often in all.
_NOT_BEGUN, _TRIES = "NO_NAVSTART", 5
#: It runs without a window; a container's root is refused the sandbox. The pages are our own.
_FLAGS = "--headless=new --no-sandbox"


def main() -> int:
    """Build, score, print. Returns the exit code."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(ADVICE)
    _install()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        for command in (["mkdocs", "build", "--strict", "--quiet", "--site-dir"], ["generator", "finish"]):
            subprocess.run([sys.executable, "-m", *command, str(site)], cwd=ROOT, check=True)
        with serve(site) as url:
            scores = {name: _score(url + page, chromium) for name, page in _PAGES.items()}
    print(_table(scores))
    return int(any(each[kind] < least for each in scores.values() for kind, least in _PROMISED.items()))


def _install() -> None:
    names = ("package.json", "package-lock.json")
    wanted = [(_LOCKED / name).read_bytes() for name in names]
    if (_INSTALLED / "node_modules").is_dir() and wanted == [(_INSTALLED / name).read_bytes() for name in names]:
        return
    print("Installing Lighthouse into build/lighthouse", flush=True)
    shutil.rmtree(_INSTALLED, ignore_errors=True)
    _INSTALLED.mkdir(parents=True)
    for path in (*(_LOCKED / name for name in names), ROOT / ".npmrc"):
        shutil.copy(path, _INSTALLED)
    subprocess.run(["npm", "ci", "--loglevel", "error"], cwd=_INSTALLED, check=True)


def _score(url: str, chromium: str) -> Mapping[str, int]:
    """The middle score of each kind, of 100."""
    runs = [_run(url, chromium) for _ in range(_RUNS)]
    return {kind: round(100 * median(run[kind] for run in runs)) for kind in _PROMISED}


def _run(url: str, chromium: str, tries: int = _TRIES) -> Mapping[str, float]:
    program = _INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"
    done = subprocess.run(
        [
            "node",
            str(program),
            url,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(_PROMISED)}",
            f"--chrome-flags={_FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and _NOT_BEGUN in done.stderr and tries > 1:
        return _run(url, chromium, tries - 1)
    if done.returncode:
        raise SystemExit(f"Lighthouse did not score {url}:\n{done.stderr}")
    return {kind: found["score"] for kind, found in json.loads(done.stdout)["categories"].items()}


def _table(scores: Mapping[str, Mapping[str, int]]) -> str:
    rows = [["page", *_PROMISED], ["---"] * (len(_PROMISED) + 1)]
    rows += [[name, *(str(each[kind]) for kind in _PROMISED)] for name, each in scores.items()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


if __name__ == "__main__":
    sys.exit(main())

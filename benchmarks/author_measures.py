"""What an author waits for: a full build, and the time from a save until the browser is told to load the page again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from tools.free_port import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: A file to change, words of it, other words for them, and the page that must then show these.
type Edit = tuple[str, str, str, str]

PATIENCE_S = 1_800.0
_STEP_S = 0.02


@dataclass(frozen=True)
class Build:
    """One full build.

    Attributes:
        seconds: User CPU time of the builder and all that it starts.
        megabytes: The most memory it had at once.
    """

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Save:
    """One edit under live preview.

    Attributes:
        wall: Seconds from the save to the served page that shows it.
        seconds: CPU time of the server for it.
    """

    wall: float
    seconds: float


def full_build(project: Path, site: Path) -> Build:
    """Build a project into a folder, in a process of its own.

    Raises:
        SystemExit: It does not build.
    """
    script = (
        "import resource, runpy, sys, os\n"
        "sys.argv = ['mkdocs', 'build', '--strict', '--site-dir', sys.argv[1]]\n"
        "try:\n    runpy.run_module('mkdocs', run_name='__main__')\n"
        "finally:\n    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "    print(sum(each.ru_utime for each in used), max(each.ru_maxrss for each in used))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(site)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{project} does not build, so there is nothing to measure:\n{done.stderr[-2000:]}")
    seconds, kilobytes = map(float, done.stdout.split()[-2:])
    return Build(seconds, kilobytes / 1024)


def saves(project: Path, edits: list[Edit]) -> list[Save]:
    """Serve a project, make edits one after the other, and see how long each takes to show.

    Args:
        project: Its folder.
        edits: What to change.
    """
    with _served(project) as (server, url):
        return [_save(project, server, url, edit) for edit in edits]


def _save(project: Path, server: int, url: str, edit: Edit) -> Save:
    file, old, new, page = edit
    text = (project / file).read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f'{file} does not say "{old}".')
    _get(url + page)
    before, start = _cpu(server), time.monotonic()
    (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    while new not in _get(url + page):
        if time.monotonic() - start > PATIENCE_S:
            raise SystemExit(f'{url}{page} never shows "{new}".')
        time.sleep(_STEP_S)
    return Save(time.monotonic() - start, _cpu(server) - before)


@contextmanager
def _served(project: Path) -> Iterator[tuple[int, str]]:
    port = free_port(8700)
    url = f"http://127.0.0.1:{port}/"
    with (project / "serve.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=log,
        )
        try:
            start = time.monotonic()
            while not _get(url):
                if server.poll() is not None or time.monotonic() - start > PATIENCE_S:
                    raise SystemExit(f"{project} is not served: see {project / 'serve.log'}.")
                time.sleep(0.2)
            yield server.pid, url
        finally:
            server.terminate()
            server.wait()


def _get(url: str) -> str:
    """A page; empty if the server does not answer."""
    try:
        with urlopen(url, timeout=PATIENCE_S) as reply:  # noqa: S310 - our own server
            return str(reply.read().decode())
    except URLError:
        return ""


def _cpu(process: int) -> float:
    """CPU time of a running process, in seconds."""
    with open(f"/proc/{process}/stat", encoding="ascii") as stat:  # noqa: PTH123 - no file of ours
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

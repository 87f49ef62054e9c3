"""What every folder of tests may use: the whole site, built once per run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.effort import LITTLE

# The same examples on every run, however busy the machine: a test that fails here fails for everyone.
settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=20 if LITTLE else 100)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test that waits for a browser leaves its core to another."""
    return (os.process_cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Build the site as `make build` does, but compressed quickly.

    The first worker to ask builds it, the others wait and share it.
    """
    alone = worker_id == "master"
    run = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    site, failure = run / "site", run / "site-failure.txt"
    with FileLock(run / "site.lock"):
        if not failure.exists():
            failure.write_text(_build(site), encoding="utf-8")
    if said := failure.read_text(encoding="utf-8"):
        pytest.fail(f"The site does not build:\n{said}", pytrace=False)
    return site


def _build(site: Path) -> str:
    """Build the site into a folder and return what went wrong, in the builder's words, or nothing."""
    for command in (
        ["mkdocs", "build", "--strict", "--site-dir", str(site)],
        ["generator", "finish", "--quick", str(site)],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            return done.stdout or f"{command[0]} ended with {done.returncode} and said nothing."
    return ""

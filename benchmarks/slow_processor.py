"""A browser on a slower processor: all of it is stopped for part of the time.

Chromium's own switch (`Emulation.setCPUThrottlingRate`) slows the page's main thread alone. Python runs in a worker
here, and WebAssembly is compiled beside both, so that switch would flatter this site.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN_SECONDS = 0.005


@contextmanager
def slowed(profile: str, times: int) -> Iterator[None]:
    """Let every process of a browser run for one part in so many of the time. Linux only.

    Args:
        profile: the browser's folder of data, which nobody else uses.
        times: how many times slower; 1 changes nothing.
    """
    if times == 1:
        yield
        return
    group = os.getpgid(_leader(profile))
    if group == os.getpgid(0):
        raise RuntimeError("The browser shares our process group, so it cannot be slowed alone.")
    done = Event()
    thread = Thread(target=_hold_back, args=(group, _RUN_SECONDS * (times - 1), done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _leader(profile: str) -> int:
    """The process that was started with the profile, and started the others."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes().decode(errors="replace")
            if f"--user-data-dir={profile}" in words and "--type=" not in words:
                return int(process.name)
    raise RuntimeError("The browser's process is not to be found, so it cannot be slowed.")


def _hold_back(group: int, seconds: float, done: Event) -> None:
    while not done.is_set():
        os.killpg(group, signal.SIGSTOP)
        time.sleep(seconds)
        os.killpg(group, signal.SIGCONT)
        time.sleep(_RUN_SECONDS)

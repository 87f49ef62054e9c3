"""A calculator that never ends, or that ends Python, is told like any other mistake and stops neither check nor preview."""

from __future__ import annotations

import ctypes
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 5  # a calculator answers within a few milliseconds


class EndlessError(Exception):
    """Raised in the very line that goes round in circles."""

    def __str__(self) -> str:
        """What an author is told."""
        return f"it had not ended after {SECONDS} seconds"


@contextmanager
def time_limit() -> Iterator[None]:
    """Run a calculator's code for so long and no longer.

    Raises:
        EndlessError: It took longer.
        RuntimeError: It tried to end Python.
    """
    thread = ctypes.c_ulong(threading.get_ident())
    stop = ctypes.pythonapi.PyThreadState_SetAsyncExc
    timer = threading.Timer(SECONDS, stop, (thread, ctypes.py_object(EndlessError)))
    timer.daemon = True
    timer.start()
    try:
        yield
    except SystemExit as ended:
        raise RuntimeError("a calculator does not end Python").with_traceback(ended.__traceback__) from None
    finally:
        timer.cancel()

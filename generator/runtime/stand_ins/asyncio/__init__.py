"""In place of `asyncio`, which Pyodide imports at its start and no calculator uses."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Say that there is none. Pyodide looks this function up, and calls it only for code that awaits something."""
    raise RuntimeError("Calculators do not wait for anything.")

"""In place of Pyodide's own, which also starts an event loop."""

import pyodide._state  # type: ignore[import-not-found] # noqa: F401 - Pyodide's own

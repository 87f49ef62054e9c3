"""Waiting until something is true of a page, under the page's own policy.

Playwright's own `wait_for_function` asks again by `eval` inside the page, which the policy refuses: it works only where
the first answer is yes.
"""

from typing import Any

from playwright.sync_api import Page

_PATIENCE_MS, _PAUSE_MS = 30_000, 50


def wait_until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until JavaScript gives something true."""
    for _ in range(0, _PATIENCE_MS, _PAUSE_MS):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(_PAUSE_MS)
    raise AssertionError(f"never true: {expression}")

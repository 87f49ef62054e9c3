"""A browser on the built site. A page that logs an error, or asks another host for anything, fails its test.

A test asks for `page`, and for other widths says `@pytest.mark.parametrize("width", [320, 1280])`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from generator.publishing.static_server import serve
from tools.chromium import ADVICE, OPTIONS, find_chromium

SLOWEST_STEP_MS = 30_000
"""How long a page may take over one step: generous, since every core is busy with other tests."""
expect.set_options(timeout=SLOWEST_STEP_MS)
BLOCKED = "Service Worker registration blocked by Playwright"
SCRIPTS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "js"
OWN_SCRIPT = """
window.ownScript = (name) =>
  import(new URL(`../../assets-own/js/${name}`, document.querySelector("script[type=module]").src).href);
window.formScript = () => import(document.querySelector("[rel=modulepreload][href$='/calculator-form.js']").href);
"""
"""What lets a test call a part of the site's scripts, as it was written; and wait for the script that connects a form."""


class Place(NamedTuple):
    """A reader's language and time zone, as their device has them."""

    locale: str
    zone: str


HOME = Place("en-GB", "Europe/London")


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash, served as a host would serve it."""
    with serve(site_dir) as url:
        yield url.rstrip("/") + "/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail(ADVICE, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def width() -> int:
    """The width of the window in CSS pixels; parametrize a test with `width` to change it."""
    return 1280


@pytest.fixture
def place() -> Place:
    """Where the reader is; parametrize a test with `place` to change it."""
    return HOME


@contextmanager
def visit(
    browser: Browser,
    site_url: str,
    *,
    width: int = 1280,
    place: Place = HOME,
    service_workers: Literal["allow", "block"] = "block",
    errors_allowed: bool = False,
) -> Iterator[Page]:
    """A page in a browser that has never seen the site; fails in the end if it logged an error or asked another host.

    Without a service worker unless a test asks for it: a worker's own requests pass by what a test puts in their way.
    """
    context = browser.new_context(
        base_url=site_url,
        viewport={"width": width, "height": 900},
        locale=place.locale,
        timezone_id=place.zone,
        reduced_motion="reduce",
        service_workers=service_workers,
    )
    context.set_default_timeout(SLOWEST_STEP_MS)
    context.add_init_script(OWN_SCRIPT)
    if service_workers == "block":  # or else whatever a worker answers would pass through here too
        context.route(
            "**/assets-own/js/*.js", lambda route: route.fulfill(path=SCRIPTS / route.request.url.rsplit("/", 1)[1])
        )
    page = context.new_page()

    errors: list[str] = []
    strangers: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            errors.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def note_request(sent: Request) -> None:
        if not sent.url.startswith((site_url, "data:", "blob:")):
            strangers.append(sent.url)
        if sent.url.startswith(f"{site_url}assets/pyodide/") and "-whole-" in sent.url:
            errors.append(f"the frozen Python was not enough: {sent.url} was fetched")

    page.on("console", note_message)
    page.on("pageerror", lambda error: errors.append(f"uncaught: {error}"))
    context.on("request", note_request)

    yield page
    context.close()

    if strangers:
        pytest.fail("The page asked other hosts for:\n" + "\n".join(strangers), pytrace=False)
    if errors and not errors_allowed:
        pytest.fail("The page logged:\n" + "\n".join(errors), pytrace=False)


@pytest.fixture
def page(browser: Browser, site_url: str, width: int, place: Place, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a browser that has never seen the site. `page.goto("articles/flare-ups/")` opens an article."""
    errors_allowed = request.node.get_closest_marker("allow_page_errors") is not None
    with visit(browser, site_url, width=width, place=place, errors_allowed=errors_allowed) as page:
        yield page

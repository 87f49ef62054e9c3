"""What a reader types stays with the reader: nothing is fetched before it is needed, sent, or kept."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

import calculators

RUNTIME = ("/assets/pyodide/", "/assets/wheels/")
KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
]"""


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Every address the page and its worker have asked for."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.context.on("request", note)
    return asked


def test_an_article_asks_for_no_runtime(page: Page, asked: list[str]) -> None:
    page.goto("articles/flare-ups/", wait_until="networkidle")
    page.mouse.move(300, 300)
    assert asked
    assert not [url for url in asked if "calculator" in url.rsplit("/", 1)[1] or any(part in url for part in RUNTIME)]


def test_nothing_of_the_runtime_is_fetched_until_the_form_is_touched(page: Page, asked: list[str]) -> None:
    # On a fast connection the form's coming into view says the same: see test_intent.py.
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: null })")
    page.goto("calculators/talk-test/", wait_until="networkidle")
    assert not [url for url in asked if any(part in url for part in RUNTIME) or url.endswith("worker.js")]
    with page.expect_request("**/pyodide.asm.wasm"):
        page.locator("#f-age").focus()


def test_a_mouse_resting_on_the_form_fetches_the_runtime(page: Page) -> None:
    # Once the page's scripts are in: a mouse that is there before them is another case, and does not move again.
    page.goto("calculators/talk-test/", wait_until="networkidle")
    with page.expect_worker() as started:
        page.locator(".calculator__form").hover(position={"x": 5, "y": 5})
    assert started.value.url.endswith("/worker.js")


def test_without_scripts_a_form_goes_nowhere(browser: Browser, site_url: str) -> None:
    # Nor on a host that sends no policy, which would forbid it.
    context = browser.new_context(base_url=site_url, java_script_enabled=False, bypass_csp=True)
    page = context.new_page()
    page.goto("calculators/talk-test/")
    page.locator("#f-age").fill("61")
    page.get_by_role("button", name="Calculate").click()
    page.locator("#f-age").press("Enter")
    assert page.url == f"{site_url}calculators/talk-test/"
    context.close()


def test_answers_are_neither_sent_nor_kept(page: Page, asked: list[str]) -> None:
    page.goto("calculators/talk-test/")
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill("61")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".result__title")).to_be_focused(timeout=30_000)
    assert page.url.endswith("/calculators/talk-test/")

    before = len(asked)
    page.locator("#f-age").fill("62")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".calculator__result")).to_contain_text("62")
    assert asked[before:] == []
    assert not [url for url in asked if "61" in url.rsplit("/", 1)[1].split(".")[0]]
    assert page.evaluate(KEPT) == ["", 0, 0, 0, 0, 0]
    assert page.context.cookies() == []


WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  window.violations.push(`${violatedDirective} ${blockedURI}`);
});
"""


@pytest.fixture
def watched(page: Page, site_dir: Path) -> Iterator[Page]:
    """A page that, with its worker, may ask for nothing but the site's own files, each by its bare name."""
    more: list[str] = []

    def note(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"blob", "data"}:
            return
        path = unquote(address.path).lstrip("/")
        is_there = (site_dir / path / "index.html" if path.endswith("/") or not path else site_dir / path).is_file()
        if address.query or request.method != "GET" or request.post_data_buffer or not is_there:
            more.append(f"{request.method} {request.url}")

    page.context.on("request", note)
    page.add_init_script(WATCH)
    yield page
    assert more == []


def nothing_is_left(page: Page) -> None:
    """No rule of the policy was broken on the page, and nothing is kept."""
    assert page.evaluate("violations") == []
    assert page.evaluate(KEPT) == ["", 0, 0, 0, 0, 0]
    assert page.context.cookies() == []


@pytest.mark.parametrize("half", [0, 1])  # one for each core
def test_every_calculator_answers_shares_and_prints_in_private(watched: Page, half: int) -> None:
    page = watched
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for slug in calculators.slugs()[half::2]:
        page.goto(f"calculators/{slug}/#{urlencode(calculators.find(slug).example)}")
        expect(page.locator(".calculator__actions")).to_be_visible()
        page.get_by_role("button", name="Copy a link with my answers").click()
        expect(page.locator("[data-status]")).to_contain_text("Link copied.")
        page.get_by_role("button", name="Copy for my notes").click()
        expect(page.locator("[data-status]")).to_have_text("Copied")
        page.evaluate("for (const when of ['beforeprint', 'afterprint']) dispatchEvent(new Event(when))")
        nothing_is_left(page)


VISITED = ("", "articles/", "calculators/", "start-here/", "easy-read/", "evidence/sources/", "get-help-now/")


def test_reading_searching_and_looking_are_private(watched: Page) -> None:
    page = watched
    for address in VISITED:
        page.goto(address, wait_until="networkidle")
        nothing_is_left(page)
    page.goto("articles/flare-ups/")
    page.locator("button.note").first.click()
    expect(page.locator(":popover-open")).to_be_visible()
    page.get_by_role("button", name="Display", exact=True).click()
    expect(page.locator("#display")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.locator("#search-words").fill("walking with <b>pain</b>")
    expect(page.locator(".search__results li").first).to_be_visible()
    page.pdf()
    nothing_is_left(page)

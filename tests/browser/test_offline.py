"""After one visit, what was read and every calculator are there without a connection, and a correction is never hidden."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publishing.static_server import Reply
from tests.browser.conftest import visit
from tests.browser.faulty_server import Fault, FaultySite, missing
from tests.browser.versions import KEPT, Publisher, published, update, wait_until_kept

ARTICLE, OTHER = "articles/flare-ups/", "articles/what-pain-is/"
CALCULATOR = "calculators/talk-test/"
NEWER = "This page has changed since you opened it."
NOT_KEPT = "No connection just now"
READY = """() => new Promise((resolve) => {
  new PerformanceObserver(() => {
    if (performance.getEntriesByName("calculator-ready").length) resolve();
  }).observe({ type: "mark", buffered: true });
})"""
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@pytest.fixture
def hosted(site_dir: Path, tmp_path: Path) -> Iterator[tuple[Publisher, FaultySite]]:
    with published(site_dir, tmp_path) as both:
        yield both


@pytest.fixture
def reader(browser: Browser, hosted: tuple[Publisher, FaultySite], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with the service worker, on a host that can be broken."""
    allowed = request.node.get_closest_marker("allow_page_errors") is not None
    with visit(browser, hosted[1].url, service_workers="allow", errors_allowed=allowed) as page:
        yield page


def talk_test(page: Page, age: str) -> None:
    for question in ("signs", "pulse"):
        page.locator(f"#f-{question}-no").check(force=True)
    page.locator("#f-age").fill(age)
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator(".calculator__actions")).to_be_visible()


def test_what_was_read_is_there_without_a_connection(reader: Page) -> None:
    reader.goto(ARTICLE)
    day = reader.locator(".page__facts time").inner_text()
    wait_until_kept(reader, ARTICLE)
    reader.goto(CALCULATOR)
    talk_test(reader, "61")
    kept = wait_until_kept(reader, "asm.wasm", "asm.js")

    reader.context.set_offline(True)
    reader.goto(ARTICLE)
    expect(reader.locator(".kept-note")).to_contain_text(f"the copy kept on your device, last updated {day}.")
    reader.get_by_role("button", name="Display", exact=True).click()
    expect(reader.get_by_label("As on my device")).to_be_checked()
    # A calculator that was never opened answers too.
    reader.goto(CALCULATOR.replace("talk-test", "daily-check"))
    for part in ("signs-no", "crash-no", "worse-sleep"):
        reader.locator(f"#f-{part}").check(force=True)
    reader.get_by_role("button", name="Calculate").click()
    expect(reader.locator(".result__title").first).to_be_visible()
    expect(reader.locator(".calculator__failure")).to_be_hidden()

    reader.goto(OTHER)
    expect(reader.locator("h1")).to_have_text(NOT_KEPT)
    assert reader.title().startswith(NOT_KEPT)
    expect(reader.locator("[data-kept-list] a", has_text="Daily check")).to_be_visible()
    reader.locator("[data-kept-list] a", has_text="Flare-ups").click()
    expect(reader.locator(".kept-note")).to_be_visible()

    reader.context.set_offline(False)
    reader.goto(OTHER)
    expect(reader.locator("h1")).not_to_have_text(NOT_KEPT)
    expect(reader.locator(".kept-note")).to_be_hidden()
    # Addresses of the site's own files, without what a reader typed.
    assert not [address for address in kept if any(sign in address for sign in ("#", "?", "61", "signs"))]


def test_answers_in_an_address_are_not_kept(reader: Page) -> None:
    reader.goto(f"{CALCULATOR}?from=a-friend#age=61&signs=no")
    kept = wait_until_kept(reader, CALCULATOR)
    assert not [address for address in kept if "friend" in address or "age" in address.rsplit("/", 1)[1]]


@pytest.mark.allow_page_errors
def test_a_correction_is_shown_at_once_and_a_withdrawn_page_is_gone(
    reader: Page, hosted: tuple[Publisher, FaultySite]
) -> None:
    publisher, _ = hosted
    reader.goto(ARTICLE)
    wait_until_kept(reader, ARTICLE)
    page = publisher.site / ARTICLE / "index.html"
    publisher.write(page, page.read_text("utf-8").replace("</h1>", " corrected</h1>"))
    reader.reload()
    expect(reader.locator("h1")).to_contain_text("corrected")
    reader.context.set_offline(True)
    reader.reload()
    expect(reader.locator("h1")).to_contain_text("corrected")

    reader.context.set_offline(False)
    rmtree(page.parent)
    reader.reload()
    expect(reader.locator("h1")).to_have_text("This page is not here")
    reader.context.set_offline(True)
    reader.reload()
    expect(reader.locator("h1")).to_have_text(NOT_KEPT)


def test_a_stalled_network_gives_way_to_the_kept_copy_and_says_when_the_new_one_comes(
    reader: Page, hosted: tuple[Publisher, FaultySite]
) -> None:
    publisher, site = hosted
    reader.goto(ARTICLE)
    wait_until_kept(reader, ARTICLE)
    publisher.change(f"{ARTICLE}index.html", "</h1>", " corrected</h1>")

    def later(reply: Reply) -> Reply:
        sleep(6)
        return reply

    site.fault = Fault(ARTICLE, later)
    reader.reload()
    expect(reader.locator(".kept-note")).to_be_visible()
    expect(reader.locator("h1")).not_to_contain_text("corrected")
    expect(reader.locator(".newer")).to_contain_text(NEWER)
    site.fault = None
    reader.get_by_role("button", name="Show the new version").click()
    expect(reader.locator("h1")).to_contain_text("corrected")
    expect(reader.locator(".kept-note")).to_be_hidden()


def test_an_update_waits_for_a_reader_who_is_filling_in_a_form(
    reader: Page, hosted: tuple[Publisher, FaultySite]
) -> None:
    publisher, _ = hosted
    reader.goto(CALCULATOR)
    wait_until_kept(reader, CALCULATOR)
    first = publisher.assets.name
    reader.locator("#f-age").fill("61")
    publisher.change(f"{CALCULATOR}index.html", "</h1>", " corrected</h1>")
    publisher.change_unseen("js/display.js")
    publisher.publish()
    second = publisher.assets.name
    assert second != first
    assert update(reader) == "activated"
    notice = reader.locator(".newer")
    expect(notice).to_contain_text(f"{NEWER} Your answers would be cleared.")
    expect(reader.locator("#f-age")).to_have_value("61")
    expect(reader.locator("h1")).not_to_contain_text("corrected")
    # The old page goes on with its own scripts, which the host has no more.
    reader.get_by_role("button", name="Display", exact=True).click()
    expect(reader.get_by_label("As on my device")).to_be_checked()
    reader.get_by_role("button", name="Not now").click()
    expect(notice).to_be_hidden()
    talk_test(reader, "61")

    assert folders(reader) == sorted([first, second])

    # A change of code alone is nothing to tell a reader of.
    publisher.change_unseen("js/display.js")
    publisher.publish()
    assert update(reader) == "activated"
    assert folders(reader) == sorted([second, publisher.assets.name])
    expect(notice).to_be_hidden()
    reader.reload()
    expect(reader.locator("h1")).to_contain_text("corrected")


def folders(page: Page) -> list[str]:
    return sorted({address.split("/")[1] for address in page.evaluate(KEPT) if "/assets-" in address})


@pytest.mark.allow_page_errors
def test_an_update_that_fails_midway_leaves_the_old_version_whole(
    reader: Page, hosted: tuple[Publisher, FaultySite]
) -> None:
    publisher, site = hosted
    reader.goto(ARTICLE)
    wait_until_kept(reader, ARTICLE)
    reader.goto(CALCULATOR)
    talk_test(reader, "61")
    wait_until_kept(reader, "asm.js", "asm.wasm")
    first = publisher.assets.name
    publisher.change(f"{ARTICLE}index.html", "</h1>", " corrected</h1>")
    publisher.change_unseen("js/listen.js")
    publisher.publish()
    site.fault = Fault("/listen.js", missing)
    assert update(reader) == "redundant"
    reader.context.set_offline(True)
    # The calculator comes first: where Chromium replaces a worker just spoken to, it may wait five minutes.
    for address in (CALCULATOR, ARTICLE):
        reader.goto(address)
        expect(reader.locator("h1")).not_to_contain_text("corrected")
        assert first in reader.content()
        assert publisher.assets.name not in reader.content()
        if address == CALCULATOR:
            talk_test(reader, "62")
    reader.context.set_offline(False)
    site.fault = None
    # Kept pages are new as soon as it is installed; it takes over when Chromium lets it (see above).
    assert update(reader, "installed", "activating") != "redundant"
    reader.context.set_offline(True)
    reader.goto(ARTICLE)
    expect(reader.locator("h1")).to_contain_text("corrected")


def test_what_a_browser_has_thrown_away_is_kept_again(reader: Page) -> None:
    reader.goto(ARTICLE)
    before = wait_until_kept(reader, ARTICLE)
    reader.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    reader.goto(ARTICLE)
    assert wait_until_kept(reader, ARTICLE) == before
    reader.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    reader.goto(OTHER)
    expect(reader.locator(".kept-note")).to_be_hidden()


@pytest.mark.parametrize("way", ["at the next visit", "while a page is open"])
def test_the_publisher_can_switch_it_off_for_everyone(
    reader: Page, hosted: tuple[Publisher, FaultySite], way: str
) -> None:
    publisher, _ = hosted
    reader.goto(ARTICLE)
    wait_until_kept(reader, ARTICLE)
    publisher.publish(offline=False)
    if way == "at the next visit":
        reader.goto(OTHER)
    else:
        reader.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
    for _ in range(100):
        if not reader.evaluate(REGISTRATIONS) and reader.evaluate(KEPT) == []:
            break
        reader.wait_for_timeout(100)
    assert reader.evaluate(REGISTRATIONS) == 0
    assert reader.evaluate(KEPT) == []


SAVING_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"


def test_with_data_saver_on_nothing_is_kept_unasked(reader: Page) -> None:
    reader.add_init_script(SAVING_DATA)
    reader.goto(ARTICLE)
    reader.wait_for_timeout(3000)
    assert reader.evaluate(REGISTRATIONS) == 0
    assert reader.evaluate(KEPT) == []


@pytest.fixture
def below(site_dir: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a site that is a folder of its host, as SITE_URL says."""
    publisher = Publisher(site_dir, tmp_path)
    for name in ("404.html", "503.html"):
        page = publisher.site / name
        publisher.write(page, page.read_text("utf-8").replace('="/', '="/pain/'))
    publisher.publish()
    (tmp_path / "host").mkdir()
    publisher.site.rename(tmp_path / "host" / "pain")
    site = FaultySite(tmp_path / "host")
    with site.serve():
        yield f"{site.url}pain/"


def test_a_site_below_another_address(browser: Browser, below: str) -> None:
    with visit(browser, below, service_workers="allow") as page:
        page.goto(ARTICLE)
        kept = wait_until_kept(page, ARTICLE)
        assert all(address.startswith("/pain/") for address in kept)
        page.context.set_offline(True)
        page.goto(CALCULATOR)
        expect(page.locator(".kept-note")).to_be_visible()
        page.goto(OTHER)
        expect(page.locator("h1")).to_have_text(NOT_KEPT)
        page.locator("[data-kept-list] a", has_text="Flare-ups").click()
        expect(page.locator(".kept-note")).to_be_visible()


def test_every_page_opens_with_the_worker_on(browser: Browser, site_url: str, site_dir: Path) -> None:
    pages = sorted(path.parent.relative_to(site_dir).as_posix() for path in site_dir.rglob("index.html"))
    with visit(browser, site_url, service_workers="allow") as page:
        page.goto("")
        wait_until_kept(page)
        for address in pages:
            page.goto("" if address == "." else f"{address}/")
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator(".kept-note")).to_be_hidden()
        assert len([address for address in page.evaluate(KEPT) if address.endswith("/")]) == len(pages)

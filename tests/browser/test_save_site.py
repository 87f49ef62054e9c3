"""Saving the whole site: its size first, progress that can be stopped, and a way to remove it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visit
from tests.browser.faulty_server import Fault, FaultySite
from tests.browser.versions import KEPT, Publisher, published, wait_until_kept

PAGE = "about/read-offline/"
SAVED = "The whole site is saved on this device."


@pytest.fixture
def hosted(site_dir: Path, tmp_path: Path) -> Iterator[tuple[Publisher, FaultySite]]:
    with published(site_dir, tmp_path) as both:
        yield both


@pytest.fixture
def reader(browser: Browser, hosted: tuple[Publisher, FaultySite]) -> Iterator[Page]:
    with visit(browser, hosted[1].url, service_workers="allow") as page:
        page.goto(PAGE)
        yield page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_the_whole_site_is_saved_in_two_goes_read_offline_and_removed(
    reader: Page, hosted: tuple[Publisher, FaultySite]
) -> None:
    _, site = hosted
    status, size, bar = (reader.locator(f"[data-save-{part}]") for part in ("status", "size", "bar"))
    files = json.loads((site.directory / "offline.json").read_text("utf-8"))
    expect(size).to_contain_text(f"The whole site is {round(files['fetch'] / 1e6)} MB to fetch.")
    wait_until_kept(reader, PAGE)
    assert not [address for address in reader.evaluate(KEPT) if "pyodide" in address]

    # The last of all, so that on a slow machine too it has not stalled for too long when the others are there.
    site.fault = Fault(list(files["files"])[-1], sent=100, stalled=True)
    press(reader, "Save for offline")
    expect(reader.get_by_role("button", name="Stop")).to_be_focused()
    expect(reader.get_by_role("progressbar", name="How much has arrived")).to_be_visible()
    # All but what is stalled arrives, and the bar says how much that is.
    for _ in range(300):
        if float(bar.evaluate("(bar) => bar.value")) > 0.8:
            break
        reader.wait_for_timeout(100)
    assert 0.8 < float(bar.evaluate("(bar) => bar.value")) < 1
    press(reader, "Stop")
    expect(status).to_have_text("Stopped. What has arrived is kept.")
    expect(bar).to_be_hidden()
    site.fault = None
    press(reader, "Save for offline")
    expect(status).to_contain_text(SAVED)
    expect(reader.get_by_role("button", name="Save for offline")).to_be_hidden()
    expect(reader.get_by_role("button", name="Remove from this device")).to_be_focused()
    kept = reader.evaluate(KEPT)
    assert {f"/{path}" for path in files["files"]} <= set(kept)

    reader.context.set_offline(True)
    reader.goto("articles/what-pain-is/")
    expect(reader.locator(".kept-note")).to_be_visible()
    reader.goto("calculators/talk-test/")
    for question in ("signs", "pulse"):
        reader.locator(f"#f-{question}-no").check(force=True)
    reader.locator("#f-age").fill("61")
    press(reader, "Calculate")
    expect(reader.locator(".calculator__actions")).to_be_visible()
    reader.goto(PAGE)
    expect(status).to_contain_text(SAVED)
    expect(size).to_contain_text("The whole site is")
    press(reader, "Remove from this device")
    expect(status).to_contain_text("Removed from this device.")
    left = reader.evaluate(KEPT)
    assert not [address for address in left if re.search(r"articles|pyodide|\?whole", address)]
    expect(reader.get_by_role("button", name="Save for offline")).to_be_visible()
    # What every visit keeps is there still.
    reader.goto("get-help-now/")
    expect(reader.locator(".kept-note")).to_be_visible()


def test_a_full_device_is_told_in_one_sentence_and_reads_on(reader: Page) -> None:
    wait_until_kept(reader, PAGE)
    device = reader.context.new_cdp_session(reader)
    origin = reader.evaluate("location.origin")
    device.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 2_000_000})
    press(reader, "Save for offline")
    status = reader.locator("[data-save-status]")
    expect(status).to_have_text(
        "There is not enough room on this device. You could remove something else, and try again."
    )
    reader.goto("articles/what-pain-is/")
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".kept-note")).to_be_hidden()


REFUSED = "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'));"


def test_a_browser_that_keeps_nothing_says_so_when_asked_and_reads_on(reader: Page) -> None:
    reader.add_init_script(REFUSED)
    reader.goto(PAGE)
    press(reader, "Save for offline")
    expect(reader.locator("[data-save-status]")).to_have_text(
        "This browser does not let a site keep pages. You can print a page instead."
    )
    reader.goto("articles/what-pain-is/")
    reader.wait_for_timeout(2500)
    expect(reader.locator("h1")).to_be_visible()


def test_where_the_publisher_offers_nothing_the_page_says_so(
    browser: Browser, hosted: tuple[Publisher, FaultySite]
) -> None:
    hosted[0].publish(offline=False)
    with visit(browser, hosted[1].url, service_workers="allow") as page:
        page.goto(PAGE)
        expect(page.locator("[data-save-size]")).to_contain_text("Saving the site is switched off for now.")
        expect(page.get_by_role("button", name="Save for offline")).to_be_hidden()

"""What a page of reading costs: few bytes, and nothing that moves under a reader's eyes."""

import pytest
from playwright.sync_api import Page

ARTICLE = "articles/flare-ups/"
MOST_CODE = 30_000  # bytes of style sheets and scripts, compressed
MOST_FONT = 45_000
SIZES = """(endings) => performance.getEntriesByType("resource")
  .filter(({name}) => endings.some((ending) => name.endsWith(ending)))
  .reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0)"""
WATCH = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts.push(shift.value);
}).observe({type: "layout-shift", buffered: true});"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 600) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
}"""


def test_an_article_is_light(page: Page) -> None:
    page.goto(ARTICLE, wait_until="networkidle")
    assert 0 < page.evaluate(SIZES, [".css", ".js"]) <= MOST_CODE
    assert 0 < page.evaluate(SIZES, [".woff2"]) <= MOST_FONT


@pytest.mark.parametrize("address", [ARTICLE, "", "calculators/daily-check/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_comes_in_slowly(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 100, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
    line.send("Network.emulateNetworkConditions", slow)
    page.goto(address, wait_until="networkidle")
    page.evaluate(SCROLL)
    assert sum(page.evaluate("window.shifts")) < 0.001

"""Without JavaScript a page holds every word that it holds with it, apart from what needs it to work."""

import pytest
from playwright.sync_api import Browser, Page

READ = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, dt, dd, td, th, caption, label, legend)")]
  .filter((part) => !part.closest("[hidden], .needs-js, noscript") && part.checkVisibility())
  .map((part) => part.textContent.trim().replace(/\\s+/g, " ")).filter(Boolean)"""


@pytest.mark.parametrize("address", ["", "articles/flare-ups/", "calculators/build-up-planner/", "evidence/sources/"])
def test_every_word_is_there(page: Page, browser: Browser, site_url: str, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    # What a reader can unfold counts: a fold needs no script.
    unfold = "for (const fold of document.querySelectorAll('details')) fold.open = true"
    page.evaluate(unfold)
    with_scripts = set(page.evaluate(READ))

    context = browser.new_context(base_url=site_url, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    plain = context.new_page()
    plain.goto(address)
    plain.evaluate(unfold)
    without = set(plain.evaluate(READ))
    context.close()
    assert len(without) > 20
    assert with_scripts - without == set()

"""Where the parts of a page stand on a desk."""

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize("address", ["articles/flare-ups/", "calculators/talk-test/"])
def test_the_list_of_parts_stands_beside_the_text(page: Page, address: str) -> None:
    page.goto(address)
    text, parts = (page.locator(selector).bounding_box() for selector in (".prose", ".contents"))
    assert text
    assert parts
    assert parts["x"] >= text["x"] + text["width"]
    assert abs(parts["y"] - text["y"]) < 1

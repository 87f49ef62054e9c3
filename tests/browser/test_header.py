"""What the header opens closes again: by its button, by Escape with the focus back, and by a tap elsewhere."""

import pytest
from playwright.sync_api import Page, expect

PAGE = "articles/flare-ups/"
PANELS = {"Menu": "#site-nav", "Display": "#display"}


@pytest.fixture
def width() -> int:
    return 360


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_closes_on_a_tap_elsewhere_and_on_escape(page: Page, name: str) -> None:
    page.goto(PAGE)
    button, panel = page.get_by_role("button", name=name, exact=True), page.locator(PANELS[name])
    expect(panel).to_be_hidden()
    button.click()
    expect(panel).to_be_visible()
    panel.click(position={"x": 3, "y": 3})
    page.wait_for_timeout(300)
    expect(panel).to_be_visible()
    page.locator("h1").click()
    expect(panel).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")

    button.click()
    page.locator("button.note").first.focus()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    button.press("Enter")
    expect(panel).to_be_visible()


def test_opening_one_panel_closes_the_other(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("button", name="Display", exact=True).click()
    expect(page.locator("#site-nav")).to_be_hidden()
    expect(page.locator("#display")).to_be_visible()
    page.locator("[data-close-display]").click()
    expect(page.locator("#display")).to_be_hidden()
    expect(page.get_by_role("button", name="Display", exact=True)).to_be_focused()


def test_a_link_beside_an_open_menu_is_followed(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("main a[href]:not([href^='#']):visible").first.click()
    expect(page).not_to_have_url(f"**/{PAGE}")


@pytest.mark.parametrize("width", [1280])
def test_search_closes_on_escape_and_beside_it(page: Page) -> None:
    page.goto(PAGE)
    button, dialog = page.get_by_role("button", name="Search", exact=True).first, page.locator("#search")
    words = page.locator("#search-words")
    button.click()
    expect(words).to_be_focused()
    words.fill("walking")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()

    button.click()
    expect(words).to_have_value("walking")
    box = dialog.bounding_box()
    assert box is not None
    inside, outside = (box["x"] + 5, box["y"] + 5), (box["x"] - 50, box["y"] + 50)
    page.mouse.click(*inside)
    page.mouse.move(*inside)
    page.mouse.down()
    page.mouse.move(*outside)
    page.mouse.up()
    expect(dialog).to_be_visible()
    page.mouse.click(*outside)
    expect(dialog).to_be_hidden()

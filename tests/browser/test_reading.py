"""Ways to read: colours and text size, a voice of the device, the reading path. Nothing is kept before a reader chooses."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.waiting import wait_until

ARTICLE = "articles/flare-ups/"
KEPT = "({...localStorage})"

# A device with one voice of its own and one from the network, which says nothing until a test lets it end.
VOICES = """(voices) => {
  window.said = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => window.voices ?? voices,
    speak: (said) => { window.now = said; window.said.push(said); },
    cancel: () => {},
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
OWN = {"localService": True, "lang": "en-GB", "name": "own"}
NETWORK = {"localService": False, "lang": "en-GB", "name": "network"}


def display(page: Page) -> None:
    page.get_by_role("button", name="Display", exact=True).click()


def ground(page: Page) -> Any:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def choose(page: Page, label: str) -> None:
    """Choose, and wait until it has taken effect."""
    box = page.get_by_label(label, exact=True)
    box.check(force=True)
    name, value = box.evaluate("box => [box.name.replace('display-', ''), box.value]")
    wait_until(page, "([name, value]) => (document.documentElement.dataset[name] ?? '') === value", [name, value])


def with_voices(page: Page, *voices: dict[str, object]) -> None:
    page.add_init_script(f"({VOICES})({json.dumps(voices)})")


def test_a_scheme_and_a_size_are_kept_only_once_chosen(page: Page) -> None:
    page.goto(ARTICLE)
    usual = ground(page)
    display(page)
    expect(page.get_by_label("As on my device")).to_be_checked()
    expect(page.get_by_label("Standard")).to_be_checked()
    assert page.evaluate(KEPT) == {}
    choose(page, "Dark")
    choose(page, "Largest")
    assert page.evaluate(KEPT) == {"scheme": "dark", "text": "largest"}
    dark = ground(page)
    assert dark != usual

    page.goto("calculators/")
    assert ground(page) == dark
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 24
    display(page)
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()
    choose(page, "As on my device")
    choose(page, "Standard")
    assert page.evaluate(KEPT) == {}
    assert ground(page) == usual


def test_high_contrast_follows_the_device(page: Page) -> None:
    page.add_init_script("localStorage.setItem('scheme', 'contrast')")
    page.goto(ARTICLE)
    assert ground(page) == "rgb(255, 255, 255)"
    page.emulate_media(color_scheme="dark")
    assert ground(page) == "rgb(0, 0, 0)"
    page.evaluate("localStorage.clear(); delete document.documentElement.dataset.scheme")
    page.emulate_media(color_scheme="light", contrast="more")
    assert ground(page) == "rgb(255, 255, 255)"


def test_a_choice_lasts_for_the_page_where_nothing_can_be_kept(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(ARTICLE)
    before = ground(page)
    display(page)
    choose(page, "Dark")
    assert ground(page) != before
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()


def test_a_choice_made_before_the_script_has_come_is_not_lost(page: Page) -> None:
    waiting: list[Route] = []

    def hold(script: Route) -> None:
        waiting.append(script)

    page.route("**/js/display.js", hold)
    page.goto(ARTICLE)
    usual = ground(page)
    with page.expect_request("**/js/display.js"):
        display(page)
    for label in ("Dark", "Large"):
        page.get_by_label(label, exact=True).check(force=True)
    assert ground(page) == usual
    for each in waiting:
        each.continue_()
    for label in ("Dark", "Large"):
        expect(page.get_by_label(label, exact=True)).to_be_checked()
    wait_until(page, f'JSON.stringify({KEPT}) === \'{{"scheme":"dark","text":"large"}}\'')
    assert ground(page) != usual


def test_the_page_is_read_by_a_voice_of_the_device_without_its_numbers(page: Page) -> None:
    with_voices(page, NETWORK, OWN)
    page.goto(ARTICLE)
    page.get_by_role("button", name="Listen").press("Enter")
    said = page.evaluate("(() => { for (let i = 0; i < 300; i++) window.now.onend(); return window.said; })()")
    assert {each["voice"]["name"] for each in said} == {"own"}
    words = [each["text"] for each in said]
    assert words[0] == page.locator("h1").inner_text()
    assert "You could do less for a few days. You can rest if you need to." in words
    assert not [text for text in words if "●" in text or " ." in text or "[" in text]
    assert "References" not in words
    expect(page.get_by_role("button", name="Listen")).to_be_visible()
    expect(page.locator(".is-read-aloud")).to_have_count(0)


def test_a_voice_pauses_goes_on_slows_down_and_stops(page: Page) -> None:
    with_voices(page, OWN)
    page.goto(ARTICLE)
    page.get_by_role("button", name="Listen").click()
    page.evaluate("window.now.onend()")
    lead = page.locator(".page__lead")
    expect(lead).to_have_class("page__lead is-read-aloud")
    page.get_by_role("button", name="Pause").click()
    page.evaluate("window.now.onend()")  # what some devices report of a voice that was cut off
    page.get_by_role("button", name="Go on").click()
    assert page.evaluate("window.said.map((each) => each.text)")[1:] == [lead.inner_text()] * 2
    page.get_by_role("button", name="Slower").click()
    assert page.evaluate("window.now.rate") < 1
    page.evaluate("window.now.onerror({ error: 'synthesis-failed' })")
    expect(page.locator("[data-listen-status]")).to_contain_text("The voice stopped.")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


@pytest.mark.parametrize("voices", [(), (NETWORK,), ({**OWN, "lang": "de-DE"},)], ids=["none", "network", "German"])
def test_without_a_voice_of_its_own_a_device_offers_none(page: Page, voices: tuple[dict[str, object], ...]) -> None:
    with_voices(page, *voices)
    page.goto(ARTICLE, wait_until="networkidle")
    expect(page.locator("[data-listen]")).to_be_hidden()
    page.evaluate("(own) => { window.voices = [own]; speechSynthesis.dispatchEvent(new Event('voiceschanged')); }", OWN)
    expect(page.get_by_role("button", name="Listen")).to_be_visible()


def test_the_path_leads_on_and_keeps_ticks_only_when_asked(page: Page) -> None:
    page.goto("start-here/")
    items = page.locator(".path-list__item")
    expect(items).to_have_count(6)
    items.first.get_by_role("link").click()
    for place in range(1, 7):
        expect(page.locator(".path__place")).to_have_text(f"Start here: read {place} of 6")
        expect(page.locator(".path__way--back")).to_have_count(0 if place == 1 else 1)
        if place < 6:
            page.locator(".path__way--on a").click()
    assert page.evaluate(KEPT) == {}
    page.get_by_label("I have read this page").check()
    page.goto("start-here/")
    expect(items.last.get_by_role("checkbox")).to_be_checked()
    expect(page.locator("[data-read-count]")).to_contain_text("You have read 1 of 6.")
    items.last.get_by_role("checkbox").uncheck()
    assert page.evaluate(KEPT) == {}


def test_a_page_can_be_ticked_once_its_tick_would_be_kept(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/reading-path.js", hold, times=1)
    with page.expect_request("**/reading-path.js"):
        page.goto(ARTICLE, wait_until="commit")
    tick = page.get_by_label("I have read this page")
    expect(tick).to_be_disabled()
    held[0].continue_()
    tick.check()
    page.reload()
    expect(tick).to_be_checked()


def test_ticks_of_two_tabs_are_all_kept(page: Page) -> None:
    page.goto("start-here/")
    ticks = page.locator("[data-read]")
    expect(ticks.first).to_be_enabled()
    other = page.context.new_page()
    other.goto("start-here/")
    other.locator("[data-read]").nth(1).check()
    ticks.first.check()
    page.reload()
    expect(page.locator("[data-read]:checked")).to_have_count(2)

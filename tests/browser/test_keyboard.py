"""The keyboard alone: each stop shows where the focus is, covers and is covered by nothing, and leads on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_kind import answer_here, open_every_kind

# The label stands for a radio button or a box, which is drawn by it.
STOP = """() => {
  const active = document.activeElement;
  if (active === document.body) return null;
  const drawn = active.labels && active.matches("[type=radio], [type=checkbox]") ? active.labels[0] : active;
  const box = [...drawn.getClientRects()].find(({ width }) => width > 1) ?? drawn.getBoundingClientRect();
  const places = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const isSeen = places.some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (drawn.contains(top) || active.contains(top));
  });
  const styles = [active, drawn].flatMap((part) => [part, "::before"].map((pseudo) =>
    getComputedStyle(part, pseudo === part ? undefined : pseudo)));
  const isMarked = styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  // The button in a box for a day is marked by the browser itself.
  const fault = !isSeen ? "is covered" : !isMarked && active.type !== "date" ? "is not marked" : "";
  const order = [...document.querySelectorAll("*")].indexOf(active);
  return { id: active.id, order, name: active.outerHTML.slice(0, 100), fault };
}"""
MOST_STOPS = 400


def walk(page: Page, most: int = MOST_STOPS) -> list[str]:
    """Press Tab through the page. Gives what each stop is; none may have a fault, or come before the one before it."""
    names: list[str] = []
    last = -1
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        assert not stop["fault"], f"{stop['name']} {stop['fault']}"
        assert stop["order"] >= last, f"{stop['name']} comes too late"
        last = stop["order"]
        names.append(stop["name"])
    return names


@pytest.fixture
def width() -> int:
    """That of a desk at 400 % zoom."""
    return 320


@pytest.mark.parametrize("address", ["articles/flare-ups/", "calculators/progress-tracker/"])
def test_every_stop_is_seen_at_400_percent(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address, wait_until="networkidle")
    names = walk(page)
    assert "Skip to the main content" in names[0]
    assert 50 < len(names) < MOST_STOPS
    assert any("CC BY" in name or "creativecommons" in name for name in names)
    assert not [name for name in names if "Understand" in name and "site-nav" in name]


def test_the_menu_on_a_phone_opens_leads_on_and_closes(page: Page) -> None:
    page.goto("articles/flare-ups/")
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#site-nav :focus")).to_have_count(0)
    menu.focus()
    page.keyboard.press("Enter")
    names = walk(page, 6)
    assert [name for name in names if "<a" in name][:4] == names[:4]
    for place, words in enumerate(("articles/", "calculators/", "evidence/", "get-help-now/")):
        assert words in names[place] or 'href="../"' in names[place]
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(page.locator("#site-nav")).to_be_hidden()


def test_a_note_is_left_behind_when_the_focus_moves_on(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("articles/flare-ups/")
    mark = page.locator("button.note").first
    note = page.locator(":popover-open")
    mark.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":popover-open :focus")).to_have_count(1)
    while page.locator(":popover-open :focus").count():
        page.keyboard.press("Tab")
    expect(note).to_have_count(0)
    assert not page.evaluate(STOP)["fault"]

    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(mark).to_be_focused()


ANSWERS = {
    "f-age": "50",
    "f-steps-1-what": "sit",
    "f-steps-1-minutes": "2",
    "f-steps-2-what": "stand",
    "f-steps-2-minutes": "3",
}


def test_a_form_is_filled_in_and_answered_by_keys_alone(page: Page) -> None:
    open_every_kind(page)
    page.locator(".calculator__form").evaluate("(form) => { form.tabIndex = -1; form.focus(); }")
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert not stop["fault"], stop["name"]
        if stop["id"] in ANSWERS:
            page.keyboard.type(ANSWERS[stop["id"]])
        elif "radio" in stop["name"]:
            page.keyboard.press("Space")
        elif "<summary" in stop["name"]:
            page.keyboard.press("Enter")
        elif 'type="submit"' in stop["name"]:
            page.keyboard.press("Enter")
            break
    expect(page.locator(".result__title")).to_be_focused()
    expect(page.locator(".result__title")).to_have_text("What you said, at 50")
    expect(page.locator("details.calculator__more")).to_have_attribute("open", "")
    # On from the answer: what can be done with it comes next.
    names = walk(page, 30)
    assert any('data-action="restart"' in name for name in names)


def test_a_log_is_kept_by_keys_alone(page: Page) -> None:
    # The browser's own dialog stays away while anyone listens: from here on, since to begin takes a moment.
    page.on("filechooser", lambda _: None)
    answer_here(page)
    page.goto("calculators/progress-tracker/", wait_until="networkidle")
    page.locator("#f-log").focus()
    page.keyboard.press("Tab")
    expect(page.locator("input[type=date]")).to_be_focused()
    for _ in range(4):  # day, month, year and its calendar
        page.keyboard.press("Tab")
    for number in "123456":
        page.keyboard.type(number)
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add this line")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".log__said")).to_contain_text("Added the line for")
    expect(page.locator("#f-log")).to_have_value(re.compile(r"^\d{4}-\d\d-\d\d,1,2,3,4,5,6$"))
    page.get_by_role("button", name="Add this line").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".log__file")).to_be_focused()
    with page.expect_file_chooser():
        page.keyboard.press("Enter")

"""What tired or hasty hands do: press twice, clear too soon, copy where a browser forbids it, print with a note open."""

from playwright.sync_api import Page, expect

from tests.browser.every_kind import COMPLETE, calculate, open_every_kind, wait_for_answer
from tests.browser.waiting import wait_until

# Python answers each question only when told: `goOn(0)` lets the first one through.
SLOW = """() => {
  const { answerHere } = window;
  const open = [];
  window.asked = [];
  window.goOn = (place) => open[place]();
  window.answerHere = async (...asked) => {
    window.asked.push(asked[1]);
    await new Promise((resolve) => open.push(resolve));
    return answerHere(...asked);
  };
}"""
STATUS = "[data-status]"
NO_CLIPBOARD = """() => {
  const refused = new Promise((_, reject) => { window.refuse = () => reject(new Error("refused")); });
  refused.catch(() => {});
  navigator.clipboard.writeText = () => refused;
}"""


def open_filled(page: Page) -> None:
    """The form with every answer it needs, and its result."""
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)


def test_only_the_last_of_several_presses_is_answered(page: Page) -> None:
    open_filled(page)
    page.evaluate(SLOW)
    title = page.locator(".result__title")
    for age in ("61", "62", "63"):
        page.locator("#f-age").fill(age)
        calculate(page)
    expect(page.locator(".calculator__progress")).to_be_visible()
    page.evaluate("goOn(0)")
    wait_until(page, "asked.length === 2")
    expect(page.locator(".calculator__progress")).to_be_visible()
    expect(title).to_have_text("What you said, at 50")
    page.evaluate("goOn(1)")
    # The second was wanted no more when its turn came.
    first, last = page.evaluate("asked")
    assert "age=61" in first
    assert "age=63" in last
    expect(title).to_have_text("What you said, at 63")
    expect(title).to_be_focused()
    expect(page.locator(".calculator__progress")).to_be_hidden()


def test_two_quick_presses_give_one_answer(page: Page) -> None:
    open_filled(page)
    page.locator("#f-age").fill("61")
    page.get_by_role("button", name="Calculate").dblclick()
    expect(page.locator(".result__title")).to_have_text("What you said, at 61")
    assert page.locator(".result").count() == 1
    page.locator("#f-age").fill("")
    page.get_by_role("button", name="Calculate").dblclick()
    expect(page.locator(".calculator__summary a")).to_have_text("Enter your age")
    assert page.locator(".question__error").count() == 1
    assert page.title().count("Error:") == 1


def test_clearing_while_python_works_leaves_the_form_empty(page: Page) -> None:
    open_filled(page)
    page.evaluate(SLOW)
    page.locator("#f-age").fill("61")
    calculate(page)
    expect(page.locator(".calculator__progress")).to_be_visible()
    page.get_by_role("button", name="Clear my answers").click()
    expect(page.locator(".calculator__progress")).to_be_hidden()
    expect(page.locator(STATUS)).to_have_text("Your answers are cleared.")
    page.evaluate("goOn(0)")
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    expect(page.locator("[data-example]")).to_be_visible()
    expect(page.locator(".calculator__actions")).to_be_hidden()
    expect(page.locator(STATUS)).to_have_text("Your answers are cleared.")


def test_text_that_cannot_be_copied_is_shown_once(page: Page) -> None:
    open_filled(page)
    page.evaluate(NO_CLIPBOARD)
    page.get_by_role("button", name="Copy for my notes").dblclick()
    page.get_by_role("button", name="Copy a link with my answers").click()
    page.evaluate("refuse()")
    expect(page.locator(STATUS)).to_have_text("Could not copy. Select the text and copy it yourself")
    box = page.locator(".calculator__text")
    expect(box).to_have_count(1)
    expect(box).to_be_focused()
    assert box.evaluate("(box) => box.selectionEnd === box.value.length")
    page.get_by_role("button", name="Clear my answers").click()
    expect(box).to_have_count(0)


def test_a_page_without_a_clipboard_shows_the_text(page: Page) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    open_filled(page)
    page.get_by_role("button", name="Copy a link without my answers").click()
    assert page.locator(".calculator__text").input_value() == page.url.split("#")[0]


def test_an_answer_cleared_away_is_not_shown_to_be_copied(page: Page) -> None:
    open_filled(page)
    page.evaluate(NO_CLIPBOARD)
    page.get_by_role("button", name="Copy for my notes").click()
    page.get_by_role("button", name="Clear my answers").click()
    page.evaluate("refuse()")
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    expect(page.locator(".calculator__text")).to_have_count(0)
    expect(page.locator(STATUS)).to_have_text("Your answers are cleared.")


def test_an_open_note_is_not_printed_over_the_page(page: Page) -> None:
    page.goto("articles/flare-ups/")
    page.locator("button.note").first.click()
    note = page.locator("[popover]:popover-open")
    expect(note).to_be_visible()
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.emulate_media(media="screen")
    expect(note).to_be_visible()

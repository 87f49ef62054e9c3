"""What a reader asked to keep on this device: offered again, gone in time, and never trusted."""

import json
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_kind import COMPLETE, PATH, calculate, open_every_kind, wait_for_answer

KEYS = "Object.keys(localStorage)"
KEY = "baseline:every-kind"
OFFER = ".calculator__saved"
EXPIRED = "Your saved answers were kept for 30 days. They are deleted now."
UNREADABLE = "What was saved on this device could not be read. It is deleted now."


def test_answers_are_saved_only_when_asked_and_for_30_days(page: Page) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 20, 12, tzinfo=UTC))
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    assert page.evaluate(KEYS) == []
    page.get_by_role("button", name="Save my answers on this device").click()
    expect(page.locator("[data-status]")).to_have_text("Saved on this device. Kept until 20 December 2026.")
    assert page.evaluate(KEYS) == ["baseline:every-kind"]
    assert "signs" not in page.evaluate("localStorage.getItem('baseline:every-kind')")

    page.clock.set_fixed_time(datetime(2026, 12, 20, 12, tzinfo=UTC))
    page.goto("about:blank")
    page.goto(PATH)
    offer = page.locator(".calculator__saved")
    expect(offer).to_contain_text("Kept until 20 December 2026")
    expect(page.locator("#f-age")).to_have_value("")
    page.get_by_role("button", name="Use my saved answers").click()
    expect(offer).to_have_count(0)
    expect(page.locator(".calculator__note")).to_be_focused()
    expect(page.locator(".calculator__note")).to_contain_text("Answer the rest")
    expect(page.locator("#f-age")).to_have_value("50")
    expect(page.locator("#f-signs-no")).not_to_be_checked()

    page.clock.set_fixed_time(datetime(2026, 12, 21, 12, tzinfo=UTC))
    page.reload()
    expect(offer).to_have_text(EXPIRED)
    assert page.evaluate(KEYS) == []
    page.reload()
    expect(page.locator(".rows__add")).to_be_visible()
    expect(offer).to_have_count(0)


def test_everything_saved_can_be_deleted(page: Page) -> None:
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    save = page.get_by_role("button", name="Save my answers on this device")
    delete = page.get_by_role("button", name="Delete everything saved on this device")
    save.click()
    delete.click()
    expect(save).to_be_focused()
    expect(delete).to_be_hidden()
    assert page.evaluate(KEYS) == []

    save.click()
    page.evaluate("for (const key of ['scheme', 'text', 'read', 'another site']) localStorage.setItem(key, '')")
    page.goto("about:blank")
    page.goto(PATH)
    delete.first.click()
    said = page.locator(".calculator__saved p")
    expect(said).to_have_text("Everything saved on this device is deleted.")
    expect(said).to_be_focused()
    assert page.evaluate(KEYS) == ["another site"]


@pytest.mark.parametrize(
    "broken",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })",
        "Object.defineProperty(window, 'localStorage', { value: undefined })",
    ],
    ids=["full", "blocked", "absent"],
)
def test_a_device_that_cannot_save_says_so_and_goes_on(page: Page, broken: str) -> None:
    page.add_init_script(broken)
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    page.get_by_role("button", name="Save my answers on this device").click()
    expect(page.locator("[data-status]")).to_have_text("Could not save on this device. Print or copy the plan instead")
    page.locator("#f-age").fill("61")
    calculate(page)
    expect(page.locator(".result__title")).to_have_text("What you said, at 61")


LOOK = """async (every) => {
  const { SavedAnswers } = await ownScript("saved-answers.js");
  const section = document.querySelector(".calculator");
  return every.map((kept) => {
    localStorage.setItem("baseline:every-kind", kept);
    let used = [];
    new SavedAnswers(section).offer((answers) => { used = [...answers]; });
    const box = section.querySelector(".calculator__saved");
    const said = box.querySelector("p").textContent;
    box.querySelector("button")?.click();
    box.remove();
    return [said, used, Object.keys(localStorage), localStorage.getItem("baseline:every-kind")];
  });
}"""


def entry(answers: object, until: object = "2026-12-20") -> str:
    return json.dumps({"until": until, "answers": answers}, separators=(",", ":"))


def open_on_a_day(page: Page) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 20, 12, tzinfo=UTC))
    open_every_kind(page)
    expect(page.locator(".rows__add")).to_be_visible()


def test_what_was_not_kept_by_us_is_deleted_in_one_sentence(page: Page) -> None:
    strangers = [
        "",
        "not json",
        entry("age=50")[:-5],
        "null",
        "[]",
        '"age=50"',
        '{"__proto__": {"until": "2026-12-20", "answers": "age=50"}}',
        entry(5),
        entry(None),
        entry(""),
        entry("zzz=1"),
        entry("__proto__=1&constructor=2"),
        entry("age="),
        entry("pain=11"),
        entry("signs=no"),  # a safety question is answered by the reader, each time
        entry("age=" + "5" * 1_000_000),
        "x" * 1_000_000,
    ]
    open_on_a_day(page)
    for kept, seen in zip(strangers, page.evaluate(LOOK, strangers), strict=True):
        assert seen == [UNREADABLE, [], [], None], kept[:80]
    assert page.evaluate("Object.keys(Object.prototype)") == []
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, "not json"])
    page.reload()
    expect(page.locator(OFFER)).to_have_text(UNREADABLE)
    assert page.evaluate(KEYS) == []
    expect(page.locator("#f-age")).to_have_value("")


def test_answers_with_a_strange_day_are_kept_30_days_from_now(page: Page) -> None:
    days = ["2999-01-01", "2026-12-21", "2026-11-31", "2026-11-2x", "soon", "", "<b>", 5, None]
    open_on_a_day(page)
    for day, seen in zip(days, page.evaluate(LOOK, [entry("age=50", day) for day in days]), strict=True):
        said = "You saved answers on this device. Kept until 20 December 2026."
        assert seen == [said, [["age", "50"]], [KEY], entry("age=50")], day


def test_what_can_be_read_of_saved_answers_is_used(page: Page) -> None:
    open_on_a_day(page)
    page.evaluate("localStorage.setItem('baseline:talk-test', 'x'); localStorage.setItem('__proto__', 'y')")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", ["baseline:old", entry("age=1", "2026-11-19")])
    page.evaluate(
        "([key, kept]) => localStorage.setItem(key, kept)",
        [KEY, entry("signs=no&age=50&zzz=1&pain=99&name=%ff<b>")],
    )
    page.reload()
    page.get_by_role("button", name="Use my saved answers").click()
    expect(page.locator("#f-age")).to_have_value("50")
    expect(page.locator("#f-name")).to_have_value("\ufffd<b>")
    # A safety question is answered by the reader, each time.
    expect(page.locator("#f-signs-no")).not_to_be_checked()
    expect(page.locator(".calculator__note")).to_have_text(
        "Filled in with your saved answers. Answer the rest, then press Calculate."
    )
    # Those of other pages are theirs to read; what has expired goes wherever it is.
    assert sorted(page.evaluate(KEYS)) == ["__proto__", KEY, "baseline:talk-test"]


def test_safety_answers_alone_are_nothing_to_save(page: Page) -> None:
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    page.evaluate(
        """async () => {
          const { SavedAnswers } = await ownScript("saved-answers.js");
          const saved = new SavedAnswers(document.querySelector(".calculator"));
          window.said = saved.save(new URLSearchParams("signs=no&age="));
        }"""
    )
    assert page.evaluate("said") == "There is nothing to save: safety answers are never kept"
    assert page.evaluate(KEYS) == []

"""Days are those of the reader's own calendar, in British words and plain digits, wherever and whenever that is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Place
from tests.browser.every_kind import COMPLETE, PATH, open_every_kind, wait_for_answer


def _night(locale: str, zone: str, year: int, month: int, day: int, hour: int, minute: int) -> tuple[Place, datetime]:
    return Place(locale, zone), datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


# The clock there: the last evening of a century, the eve of a leap day, and nights that lose or gain an hour, one of
# them at midnight.
NIGHTS = [
    _night("tr", "Europe/Istanbul", 1999, 12, 31, 23, 59),
    _night("de", "Europe/Berlin", 2028, 2, 28, 23, 30),
    _night("en-NZ", "Pacific/Auckland", 2026, 9, 26, 23, 59),
    _night("ar", "Africa/Cairo", 2026, 4, 23, 23, 30),
    _night("en-US", "America/Los_Angeles", 2026, 11, 1, 1, 30),
]


@pytest.mark.parametrize(("place", "clock"), NIGHTS, ids=[place.zone for place, _ in NIGHTS])
def test_days_are_the_readers_own(page: Page, clock: datetime) -> None:
    page.clock.set_fixed_time(clock)
    open_every_kind(page, f"#{COMPLETE}")
    wait_for_answer(page)
    today = clock.date()
    until = today + timedelta(days=30)
    expect(page.get_by_label("Day", exact=True).first).to_have_value(today.isoformat())

    page.get_by_text("Change the settings").click()
    monday = today + timedelta(days=7 - today.weekday())
    for button, day in (("Today", today), ("Tomorrow", today + timedelta(days=1)), ("Next Monday", monday)):
        page.get_by_role("button", name=button).click()
        shown = [page.locator(f"#f-start-{part}").input_value() for part in ("day", "month", "year")]
        assert shown == [str(day.day), str(day.month), str(day.year)], button

    page.get_by_role("button", name="Save my answers on this device").click()
    kept = f"Kept until {until.day} {until:%B} {until.year}."
    expect(page.locator("[data-status]")).to_have_text(f"Saved on this device. {kept}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-printed]").text_content() == f"Printed on {today.day} {today:%B} {today.year}"

    page.goto("about:blank")
    page.goto(PATH)
    expect(page.locator(".calculator__saved")).to_contain_text(kept)
    page.get_by_role("button", name="Use my saved answers").click()
    expect(page.locator("#f-age")).to_have_value("50")

"""Search: answers first, and a way on where it finds nothing."""

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "articles/flare-ups/"


@pytest.mark.parametrize(
    ("asked", "first"),
    [("flare", "Flare plan"), ("I cannot sleep", "Sleep check"), ("heart rate", "Talk test and heart-rate range")],
)
def test_search_answers_and_puts_calculators_first(page: Page, asked: str, first: str) -> None:
    page.goto(ARTICLE)
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.locator("#search-words").fill(asked)
    result = page.locator(".search__results li").first
    expect(result.locator(".search__page")).to_have_text(first)
    expect(result.locator(".search__kind")).to_have_text("Calculators")
    expect(result.locator(".search__answer")).not_to_be_empty()
    expect(page.locator(".search__help")).to_be_hidden()


def test_search_goes_on_where_it_finds_nothing(page: Page) -> None:
    page.goto(ARTICLE)
    page.get_by_role("button", name="Search", exact=True).first.click()
    words, status = page.locator("#search-words"), page.locator(".search__status")
    words.fill("zzqqxx")
    expect(status).to_contain_text("Nothing found for “zzqqxx”.")
    expect(page.locator(".search__help a").first).to_be_visible()
    words.fill("slipped disc")
    expect(status).to_have_text("No page has all of those words. These have some of them.")
    expect(page.locator(".search__results li").first).to_be_visible()

"""Whatever is typed, linked to, kept or chosen as a file: nothing runs, nothing strange enters the page, nothing is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

import calculators
from tests.browser import hostile
from tests.browser.every_kind import answer_here

SLUGS = calculators.slugs()
WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  window.violations.push(`${violatedDirective} ${blockedURI}`);
});
"""


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page that may open no dialog and breaks no policy."""
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(WATCH)
    yield page
    assert dialogs == []
    assert page.evaluate("violations") == []
    assert page.evaluate("Object.keys(Object.prototype)") == []


def open_calculator(page: Page, slug: str) -> dict[str, str]:
    """Open a calculator, ready for what `hostile` sends. Gives the answers of its worked example."""
    page.goto(f"calculators/{slug}/")
    # By then the form has its scripts, which asked for the same.
    page.evaluate("async () => { await formScript(); }")
    page.evaluate(hostile.SETUP, [hostile.ALLOWED, hostile.FORM])
    return dict(calculators.find(slug).example)


def test_there_are_payloads_enough() -> None:
    assert len(set(hostile.PAYLOADS)) >= 500


def test_hostile_answers_typed(watched: Page) -> None:
    answer_here(watched)
    for slug, payloads in hostile.shares(SLUGS, turn=0):
        example = open_calculator(watched, slug)
        assert watched.evaluate(hostile.TYPE, [payloads, example]) == [], slug
        assert watched.evaluate("violations") == []


def test_hostile_links(watched: Page) -> None:
    answer_here(watched)
    for place, (slug, payloads) in enumerate(hostile.shares(SLUGS, turn=5)):
        example = open_calculator(watched, slug)
        links = hostile.LINKS[place :: len(SLUGS)]
        assert watched.evaluate(hostile.FOLLOW, [payloads, links, example]) == [], slug
        assert watched.evaluate("violations") == []


def test_hostile_answers_kept_on_the_device(watched: Page) -> None:
    answer_here(watched)
    for slug, payloads in hostile.shares(SLUGS, turn=10):
        open_calculator(watched, slug)
        assert watched.evaluate(hostile.KEEP, payloads) == [], slug
        assert watched.evaluate("violations") == []


def test_hostile_files(watched: Page) -> None:
    answer_here(watched)
    open_calculator(watched, "progress-tracker")
    assert watched.evaluate(hostile.IMPORT, list(hostile.PAYLOADS)) == []


def test_hostile_answers_in_the_browsers_own_python(watched: Page) -> None:
    example = open_calculator(watched, "build-up-planner")
    assert watched.evaluate(hostile.TYPE, [[*hostile.TEXTS, *hostile.LONG], example]) == []
    fields = {**example, "activity": "<b>walking</b>"}
    watched.evaluate("(answers) => { location.hash = new URLSearchParams(answers); }", fields)
    expect(watched.locator(".calculator__result")).to_contain_text("<b>walking</b>")

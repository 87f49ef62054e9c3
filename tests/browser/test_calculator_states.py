"""Each calculator as a screen reader meets it: at the start, with mistakes, with an answer, and with a sign that needs care.

What it meets is kept in aria/. After a change that is meant, `UPDATE_ARIA=1 pytest tests/browser/test_calculator_states.py`
writes it anew: read the difference before you commit it.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

import calculators
from calculators.kit.declare import questions
from calculators.kit.questions import Safety
from tests.browser.axe import violations
from tests.browser.every_kind import answer_here, calculate, wait_for_answer

KEPT = Path(__file__).with_name("aria")
# What is put into live regions, one entry for each time that a screen reader would speak.
LISTEN = """() => {
  window.said = [];
  const regions = document.querySelectorAll(".calculator :is([role=status], [role=alert])");
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) if (target.textContent.trim()) window.said.push(target.textContent.trim());
  });
  for (const region of regions) watch.observe(region, { childList: true, characterData: true, subtree: true });
}"""
# On a machine that is busy on the day an answer may take long enough to be waited for, and a wait is told.
WAITING = "Working it out"
SETTLED = "() => new Promise((resolve) => setTimeout(resolve, 50))"


@pytest.fixture
def width() -> int:
    """That of a desk at 400 % zoom."""
    return 320


FORM, RESULT = ".calculator__form", ".calculator__result"
# Each state, and the part of the calculator that is another than in the one before.
SEEN = {"start": ".calculator", "mistakes": FORM, "answer": ".calculator__actions", "a sign": RESULT}


def states(page: Page, slug: str) -> Iterator[str]:
    """Lead a calculator through its states, and name each."""
    title = page.locator(".result__title:not([data-seen])")
    page.goto(f"calculators/{slug}/")
    # By then the form has its scripts, which asked for the same.
    page.evaluate("async () => { await formScript(); }")
    yield "start"
    calculate(page)
    expect(page.locator(".calculator__summary h2")).to_be_visible()
    yield "mistakes"
    calculator = calculators.find(slug)
    page.evaluate("(answers) => { location.hash = answers; }", urlencode(calculator.example))
    wait_for_answer(page)
    page.evaluate(LISTEN)
    calculate(page)
    expect(title).to_be_focused()
    yield "answer"
    gate = next((name for name, each in questions(calculator.inputs).items() if isinstance(each, Safety)), None)
    if gate:
        title.evaluate("(title) => { title.dataset.seen = ''; }")
        page.locator(f"#f-{gate}-yes").check(force=True)
        calculate(page)
        expect(title).to_be_focused()
        yield "a sign"


@pytest.mark.parametrize("half", [0, 1])  # one for each core
def test_each_state_reads_as_it_should_and_keeps_nobody_out(page: Page, half: int) -> None:
    page.clock.set_fixed_time(datetime(2026, 11, 20, 12, tzinfo=UTC))
    answer_here(page)
    for slug in calculators.slugs()[half::2]:
        seen = ""
        for state in states(page, slug):
            seen += f"# {state}\n{page.locator(SEEN[state]).aria_snapshot()}\n"
            assert violations(page, SEEN[state]) == [], f"{slug}, {state}"
            if state == "answer":
                # The focus goes to its title, which is read out: nothing else speaks at the same time.
                page.evaluate(SETTLED)
                assert set(page.evaluate("said")) <= {WAITING}, slug
        kept = KEPT / f"{slug}.yml"
        if os.environ.get("UPDATE_ARIA"):
            kept.write_text(seen, encoding="utf-8")
        assert seen == kept.read_text("utf-8"), slug

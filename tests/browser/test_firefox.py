"""A reader's main path in Firefox: home, an article, a note, a calculator, its answer, and the answer on paper."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

import calculators
from tests.browser.faulty_server import Fault, FaultySite, missing
from tests.browser.firefox import started
from tests.browser.pdf import squeezed
from tools.firefox import ADVICE, find_firefox

SLUG = "build-up-planner"
NUMBERS = {"minutes": "6", "days": "4"}
ANSWERS = {"signs": "no", "crash": "no", **NUMBERS}
NOTE = 'document.querySelector(":popover-open")'
RESULT = 'document.querySelector(".calculator__result").textContent'
WORDS = "new DOMParser().parseFromString({}, 'text/html').body.textContent"
STRANGERS = 'performance.getEntriesByType("resource").filter(({ name }) => !name.startsWith(location.origin)).length'


@pytest.fixture
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the site where there is only the frozen Python: what readers should need, here too."""
    host = FaultySite(site_dir)
    host.limits = {}
    host.fault = Fault("-whole-", missing)
    with host.serve():
        yield host.url.rstrip("/") + "/"


def test_the_main_path_works_in_firefox(site_url: str) -> None:
    program = find_firefox()
    if program is None:
        pytest.fail(ADVICE, pytrace=False)
    with started(program) as (firefox, log):
        firefox.open(site_url)
        firefox.click('main a[href^="articles/"]')
        firefox.wait_for('location.pathname.startsWith("/articles/")')

        firefox.open(f"{site_url}articles/flare-ups/")
        firefox.click("button.note")
        firefox.wait_for(f"{NOTE}?.checkVisibility()")
        firefox.type("body", "\ue00c")  # Escape
        firefox.wait_for(f"!{NOTE}")
        firefox.click('.prose a[href*="calculators/"]')
        firefox.wait_for('document.querySelector("[data-arrived]")')

        firefox.open(f"{site_url}calculators/{SLUG}/")
        example = firefox.run(RESULT)
        for question in ("signs", "crash"):
            firefox.click(f"#f-{question}-no")
        for name, value in NUMBERS.items():
            firefox.type(f"#f-{name}", value)
        firefox.click(".calculator__form [type=submit]")
        firefox.wait_for('document.activeElement.matches(".result__title")')
        expected = json.loads(calculators.answer(SLUG, urlencode(ANSWERS), "../../"))["html"]
        assert firefox.run(RESULT) == firefox.run(WORDS.format(json.dumps(expected))) != example

        sides = firefox.printed()
        assert len(sides) <= 2
        sheet = "".join(sides)
        assert squeezed("It takes 20 weekly steps to reach 150 minutes") in sheet
        assert f"/calculators/{SLUG}/Printedon" in sheet
        assert squeezed("Nothing you type leaves this device.") not in sheet

        assert firefox.run(f"[{STRANGERS}, document.cookie, localStorage.length]") == [0, "", 0]
        assert f"JavaScript error: {site_url}" not in log.read_text("utf-8", errors="replace")

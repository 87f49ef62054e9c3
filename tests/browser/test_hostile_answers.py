"""Whatever is typed, or sent in a link: nothing runs, nothing strange enters the page, and the next reader is answered."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.allowed_html import ELEMENTS

PATIENT_MS = 30_000
PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><!--<script>alert(1)//",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "\"'><b onmouseover=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;img src=x onerror=alert(1)&#x3E;",
    "{{7*7}} ${alert(1)} #{alert(1)}",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\0",
    "a\0b",
    "\u202egnp.exe",
    "\u2028\u2029",
    "\ufeff\u200b",
    "a" + "\u0301" * 2_000,
    "[" * 100_000,
    "((((" * 25_000,
    '{"__proto__": {"ok": true}}',
    "__proto__",
    "constructor.prototype",
    "toString",
    "1" * 401,
    "10^400",
    "1e400",
    "-1",
    "1,5",
    "1_000",
    "٣٠٠",
    "nan",
    "inf",
    "0x10",
    "../../../../etc/passwd",
    "'; DROP TABLE answers; --",
    "{0.__class__.__mro__}",
    "%s%s%s%n",
    "\\",
    "A" * 1_000_000,
)
# Bytes that are no text, names no form has, a name twice, and more than any honest link holds.
HASHES = (
    "%",
    "%00",
    "%ff%fe",
    "%E0%A4%A",
    "=",
    "&&&",
    "age",
    "age=50=60",
    "age=50&age=<b>",
    "__proto__=1&age=x",
    "constructor=1",
    "toString=1&hasOwnProperty=2",
    "elements=1&submit=2&action=javascript:alert(1)",
    "signs=<b>&pulse[]=1",
    '{"age": 50}',
    "age=" + "9" * 3_000,
    "age=" + "9" * 1_000_000,
    "/../../#age=50",
    "javascript:alert(1)",
)
STRANGE = """(allowed) => [...document.querySelector(".calculator").querySelectorAll("*")]
  .map((element) => element.localName)
  .filter((name) => !allowed.includes(name))"""
FORM = ["form", "noscript", "fieldset", "legend", "label", "input", "button", "progress", "textarea"]


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return dialogs


def check(page: Page, dialogs: list[str]) -> None:
    assert dialogs == []
    assert page.evaluate(STRANGE, [*ELEMENTS, *FORM]) == []


def submit(page: Page) -> None:
    """Calculate, and wait for this answer rather than the last one."""
    page.evaluate(
        """() => {
          for (const seen of document.querySelectorAll(".calculator__summary > *, .calculator__result > *")) {
            seen.dataset.seen = "";
          }
          document.querySelector(".calculator__form").requestSubmit();
        }"""
    )
    expect(
        page.locator(".calculator__summary > :not([data-seen]), .calculator__result > :not([data-seen])")
    ).to_have_count(1, timeout=PATIENT_MS)


def type_in(page: Page, **answers: str) -> None:
    page.evaluate(
        """(answers) => {
          for (const [name, value] of Object.entries(answers)) {
            const radio = document.getElementById(`f-${name}-${value}`);
            if (radio) radio.checked = true; else document.getElementById(`f-${name}`).value = value;
          }
        }""",
        answers,
    )


def test_hostile_numbers(page: Page, dialogs: list[str]) -> None:
    page.goto("calculators/talk-test/")
    type_in(page, signs="no", pulse="no", resting="70")
    for payload in PAYLOADS:
        type_in(page, age=payload)
        submit(page)
        check(page, dialogs)
        assert page.locator(".question__error").count() == 1, payload[:80]
        assert page.locator("#f-resting").input_value() == "70"
        assert page.locator("#f-age").input_value()[:9] == payload[:9].replace("\n", "")
    type_in(page, age="50")
    submit(page)
    expect(page.locator(".calculator__actions")).to_be_visible()


def test_hostile_words(page: Page, dialogs: list[str]) -> None:
    page.goto("calculators/build-up-planner/")
    type_in(page, signs="no", crash="no", minutes="5", days="3")
    for payload in PAYLOADS:
        type_in(page, activity=payload)
        submit(page)
        check(page, dialogs)
    type_in(page, activity="<b>walking</b>")
    submit(page)
    expect(page.locator(".calculator__result")).to_contain_text("<b>walking</b>")


def test_hostile_links(page: Page, dialogs: list[str]) -> None:
    page.goto("calculators/talk-test/#age=50&signs=no&pulse=no")
    expect(page.locator(".calculator__actions")).to_be_visible(timeout=PATIENT_MS)
    for fragment in (*HASHES, *(f"age={quote(payload[:3_000])}" for payload in PAYLOADS)):
        page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        check(page, dialogs)
    page.evaluate("location.hash = 'signs=no&pulse=no&age=63'")
    expect(page.locator(".calculator__result")).to_contain_text("63", timeout=PATIENT_MS)
    check(page, dialogs)
    assert json.dumps(page.evaluate("Object.keys(Object.prototype)")) == "[]"

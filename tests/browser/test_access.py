"""No page stands in a reader's way: axe finds nothing, in any scheme, size or state, and nothing is cut off or moves."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Page, expect

from generator.publishing.asset_version import version_assets
from generator.publishing.join import join_files
from tests.browser.axe import COLOURS, violations

ROOT = Path(__file__).resolve().parents[2]
STYLE_PAGE = "articles/components/"
PAGES = [
    STYLE_PAGE,
    "",
    "start-here/",
    "easy-read/",
    "articles/",
    "articles/flare-ups/",
    "calculators/",
    "calculators/daily-check/",
    "evidence/",
    "evidence/what-clinics-say/",
    "evidence/glossary/",
    "get-help-now/",
    "about/read-offline/",
    "503.html",
]
# A finger needs 44 pixels, which a mark in a line of text gets from an unseen part around it.
SMALL = """() => [...document.querySelectorAll(
    "a, button, input:not([type=radio], [type=checkbox]), textarea, summary, :is([type=radio], [type=checkbox]) + label",
  )]
  .filter((part) => part.checkVisibility() && !part.closest(".visually-hidden, .skip-link"))
  .filter((part) => getComputedStyle(part).display !== "inline")
  .filter((part) => {
    const around = getComputedStyle(part, "::after");
    const more = around.position === "absolute" ? parseFloat(around.height) : 0;
    return Math.max(part.getBoundingClientRect().height, more || 0) < 43.5;
  })
  .map((part) => part.outerHTML.slice(0, 120))"""
# As 1.4.12 of WCAG asks. What then is larger than its box, and hidden there, is cut off.
SPACE = """() => {
  const wider = new CSSStyleSheet();
  wider.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    + "p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [wider];
  return [...document.querySelectorAll("body *")]
    .filter((part) => part.checkVisibility() && !part.closest("svg, .visually-hidden:not(:focus), .skip-link, .tool__word"))
    .filter((part) => getComputedStyle(part).overflowX !== "visible" && getComputedStyle(part).overflowX !== "auto")
    .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
    .map((part) => part.outerHTML.slice(0, 120));
}"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


SCHEMES = ("dark", "contrast", "contrast in the dark", "forced", "print")


def choose(page: Page, scheme: str) -> None:
    """Show a page in one of `SCHEMES`, or in "light" as it came."""
    page.evaluate(
        "(high) => high ? document.documentElement.dataset.scheme = 'contrast' : delete document.documentElement.dataset.scheme",
        "contrast" in scheme,
    )
    page.emulate_media(
        color_scheme="dark" if "dark" in scheme else "light",
        forced_colors="active" if scheme == "forced" else "none",
        media="print" if scheme == "print" else "screen",
    )


@pytest.fixture(scope="session")
def style_page(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """The HTML of the page of all components, built as any page is, in a copy of the site that is never published."""
    run = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    project, page = run / "style", run / "style" / "site" / STYLE_PAGE / "index.html"
    with FileLock(run / "style.lock"):
        if not project.exists():
            _build_style_page(project)
    return page.read_text(encoding="utf-8")


def _build_style_page(project: Path) -> None:
    project.mkdir()
    for part in ROOT.iterdir():
        if part.name not in {".git", "docs", "site"}:
            (project / part.name).symlink_to(part)
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copy(ROOT / "tests" / "pages" / "components.md", project / "docs" / "articles" / "components.md")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(project / "site")]
    built = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    join_files(project / "site", ROOT)
    version_assets(project / "site")


@pytest.fixture
def visited(page: Page, style_page: str) -> Page:
    """A page that also knows the page of components."""
    page.route(f"**/{STYLE_PAGE}", lambda route: route.fulfill(body=style_page, content_type="text/html"))
    return page


@pytest.mark.parametrize("address", PAGES)
def test_every_kind_of_page_is_open_to_all(visited: Page, address: str) -> None:
    # One reader opens it in every size: a browser of its own for each would take twice as long.
    for width in (1280, 320):
        visited.set_viewport_size({"width": width, "height": 900})
        visited.goto(address)
        assert violations(visited) == [], width
        assert visited.evaluate(WIDE) <= 0, width
        assert visited.evaluate(SMALL) == [], width
        assert visited.evaluate("document.getAnimations().length") == 0, width
    visited.evaluate("localStorage.setItem('text', 'largest')")
    visited.reload()
    assert visited.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 24
    assert visited.evaluate(WIDE) <= 0, "the largest text on a small phone"


@pytest.mark.parametrize("address", [STYLE_PAGE, "", "easy-read/", "calculators/daily-check/"])
def test_colours_hold_in_every_scheme(visited: Page, address: str) -> None:
    visited.goto(address)
    for scheme in SCHEMES:
        choose(visited, scheme)
        assert violations(visited, rules=COLOURS) == [], scheme


@pytest.mark.parametrize("width", [320, 1280])
def test_what_opens_is_open_to_all(page: Page, width: int) -> None:
    def check() -> None:
        assert violations(page) == []
        assert page.evaluate(SMALL) == []
        assert page.evaluate(WIDE) <= 0
        for scheme in SCHEMES:
            choose(page, scheme)
            assert violations(page, rules=COLOURS) == [], scheme
        choose(page, "light")

    page.goto("articles/flare-ups/")
    page.locator("button.note").first.click()
    expect(page.locator(":popover-open")).to_be_visible()
    check()
    page.keyboard.press("Escape")
    panels = {"Menu": "#site-nav", "Display": "#display"} if width == 320 else {"Display": "#display"}
    for button, panel in panels.items():
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.locator(panel)).to_be_visible()
        check()
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.locator("#search-words").fill("walking")
    expect(page.locator(".search__results li").first).to_be_visible()
    check()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", [STYLE_PAGE, "", "evidence/what-clinics-say/", "calculators/progress-tracker/"])
def test_wider_spaced_text_is_not_cut_off(visited: Page, address: str) -> None:
    visited.goto(address)
    assert visited.evaluate(SPACE) == []
    assert visited.evaluate(WIDE) <= 0

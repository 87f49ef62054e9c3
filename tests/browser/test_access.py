"""No page stands in a reader's way: axe finds nothing, in any scheme, size or state, and nothing is cut off or moves."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Page, expect

from generator.asset_version import version_assets

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
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
]
# What colours alone can break.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
CHECK = """async (rules) => {
  const options = rules ? {runOnly: {type: "rule", values: rules}} : {};
  const {violations} = await axe.run(document, {...options, resultTypes: ["violations"]});
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(" | ")}`);
}"""
SMALL = """() => [...document.querySelectorAll("a, button, input, summary, label")]
  .filter((part) => part.checkVisibility() && !part.closest(".visually-hidden, .skip-link"))
  .filter((part) => getComputedStyle(part).display !== "inline")
  .filter((part) => part.getClientRects()[0]?.height < 24).map((part) => part.outerHTML.slice(0, 120))"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


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
    version_assets(project / "site")


@pytest.fixture
def visited(page: Page, style_page: str) -> Page:
    """A page that also knows the page of components."""
    page.route(f"**/{STYLE_PAGE}", lambda route: route.fulfill(body=style_page, content_type="text/html"))
    return page


def problems(page: Page, rules: list[str] | None = None) -> Any:
    page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(CHECK, rules)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_kind_of_page_is_open_to_all(visited: Page, address: str) -> None:
    visited.goto(address)
    assert problems(visited) == []
    assert visited.evaluate(WIDE) <= 0
    assert visited.evaluate(SMALL) == []
    assert visited.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("address", [STYLE_PAGE, "", "easy-read/", "calculators/daily-check/"])
@pytest.mark.parametrize("scheme", ["dark", "contrast", "contrast in the dark", "forced", "print"])
def test_colours_hold_in_every_scheme(visited: Page, address: str, scheme: str) -> None:
    if "contrast" in scheme:
        visited.add_init_script("localStorage.setItem('scheme', 'contrast')")
    visited.emulate_media(
        color_scheme="dark" if "dark" in scheme else "light",
        forced_colors="active" if scheme == "forced" else "none",
        media="print" if scheme == "print" else "screen",
    )
    visited.goto(address)
    assert problems(visited, COLOUR_RULES) == []


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320])
def test_the_largest_text_fits_a_small_phone(visited: Page, address: str) -> None:
    visited.add_init_script("localStorage.setItem('text', 'largest')")
    visited.goto(address)
    assert visited.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 24
    assert visited.evaluate(WIDE) <= 0


@pytest.mark.parametrize("width", [320, 1280])
def test_what_opens_is_open_to_all(page: Page) -> None:
    page.goto("articles/flare-ups/")
    page.locator("button.note").first.click()
    assert problems(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Display", exact=True).click()
    expect(page.locator("#display")).to_be_visible()
    assert problems(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.locator("#search-words").fill("walking")
    expect(page.locator(".search__results li").first).to_be_visible()
    assert problems(page) == []

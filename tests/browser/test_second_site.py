"""Somebody else's site, made as CONTRIBUTING.md says: another subject, two pages, a calculator of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.publishing.static_server import serve
from tests.guide import steps

ROOT = Path(__file__).resolve().parents[2]
READ = {".html", ".json", ".txt", ".webmanifest", ".xml"}
# What would tell that this site was something else before.
LEAK = re.compile(
    r"\bbaseline\b(?!;)|\bpains?\b|\bpainful\b|\bflares?\b|\bGP\b|physio|long-lasting|diagnos", re.IGNORECASE
)


@pytest.fixture(scope="module")
def second_site(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project, made by the commands of the guide and built; after this site, whose cache it shares."""
    folder = tmp_path_factory.mktemp("other") / "crumb"
    commands, name = (step.text for step in steps("Use it for your own site")[:2])
    subprocess.run(["bash", "-euc", commands.replace("../crumb", str(folder))], cwd=ROOT, check=True)
    settings = folder / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    for line in name.splitlines():
        text, count = re.subn(rf"^{line.partition(' =')[0]} = .*$", line, text, count=1, flags=re.MULTILINE)
        assert count == 1, line
    settings.write_text(text, encoding="utf-8")
    (folder / ".cache").symlink_to(ROOT / ".cache")  # the browser's Python is the same
    (folder / "node_modules").symlink_to(ROOT / "node_modules")  # as `make build` would install it
    for command in (["generator", "check"], ["mkdocs", "build", "--strict"], ["generator", "finish", "--quick"]):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def site_url(second_site: Path) -> Iterator[str]:
    with serve(second_site / "site") as url:
        yield url.rstrip("/") + "/"


def test_nothing_of_this_site_is_in_it(second_site: Path) -> None:
    assert not {file.name for file in (second_site / "docs").rglob("*.md")} - {"index.md", "dough-water.md"}
    files = [file for file in (second_site / "site").rglob("*") if file.suffix in READ or file.name == "site-print.css"]
    assert {"feed.xml", "sitemap.xml", "404.html"} <= {file.name for file in files}
    for file in files:
        found = LEAK.search(file.read_text("utf-8"))
        assert found is None, f"{file}: {found}"
    wheels = [wheel.name for wheel in (second_site / "site").rglob("*.whl")]
    assert [name.partition("-")[0] for name in wheels] == ["crumb"]


def test_its_calculator_answers_in_the_browser(page: Page) -> None:
    page.goto("calculators/dough-water/")
    expect(page.locator(".calculator__result")).to_contain_text("350 g of water")  # the worked example
    page.get_by_label("How much flour do you have?").fill("1000")
    page.get_by_label("Soft loaf in a tin").check()
    page.get_by_role("button", name="Calculate").click()
    expect(page.get_by_role("heading", name="620 g of water")).to_be_visible()
    expect(page.get_by_role("cell", name="800 g")).to_be_visible()
    assert json.loads(page.locator("[data-runtime]").inner_text())["wheel"].startswith("crumb-")

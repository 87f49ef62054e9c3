"""`mkdocs serve` on a small project: what an author sees after each save, and after each mistake."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing.headers import security_headers
from tests.small_project import ROOT, small_project
from tools.free_port import free_port

PATIENCE_S = 60.0


@dataclass
class Preview:
    """A preview that runs.

    Attributes:
        project: The folder of the project.
        url: Its address, ending in a slash.
        log: What it prints.
    """

    project: Path
    url: str
    log: Path

    def get(self, path: str = "") -> tuple[str, "Message[str, str]"]:
        """What it sends for a path, also for one that is not there, and with which headers."""
        try:
            with urlopen(self.url + path, timeout=PATIENCE_S) as reply:  # noqa: S310 - our own server
                return reply.read().decode(), reply.headers
        except HTTPError as missing:
            return missing.read().decode(), missing.headers

    def wait_for(self, words: str, path: str = "") -> str:
        """Ask for a page until it holds some words."""
        end, page = time.monotonic() + PATIENCE_S, ""
        while time.monotonic() < end:
            try:
                page, _ = self.get(path)
            except URLError:  # it has not started yet
                page = ""
            if words in page:
                return page
            time.sleep(0.1)
        pytest.fail(
            f'The preview never shows "{words}":\n{page[-1500:]}\n{self.log.read_text()[-3000:]}', pytrace=False
        )

    @contextmanager
    def mistake(self, name: str, old: str, new: str) -> Iterator[None]:
        """Change a file, and mend it at the end of the `with` block: the preview must recover."""
        file = self.project / name
        before = file.read_text(encoding="utf-8")
        assert re.search(old, before, re.MULTILINE), old
        file.write_text(re.sub(old, lambda _: new, before, count=1, flags=re.MULTILINE), encoding="utf-8")
        try:
            yield
        finally:  # so that what a test finds wrong is not found again by the next
            file.write_text(f"{before}\n", encoding="utf-8")
        end = time.monotonic() + PATIENCE_S
        while "problem-box" in self.get()[0]:
            assert time.monotonic() < end, f"{name} is mended, and the preview still shows a problem"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a small project with templates of its own."""
    project = small_project(tmp_path_factory.mktemp("preview"))
    (project / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project / "overrides")
    port, log = free_port(0), project / "preview.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as printed:
        server = subprocess.Popen(command, cwd=project, stdout=printed, stderr=printed, env={**os.environ})
    found = Preview(project, f"http://127.0.0.1:{port}/", log)
    try:
        found.wait_for("</html>")
        yield found
    finally:
        server.terminate()
        server.wait(PATIENCE_S)
    assert "Traceback" not in log.read_text()


def test_search_is_right_after_an_edit(preview: Preview) -> None:
    def words() -> str:
        index = json.loads(preview.get("search/index.json")[0])
        names = [f"search/chunks/{index['version']}/w{number}.json" for number in range(len(index["starts"]))]
        return "".join(preview.get(name)[0] for name in names)

    file = preview.project / "docs/index.md"
    before = file.read_text(encoding="utf-8")
    assert '"zyzzyva"' not in words()
    file.write_text(f"{before}\nA zyzzyva.\n", encoding="utf-8")
    preview.wait_for("A zyzzyva.")
    assert '"zyzzyva"' in words()
    file.write_text(before, encoding="utf-8")
    end = time.monotonic() + PATIENCE_S
    while '"zyzzyva"' in words():
        assert time.monotonic() < end, "what is taken out is still found"
        time.sleep(0.1)


MISTAKES = {
    "a claim's record": ("docs/claims.yml", "^  claim: ", "  claim: [", "docs/claims.yml:"),
    "the settings' YAML": ("mkdocs.yml", "^nav:", "nav: [", "mkdocs.yml:"),
    "a setting": ("mkdocs.yml", "^docs_dir: docs", "docs_dir: dogs", "mkdocs.yml:"),
    "a template's syntax": ("overrides/partials/footer.html", r"\A", "{% if %}", "overrides/partials/footer.html:1"),
    "a template's names": ("overrides/main.html", "^<body", "{{ page.nothing.more }}<body", "overrides/main.html:"),
    "a calculator's kit": ("calculators/kit/words.py", r"\A", "words words\n", "calculators/kit/words.py:1"),
}


def test_the_browser_shows_each_save_by_itself_and_has_nothing_to_complain_of(
    browser: Browser, preview: Preview
) -> None:
    context = browser.new_context(base_url=preview.url, viewport={"width": 1280, "height": 900})
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(f"uncaught: {error}"))
    page.goto("")
    with preview.mistake("docs/index.md", "Walking reduces stiffness", "Strolling reduces stiffness"):
        expect(page.get_by_text("Strolling reduces stiffness")).to_be_visible()
    expect(page.get_by_text("Walking reduces stiffness")).to_be_visible()
    with preview.mistake("overrides/assets/css/base.css", r"\Z", "body { letter-spacing: 3px }"):
        expect(page.locator("body")).to_have_css("letter-spacing", "3px")
    with preview.mistake("overrides/partials/footer.html", "<footer", '<p id="new">New</p><footer'):
        expect(page.locator("#new")).to_be_visible()
    with preview.mistake("docs/index.md", "@smith2020", "@smyth2020"):
        box = page.locator(".problem-box")
        expect(box).to_contain_text('docs/index.md:7 No source is called "smyth2020". Use "smith2020"')
        expect(box).to_have_css("border-top-style", "solid")  # its style sheet is let in
    expect(page.locator(".problem-box")).to_have_count(0)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    context.close()
    assert {*said} <= {"Enabled live reload"}


def test_what_is_sent_after_each_save_and_each_mistake(preview: Preview) -> None:
    """In one test, since each worker that runs one of these starts a preview."""
    _sends_pages_under_the_policy(preview)
    _shows_a_title_wherever_a_page_is_named(preview)
    _shows_each_mistake_until_it_is_mended(preview)
    _tells_nothing_that_follows_from_a_mistake(preview)


def _sends_pages_under_the_policy(preview: Preview) -> None:
    html, headers = preview.get()
    assert "late page" not in html
    assert '<aside class="draft-notes"' in html
    (script,) = re.findall(r"'sha256-[^']+'", headers["Content-Security-Policy"])  # the one that reloads the page
    expected = security_headers([script])
    assert {name: headers[name] for name in expected} == expected
    for path in ("assets/worker.js", "assets/site.js", "livereload/preview.css", "no/such/page/"):
        sent = preview.get(path)[1]
        assert {*security_headers(())} <= {*sent}, path
        assert "unsafe-inline" not in sent["Content-Security-Policy"]


def _shows_a_title_wherever_a_page_is_named(preview: Preview) -> None:
    (preview.project / "docs" / "list.md").write_text(
        "---\ntitle: All of the sources\ndescription: A page of the test that lists every source of it, with its pages."
        "\ntype: page\nstatus: live\n---\nHere.\n\n[[sources]]\n",
        encoding="utf-8",
    )
    preview.wait_for("A page of the test", "list/")
    with preview.mistake("docs/index.md", "^title: .*", "title: Another title for it"):
        preview.wait_for("Another title for it", "list/")
    (preview.project / "docs" / "list.md").unlink()
    preview.wait_for("This page is not here", "list/")


def _shows_each_mistake_until_it_is_mended(preview: Preview) -> None:
    for kind, (file, old, new, place) in MISTAKES.items():
        with preview.mistake(file, old, new):
            html = preview.wait_for("problem-box")
        assert place in html, kind
        assert "Walking reduces stiffness" in html, kind
        assert place in preview.log.read_text(), kind


def _tells_nothing_that_follows_from_a_mistake(preview: Preview) -> None:
    file = preview.project / "docs" / "untold.md"
    file.write_text("---\ntype: article\nstatus: live\n---\nHere.\n", encoding="utf-8")
    html = preview.wait_for("`title` is missing.", "untold/")
    assert "Python raised" not in html
    file.unlink()
    preview.wait_for("This page is not here", "untold/")

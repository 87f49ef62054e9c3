"""`python -m generator check`: the build's own checks, without a build."""

import re
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
site_name: A site of the test
site_url: !ENV [SITE_URL, "https://example.org/"]
markdown_extensions:
  - admonition
  - toc:
      slugify: !!python/name:markdown.extensions.toc.slugify_unicode
"""
PAGE = """---
title: A page of the test
description: A page that stands here only so that it can be checked by a test.
type: page
status: live
---

"""

ARTICLE = """---
title: A page of the test
description: A page that stands here only so that it can be checked by a test.
type: article
status: live
audience: [carer]
main_message: You can read this.
authors: [{name: Ann Writer, role: editor, interests: none}]
reviewed_by: []
published: 2026-11-20
updated: 2026-11-20
last_reviewed: null
next_review: 2027-11-20
evidence_searched: 2026-11-20
evidence_level: low
tags: [movement]
topic: advice
funding: none
changelog: [{date: 2026-11-20, change: First version}]
---
Text.
"""


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, in which the command runs."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for shared in (Path(__file__).parent / "docs").glob("*.*"):
        (folder / shared.name).write_text(shared.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "claims.yml").write_text("{}", encoding="utf-8")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "index.md").write_text(f"{PAGE}## Größe\n\nText [@smith2020; @jones2021; @who2022].\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_good_pages_pass(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.is_dir()
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("No problems in 1 page.\n", "")


def test_a_page_whose_review_is_overdue_is_told(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1827100800")  # 25 November 2027
    (docs / "index.md").write_text(ARTICLE, encoding="utf-8")
    (docs / "references.bib").write_text("", encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "docs/index.md: Its review is 5 days overdue.\nNo problems in 1 page.\n"


def test_every_problem_is_told_at_its_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "Text [@smith2002].\n\n[[calculater: steps]]\n\n!!! note\n\n    Boxed [@nope].\n"
    (docs / "index.md").write_text(PAGE.replace("live", "alive") + body, encoding="utf-8")
    (docs / "bare.md").write_text("It proves it.\n", encoding="utf-8")
    (docs / "tags.yml").unlink()
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert not said.out
    assert said.err == (
        'docs/bare.md:1: "proves" promises too much.\n'
        '    Say "found" or "suggests", or mark a claim of high certainty.\n'
        "docs/bare.md:1: The page has no front matter.\n"
        "    Start the file with ---, then title:, description:, type: and status:, then ---.\n"
        'docs/index.md:5: `status` cannot be "alive".\n'
        '    Use "live", or write one of live, draft or paused.\n'
        'docs/index.md:8: No source is called "smith2002".\n'
        '    Use "smith2020", or add the source to docs/references.bib.\n'
        'docs/index.md:10: No marker is called "calculater".\n'
        '    Use "calculator", or put backquotes around it to print it.\n'
        'docs/index.md:14: No source is called "nope".\n'
        "    Add the source to docs/references.bib.\n"
        'docs/references.bib:3: No page cites "smith2020".\n'
        "    Cite it on a page, or take it out.\n"
        'docs/references.bib:19: No page cites "jones2021".\n'
        "    Cite it on a page, or take it out.\n"
        'docs/references.bib:28: No page cites "who2022".\n'
        "    Cite it on a page, or take it out.\n"
        "docs/tags.yml:1: The file is missing.\n"
        "    Make docs/tags.yml.\n"
    )


def test_problems_become_annotations_of_a_change_on_github(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "a,b.md").write_text(f"{PAGE}See [50%](x%y.md). [@smith2020; @jones2021; @who2022]\n", encoding="utf-8")
    (docs / "index.md").unlink()
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=docs/a%2Cb.md,line=1::Its name does not fit an address."
        "%0AUse small letters, digits and hyphens: hot-baths.md.\n"
        '::error file=docs/a%2Cb.md,line=8::No page is called "x%25y.md".'
        "%0AWrite the path of its file from this one, such as ../index.md.\n"
    )


def test_the_sites_own_pages_pass(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0, capsys.readouterr().err
    assert re.fullmatch(r"No problems in \d+ pages\.\n", capsys.readouterr().out)

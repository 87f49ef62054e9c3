"""`python -m generator check --report`, and the draft notes of live preview: help for authors that no reader sees."""

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from generator.__main__ import main
from generator.commands.report import review
from generator.library import Library
from generator.pages.front_matter import check_pages
from generator.preview.author_notes import AuthorNotes, notes_on
from generator.preview.mkdocs_preview import Preview
from generator.site_build import SiteBuild

DOCS = Path(__file__).parent / "docs"
PAGE = """---
title: A page that walks
description: What walking may do, told on a page that stands here only for a test.
type: article
status: live
audience: [person-in-pain]
main_message: You should walk.
authors: [{name: Ann Writer, role: editor, interests: none}]
reviewed_by: []
published: 2026-11-10
updated: 2026-11-20
last_reviewed: null
next_review: 2027-01-20
evidence_searched: 2026-10-15
evidence_level: high
tags: [movement]
topic: moving
funding: none
changelog: [{date: 2026-11-20, change: First version}]
---
You can walk or not.

## Quick read

- It is simply up to you.

## What was found

Walking helps. [[claim: walking-works]] It helped 51 of 100 people [@smith2020].

In a different group of 1,200 considerably older participants, unfortunately, very few measurable differences were ever
seen between any of them at all [@smith2020]. Nobody knows why [@smith2020].

| Kind | Said |
|---|---|
| Walking | A miracle |
"""

BOOK = """@techreport{who2022,
  author      = {{World Health Organization}},
  title       = {A report},
  institution = {World Health Organization},
  year        = {2022},
  verified    = {memory},
}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one page, in which commands run on 20 November 2026."""
    shutil.copytree(DOCS, tmp_path / "docs")
    (tmp_path / "docs" / "walk.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    return tmp_path


def notes(day: dt.date = dt.date(2026, 11, 20)) -> AuthorNotes:
    library = Library(day=day)
    (page,) = check_pages(library)
    return notes_on(library, page)


def test_what_is_worth_a_look(project: Path) -> None:
    found = notes()
    assert found.whole
    assert (found.whole.long, found.whole.long_percent) == (1, 17)
    assert found.hardest[0][0].line == 31
    assert [(line, finding.word, finding.kind) for line, finding in found.tone] == [
        (7, "You should", "command"),
        (25, "simply", "belittle"),
        (36, "miracle", "sales"),
    ]
    assert (found.next_review, found.days_left) == (dt.date(2027, 1, 20), 61)
    assert notes(dt.date(2027, 1, 22)).days_left == -2


def test_a_claim_grades_its_paragraph(project: Path) -> None:
    # Line 29 has a number and a source, and the claim before it rests on that source. "Nobody knows" says no effect.
    assert [sentence.line for sentence in notes().ungraded] == [31]


def test_sources_that_nobody_has_seen_are_named(project: Path) -> None:
    bib = project / "docs" / "references.bib"
    assert notes().unverified == ()
    bib.write_text(bib.read_text(encoding="utf-8").replace("yes", "memory"), encoding="utf-8")
    assert notes().unverified == ("smith2020",)


def test_the_report_of_a_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report", "walk.md"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("docs/walk.md\n    The page reads at grade ")
    assert "    The quick read takes 1 minute.\n    The whole page takes 1 minute.\n" in said
    assert "    Its review is due in 61 days.\n" in said
    assert (
        '    docs/walk.md:7: "You should" (command). Say "you could" or "you can"; keep "must" for emergencies.\n'
        in said
    )
    assert "    docs/walk.md:31: no claim grades this: In a different group" in said


def test_the_report_of_all_pages_is_a_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report"]) == 0
    head, row, *_ = capsys.readouterr().out.splitlines()
    assert " ".join(head.split()) == "Page Grade SMOG Quick read Long Tone Ungraded Unseen Review in"
    path, *cells = row.split()
    assert path == "docs/walk.md"
    assert cells[-5:] == ["17", "3", "1", "61", "days"]
    assert len(row) == len(head)


def test_the_report_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    (page,) = report["pages"]
    assert page["path"] == "docs/walk.md"
    assert page["time"] == {"quick": 1, "whole": 1}
    assert page["days_left"] == 61
    assert set(page) == set(AuthorNotes.__dataclass_fields__)


def test_a_page_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report", "wolk.md"]) == 1
    assert capsys.readouterr() == ("", 'No page is called docs/wolk.md. Use "docs/walk.md", or look in docs/.\n')


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Its review is due in 0 days."), (1, "Its review is due in 1 day."), (-1, "Its review is 1 day overdue.")],
)
def test_when_a_review_is_due(days: int, said: str) -> None:
    assert review(days) == said


def test_live_preview_shows_the_notes(project: Path) -> None:
    build = SiteBuild(Path("docs"))
    build.check([Path("docs/walk.md").resolve()])
    build.problems.clear()
    page: Any = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(project / "docs" / "walk.md")))
    html = "<main>Words.</main><footer></footer>"
    shown = Preview(lambda: build, lambda page: None).after(html, page)  # noqa: ARG005 - as it is called
    assert '<aside class="draft-notes"' in shown.partition("</main>")[0]
    assert shown.endswith("</aside></main><footer></footer>")
    assert "<li>The quick read takes 1 minute.</li>" in shown
    assert "<li>Line 25: &quot;simply&quot; (belittle). Say it without that word" in shown


class _Host(BaseHTTPRequestHandler):
    """Says that one page is there, that another moved to it, and that a third is gone; breaks off at any other."""

    def do_GET(self) -> None:
        status = {"/there": 200, "/moved": 302, "/gone": 404}.get(self.path)
        if status is None:
            self.wfile.write(b"no HTTP at all\r\n\r\n")
            return
        self.send_response(status)
        self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """A test's host says nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_what_became_of_each_outside_link_is_told_and_none_ends_the_report(
    project: Path, host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    for name in ("references.bib", "help-now.yml", "claims.yml"):
        (project / "docs" / name).unlink()
    (project / "docs" / "references.bib").write_text(BOOK, encoding="utf-8")
    links = [f"{host}/{name}" for name in ("there", "moved", "gone", "odd")] + ["http://127.0.0.1:1/", "http://["]
    body = "".join(f"See [this]({link}).\n" for link in links)
    (project / "docs" / "walk.md").write_text(f"{PAGE.partition('You can')[0]}{body}`{host}/code` [@who2022]", "utf-8")
    assert main(["check", "--report", "--links", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    answers = {link["address"]: (link["answer"], link["dead"]) for link in report["links"]}
    assert answers[f"{host}/there"] == ("there", False)
    assert answers[f"{host}/moved"] == (f"there, at {host}/there", False)
    assert answers[f"{host}/gone"] == ("the host says 404 Not Found", True)
    assert answers[f"{host}/odd"][0].startswith("an answer that cannot be read")
    assert answers["http://127.0.0.1:1/"][0].startswith("no answer: ")
    assert f"{host}/code" not in answers
    places = {link["address"]: link["places"] for link in report["links"]}
    assert places[f"{host}/there"] == ["docs/walk.md:21"]
    assert [each["key"] for each in report["unverified"]] == ["who2022"]
    assert report["unverified"][0]["pages"] == ["walk.md"]
    assert main(["check", "--report", "--links"]) == 0
    assert "2 are there, 1 are not, 3 cannot be told." in capsys.readouterr().out


def test_reviews_overdue_and_due_soon_are_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report"]) == 0
    said = capsys.readouterr().out
    assert "\nReviews overdue: none\n" in said
    assert "\nReviews due within 60 days: none\n" in said
    page = project / "docs" / "walk.md"
    for day, title in (("2026-11-19", "Reviews overdue"), ("2027-01-19", "Reviews due within 60 days")):
        page.write_text(PAGE.replace("next_review: 2027-01-20", f"next_review: {day}"), encoding="utf-8")
        assert main(["check", "--report"]) == 0
        assert f"\n{title}: 1\n    docs/walk.md: Its review is " in capsys.readouterr().out


def test_the_links_are_listed_with_their_places_and_none_is_opened(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("urllib.request.urlopen", None)
    assert main(["check", "--report"]) == 0
    said = capsys.readouterr().out
    assert "    https://doi.org/10.1000/ex(20)7.2\n        in docs/references.bib:3, cited by 1 page\n" in said
    assert said.endswith("`--links` tries each, which needs a network.\n")


@pytest.mark.parametrize("options", [["--links"], ["walk.md"], ["--report", "--format", "github"]])
def test_options_that_do_not_go_together_are_refused(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", *options])
    assert "--report" in capsys.readouterr().err

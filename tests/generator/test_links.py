"""Links that are good: to files, headings and other places of this site, and all that leads elsewhere."""

from pathlib import Path

import pytest

from generator.__main__ import main
from tests.small_project import small_project

TARGET = """---
title: A page that is linked to
description: A page that stands here only so that another one can link to it.
type: page
status: live
---
## What may help

Go on.
{: #by-hand }

<p id="in-html">Text.</p>

```html
<p id="in-code">Text.</p>
```
"""
PAGE = TARGET.replace("that is linked to", "that links")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    (tmp_path / "docs" / "in").mkdir()
    (tmp_path / "docs" / "in" / "target.md").write_text(TARGET, encoding="utf-8")
    (tmp_path / "docs" / "in" / "a b.pdf").write_bytes(b"")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    "link",
    [
        "[x](in/target.md)",
        "[x](in/target.md#what-may-help)",
        "[x](in/target.md#by-hand)",
        "[x](in/target.md#in-html)",
        "[x](#what-may-help)",
        "[x](./in/../in/target.md?from=here#what-may-help)",
        "[x](<in/a b.pdf>)",
        "![x](in/a%20b.pdf)",
        "[x][1]\n\n[1]: in/target.md",
        "[x](index.md#figure-small-step-title)",
        "[x](mailto:x@example.org) <x@example.org> <https://example.org/nowhere.md> [x](//example.org/nowhere)",
        "`[x](nowhere.md)` <!-- [x](nowhere.md) -->",
    ],
)
def test_a_good_link_has_no_problem(docs: Path, capsys: pytest.CaptureFixture[str], link: str) -> None:
    (docs / "page.md").write_text(f"{PAGE}\n{link}\n", encoding="utf-8")
    assert main(["check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("link", "mend"),
    [
        ("target.md", 'Use "in/target.md", or'),
        ("/in/target/", 'Use "in/target.md", or'),
        ("in/targit.md", 'Use "in/target.md", or'),
        ("in/target.md#what-may-hepl", 'Use "#what-may-help", or'),
        ("in/target.md#in-code", "Write a heading's words"),
        ("nowhere.md", "Write the path of its file from this one, such as ../index.md."),
    ],
)
def test_a_dead_link_names_what_is_near(docs: Path, capsys: pytest.CaptureFixture[str], link: str, mend: str) -> None:
    (docs / "page.md").write_text(f"{PAGE}\n[x]({link}) and again [y]({link})\n", encoding="utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"docs/page.md:{PAGE.count('\n') + 2}: ")
    assert said.count("\n") == 2
    assert said.splitlines()[1].startswith(f"    {mend}")

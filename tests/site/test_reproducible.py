"""Built again in another folder, another time zone and another order of sets, the site has the same bytes."""

import os
import subprocess
import sys
from pathlib import Path
from string import Template

from tests.small_project import ROOT, small_project

CALCULATOR = Template((ROOT / "generator" / "commands" / "scaffold" / "calculator.py.tmpl").read_text(encoding="utf-8"))
EVERYTHING = """
[[glossary]]

[[certainty-levels]]

[[sources]]

[[claim-table: walking-back]]

[[calculator: steps]]
"""


def build(folder: Path, **settings: str) -> dict[str, bytes]:
    """The files of a small site, by name."""
    folder.mkdir()
    project = small_project(folder)
    code = CALCULATOR.substitute(title="Steps", title_in_python='"Steps"', module="steps")
    (project / "calculators" / "steps.py").write_text(code, encoding="utf-8")
    page = project / "docs" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}{EVERYTHING}", encoding="utf-8")
    for command in (["mkdocs", "build"], ["generator", "finish", "--quick"]):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=project,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1795132800"} | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout
    site = project / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_twice_the_same_bytes(tmp_path: Path) -> None:
    once = build(tmp_path / "one", TZ="Pacific/Auckland", PYTHONHASHSEED="1")
    again = build(tmp_path / "a longer name", TZ="America/Los_Angeles", PYTHONHASHSEED="2")
    assert {"index.html", "sitemap.xml", "_headers"} <= once.keys()
    assert once.keys() == again.keys()
    assert [name for name in once if once[name] != again[name]] == []

"""A whole project of one page, quick to check and to build, in which no check finds a problem."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT / "tests" / "generator" / "docs"
LINKED = (
    *(".cache", "LICENSE", "generator", "node_modules", "overrides", "package-lock.json", "package.json"),
    *("pyproject.toml", "requirements.txt"),
)
CODE = ("__init__.py", "_safety.py", "kit")
SETTINGS = re.compile(r"^nav:\n(?:[ \-].*\n)+", re.MULTILINE)
PAGE = """---
title: A page of the test
description: A page that stands here only so that it can be checked by a test.
type: page
status: live
---
Walking reduces stiffness [@smith2020; @jones2021; @who2022]. [[claim: walking-works]]
It probably eases back pain, and may help you do more. [[claim: walking-back]] [[claim: walking-function]]
We do not know if it helps sleep. [[claim: walking-sleep]] A tenth more is a rule of thumb. [[claim: ten-percent]]
You may stumble less. [[claim: walking-steps]]

[[figure: small-step]]
"""


def small_project(folder: Path) -> Path:
    """Write the project into an empty folder, and return the folder."""
    shutil.copytree(SHARED, folder / "docs")
    (folder / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    (folder / "calculators").mkdir()
    for name in CODE:
        source, target = ROOT / "calculators" / name, folder / "calculators" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    settings = SETTINGS.sub("nav:\n  - All:\n      - index.md\n", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder

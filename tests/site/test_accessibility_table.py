"""Every criterion of WCAG 2.2 at levels A and AA is answered in docs/about/accessibility.md, by checks that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "about" / "accessibility.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| \*\*(\d\.\d\.\d+)\*\* [^|]+, (AA?) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
# As the W3C lists them: https://www.w3.org/TR/WCAG22/. 4.1.1 was taken out.
A = (
    *("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4"),
    *("2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1"),
    *("3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2"),
)
AA = (
    *("1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5"),
    *("2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3"),
)


def test_all_55_are_answered_once_with_their_level() -> None:
    levels = [(number, level) for number, level, _, _ in ROW.findall(PAGE)]
    assert len(levels) == 55
    assert dict(levels) == dict.fromkeys(A, "A") | dict.fromkeys(AA, "AA")


def test_every_check_that_is_named_exists() -> None:
    there = {file.stem for file in (ROOT / "tests").rglob("test_*.py")}
    for number, _, here, checks in ROW.findall(PAGE):
        named = re.findall(r"`(\w+)`", checks)
        assert set(named) <= there, number
        assert named or checks == "by hand", number
        assert here.endswith("."), number

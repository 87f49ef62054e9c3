"""Every package that is locked stands in the list of parts with its licence; one that states none is a problem."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publishing import parts
from generator.runtime.versions import BundleError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def read() -> tuple[parts.Part, ...]:
    return parts.read_parts(ROOT)


def test_every_package_is_there_and_states_its_licence(read: tuple[parts.Part, ...]) -> None:
    assert list(parts.unknown_licences(ROOT, read)) == []
    names = {part.name for part in read if part.kind == "pypi"}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    assert len(names) > 50
    # One for another system is not installed.
    assert len(locked - names) < 5
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert {*asked["dependencies"], *asked["devDependencies"]} <= {part.name for part in read if part.kind == "npm"}
    assert not [part.name for part in read if "Copyright" in part.licence or "\n" in part.licence]


def test_what_readers_get_comes_first(read: tuple[parts.Part, ...]) -> None:
    licences = {part.name: part.licence for part in read if part.reaches_readers}
    assert list(licences) == [part.name for part in read[: len(licences)]]
    assert licences == {
        "Words and pictures": "CC-BY-4.0",
        "Baseline": "MIT",
        "pyodide": "MPL-2.0",
        "Python": "PSF-2.0",
        "Atkinson Hyperlegible Next": "OFL-1.1",
    }
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / "overrides/assets/fonts/LICENSE.txt").read_text("utf-8")


def test_a_missing_lock_file_is_told(tmp_path: Path) -> None:
    for name in ("package.json", "node_modules"):
        (tmp_path / name).symlink_to(ROOT / name)
    with pytest.raises(BundleError, match=r"package-lock\.json is missing"):
        parts.read_parts(tmp_path)


@pytest.mark.parametrize(("name", "lock"), [("jinja2", "requirements.txt"), ("axe-core", "package-lock.json")])
def test_a_part_that_states_no_licence_is_a_problem_with_its_line(
    read: tuple[parts.Part, ...], name: str, lock: str
) -> None:
    (part,) = (part for part in read if part.name == name)
    (problem,) = parts.unknown_licences(ROOT, (replace(part, licence=""),))
    assert problem.path == lock
    assert name in (ROOT / lock).read_text("utf-8").splitlines()[problem.line - 1]
    assert problem.what == f"{name} {part.version} does not say under which licence it is."

"""Everything installed is named exactly and checked by hash, and the locks name no host."""

import json
import re
from pathlib import Path

import pytest

from tools.tidy_npm_lock import LOCKS, tidy

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = (ROOT / "requirements.txt").read_text(encoding="utf-8")
NPM = {str(lock): (ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS}
MEND = "Run `make lock` and commit what it writes."


def test_every_python_package_is_exact_and_hashed() -> None:
    packages = re.sub(r"#.*", "", REQUIREMENTS).replace("\\\n", " ").split("\n")
    loose = [line for line in packages if line.strip() and not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)]
    assert not loose, MEND


@pytest.mark.parametrize("lock", NPM)
def test_every_npm_package_has_its_hash(lock: str) -> None:
    packages = json.loads(NPM[lock])["packages"]
    loose = [path for path, package in packages.items() if path and not package["integrity"].startswith("sha512-")]
    assert not loose, MEND


@pytest.mark.parametrize("text", [REQUIREMENTS, *NPM.values()], ids=["requirements.txt", *NPM])
def test_locks_name_no_host_and_no_folder(text: str) -> None:
    assert "://" not in text, MEND
    assert not re.search(r"\s/\w|file:", text), MEND


@pytest.mark.parametrize("lock", NPM)
def test_the_npm_lock_matches_the_versions_asked_for(lock: str) -> None:
    asked = json.loads((ROOT / lock).with_name("package.json").read_text(encoding="utf-8"))
    locked = json.loads(NPM[lock])["packages"]
    for name, version in (asked["dependencies"] | asked.get("devDependencies", {})).items():
        assert locked[f"node_modules/{name}"]["version"] == version, MEND


def test_no_install_script_runs() -> None:
    settings = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
    assert "ignore-scripts=true" in settings
    assert "--only-binary :all: --require-hashes" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_tidying_drops_only_who_asks_for_money() -> None:
    funding = {"url": "https://example.org"}
    untidy = {"packages": {"node_modules/a": {"version": "1.0.0", "integrity": "sha512-x", "funding": funding}}}
    assert json.loads(tidy(json.dumps(untidy))) == {
        "packages": {"node_modules/a": {"version": "1.0.0", "integrity": "sha512-x"}}
    }

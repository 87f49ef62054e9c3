"""The browser's files: the same bytes for the same sources, and one sentence for whatever is missing."""

import base64
import hashlib
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import brotli  # type: ignore[import-untyped] # it ships no types
import pytest

import calculators
from generator.publishing.finish import METHODS
from generator.runtime import browser_bundle
from generator.runtime.browser_bundle import Bundle, BundleError
from generator.runtime.frozen_python import PROGRAM
from generator.runtime.steps import read_archive
from generator.runtime.wasm import TRAP, Module
from tests.frozen import answers

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("calculators", "pyproject.toml", "package.json", "LICENSE")
LIMIT = 60_000
# A module that the frozen Python forgets, since no calculator used it so far.
USES_MORE = """
import textwrap

_answer = answer

def answer(slug, query, root):
    return textwrap.dedent(_answer(slug, query, root))
"""


def project(folder: Path) -> Path:
    """A copy of what the bundle is made from, without any cache."""
    folder.mkdir()
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def _file(name: str, kind: str = "whole") -> Path:
    """A file of the bundle by the end of its name."""
    bundle = browser_bundle.build(ROOT)
    (path,) = (bundle.files[entry["path"]] for file, entry in bundle.manifest[kind].items() if file.endswith(name))
    return path


def contents(bundle: Bundle) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in bundle.files.items()}


def test_equal_sources_give_equal_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = browser_bundle.build(ROOT)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    elsewhere = project(tmp_path / "elsewhere")
    os.utime(elsewhere / "calculators" / "__init__.py", (0, 0))
    bundle = browser_bundle.build(elsewhere)
    assert contents(bundle) == contents(here)
    assert bundle.manifest == here.manifest


def test_in_preview_an_edit_makes_a_new_wheel_and_freezes_nothing(tmp_path: Path) -> None:
    elsewhere = project(tmp_path / "elsewhere")
    (elsewhere / ".cache").mkdir()
    (elsewhere / ".cache" / "runtime").symlink_to(ROOT / ".cache" / "runtime")
    bundle = browser_bundle.build(elsewhere, frozen=False)
    with (elsewhere / "calculators" / "talk_test.py").open("a") as calculator:
        calculator.write("EDITED = True\n")
    edited = browser_bundle.build(elsewhere, frozen=False)
    assert edited.manifest["memory"] is None
    assert edited.manifest["files"] == edited.manifest["whole"]
    changed = [name for name, entry in edited.manifest["files"].items() if entry != bundle.manifest["files"][name]]
    assert changed == [edited.manifest["wheel"]]


def test_a_calculator_that_imports_more_just_works_and_the_cost_is_told(tmp_path: Path) -> None:
    elsewhere = project(tmp_path / "elsewhere")
    (elsewhere / ".cache").mkdir()
    (elsewhere / ".cache" / "runtime").symlink_to(ROOT / ".cache" / "runtime")
    with (elsewhere / "calculators" / "__init__.py").open("a") as door:
        door.write(USES_MORE)
    bundle = browser_bundle.build(elsewhere)
    assert bundle.manifest["memory"]
    form = ("talk-test", urlencode(calculators.find("talk-test").example), "")
    assert answers(bundle, [form], tmp_path) == [calculators.answer(*form)]
    before, after = (
        len(brotli.compress(one.files[one.manifest["files"][PROGRAM]["path"]].read_bytes(), quality=4))
        for one in (browser_bundle.build(ROOT), bundle)
    )
    print(f"textwrap costs {after - before:,} bytes")
    assert 0 < after - before < 400_000


def test_the_manifest_names_every_file_with_its_hash() -> None:
    bundle = browser_bundle.build(ROOT)
    entries = [*bundle.manifest["files"].items(), *bundle.manifest["whole"].items()]
    assert sorted(entry["path"] for _, entry in entries) == sorted(bundle.files)
    for name, entry in entries:
        content = bundle.files[entry["path"]].read_bytes()
        assert entry["path"].endswith(f"/{name}")
        assert entry["bytes"] == len(content)
        assert entry["integrity"] == "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
    assert "://" not in json.dumps(bundle.manifest), "nothing comes from another host"


def test_no_package_can_be_loaded_from_anywhere() -> None:
    assert browser_bundle.build(ROOT).manifest["lock"]["packages"] == {}


def test_the_wheel_holds_every_calculator() -> None:
    names = read_archive(_file(".whl"))
    assert {f"calculators/{slug.replace('-', '_')}.py" for slug in calculators.slugs()} < set(names)
    assert {"calculators/__init__.py", "calculators/kit/show.py"} < set(names)
    (record,) = (content.decode() for name, content in names.items() if name.endswith("/RECORD"))
    assert [line.partition(",")[0] for line in record.splitlines()] == sorted(names)


def test_all_calculators_together_weigh_at_most_60_kb() -> None:
    wheel = _file(".whl")
    compress = METHODS[".br"]
    weight = len(compress(wheel.read_bytes()))
    if weight > LIMIT:
        parts = sorted(((len(compress(content)), name) for name, content in read_archive(wheel).items()), reverse=True)
        listed = "\n".join(f"{bytes_:6,}  {name}" for bytes_, name in parts)
        pytest.fail(f"{weight:,} bytes, {weight - LIMIT:,} too many. Each part alone:\n{listed}", pytrace=False)


def test_archives_are_stored_and_the_library_is_compiled() -> None:
    for ending, absent in ((".zip", ".py"), (".whl", ".pyc")):
        with zipfile.ZipFile(_file(ending)) as archive:
            assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_STORED}
            assert not [name for name in archive.namelist() if name.endswith(absent)]


def test_the_frozen_program_lacks_most_functions_and_the_whole_one_none() -> None:
    published = (ROOT / "node_modules" / "pyodide" / PROGRAM).read_bytes()
    assert _file(".wasm").read_bytes() == published
    bodies = Module.read(_file(".wasm", "files").read_bytes()).bodies()
    kept = sum(body != TRAP for body in bodies)
    assert len(bodies) == len(Module.read(published).bodies())
    assert 500 < kept < len(bodies) / 8


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with as much of Pyodide as is read before anything is made."""
    package = tmp_path / "node_modules" / "pyodide"
    package.mkdir(parents=True)
    (tmp_path / "package.json").write_text('{"dependencies": {"pyodide": "0.29.5"}}')
    (package / "package.json").write_text('{"version": "0.29.5"}')
    version = ".".join(map(str, sys.version_info[:3]))
    (package / "pyodide-lock.json").write_text(json.dumps({"info": {"python": version}}))
    return tmp_path


def test_missing_package_json(small: Path) -> None:
    (small / "package.json").unlink()
    refused(small, "package.json is missing.")


def test_no_exact_version(small: Path) -> None:
    (small / "package.json").write_text('{"dependencies": {"pyodide": "^0.29.5"}}')
    refused(small, "package.json does not name one exact version of pyodide.")


def test_pyodide_not_installed(small: Path) -> None:
    shutil.rmtree(small / "node_modules")
    refused(small, "Pyodide is not installed: node_modules/pyodide is missing.")


def test_another_pyodide_installed(small: Path) -> None:
    (small / "node_modules" / "pyodide" / "package.json").write_text('{"version": "0.29.4"}')
    refused(small, "package.json asks for Pyodide 0.29.5, but node_modules holds 0.29.4.")


def test_another_python(small: Path) -> None:
    lock = {"info": {"python": "3.99.1"}}
    (small / "node_modules" / "pyodide" / "pyodide-lock.json").write_text(json.dumps(lock))
    refused(small, "Pyodide 0.29.5 runs Python 3.99.1, but this is Python")


def test_no_calculators(small: Path) -> None:
    refused(small, "calculators/ is empty.")


def test_a_calculator_that_is_no_python(small: Path) -> None:
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, small / name)
    (small / "calculators").mkdir()
    (small / "calculators" / "__init__.py").write_text("x = 1\ny = = 2\n")
    refused(small, "calculators/__init__.py:2: Python cannot read this: invalid syntax.")
    assert not list((small / ".cache").rglob("*.whl"))


def refused(root: Path, what: str) -> None:
    with pytest.raises(BundleError) as refusal:
        browser_bundle.build(root)
    assert what in str(refusal.value).splitlines()[0]
    assert len(str(refusal.value).splitlines()) == 2

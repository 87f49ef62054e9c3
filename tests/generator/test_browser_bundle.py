"""The browser's files: the same bytes for the same sources, and one sentence for whatever is missing."""

import base64
import hashlib
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

import calculators
from generator import browser_bundle
from generator.browser_bundle import Bundle, BundleError
from generator.bundle_steps import read_archive
from generator.finish import METHODS

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("calculators", "pyproject.toml", "package.json", "LICENSE")
LIMIT = 60_000


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


def _file(ending: str) -> Path:
    """The only archive of that kind that every reader fetches."""
    bundle = browser_bundle.build(ROOT)
    (path,) = (bundle.files[entry["path"]] for name, entry in bundle.manifest["files"].items() if name.endswith(ending))
    return path


def contents(bundle: Bundle) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in bundle.files.items()}


def test_equal_sources_give_equal_bytes_and_an_edit_only_a_new_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = browser_bundle.build(ROOT)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    elsewhere = project(tmp_path / "elsewhere")
    os.utime(elsewhere / "calculators" / "__init__.py", (0, 0))
    bundle = browser_bundle.build(elsewhere)
    assert contents(bundle) == contents(here)
    assert bundle.manifest == here.manifest

    with (elsewhere / "calculators" / "talk_test.py").open("a") as calculator:
        calculator.write("EDITED = True\n")
    edited = browser_bundle.build(elsewhere)
    assert edited.manifest["index"] == bundle.manifest["index"]
    changed = [name for name, entry in edited.manifest["files"].items() if entry != bundle.manifest["files"][name]]
    assert changed == [edited.manifest["wheel"]]
    assert edited.manifest["whole"] == bundle.manifest["whole"]


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


def test_the_library_is_trimmed() -> None:
    names = read_archive(_file(".zip"))
    assert {"json/decoder.pyc", "dataclasses.pyc", "encodings/__init__.pyc"} <= set(names)
    assert not {"os.pyc", "codecs.pyc"} & set(names), "Pyodide holds these itself"
    assert not [
        name
        for name in names
        if name.startswith(("html/", "multiprocessing/", "tarfile", "unittest/", "urllib/", "xml/"))
    ]


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

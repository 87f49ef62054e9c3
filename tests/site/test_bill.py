"""The bill of materials holds to CycloneDX's own schema, names every part, and tells the true hash of each file."""

import hashlib
import json
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator.publishing.bill import NAME, write_bill
from generator.publishing.parts import read_parts

ROOT = Path(__file__).resolve().parents[2]


def test_the_bill_is_valid_and_whole(site_dir: Path, tmp_path: Path) -> None:
    text = (site_dir / NAME).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    ours = bill["metadata"]["component"]
    named = {each["purl"] for each in (ours, *bill["components"]) if "purl" in each}
    assert named == {part.address for part in read_parts(ROOT)}

    hashed = {each["name"]: each["hashes"][0]["content"] for each in bill["components"] if each["type"] == "file"}
    runs_python = [path for folder in ("pyodide", "wheels") for path in (site_dir / "assets" / folder).rglob("*")]
    sent = [path for path in runs_python if path.is_file() and path.suffix not in {".br", ".gz"}]
    assert hashed == {
        path.relative_to(site_dir).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sent
    }

    write_bill(tmp_path, read_parts(ROOT), {name: site_dir / name for name in hashed})
    assert (tmp_path / NAME).read_text("utf-8") == text


def test_the_page_of_licences_shows_every_part_and_leads_to_the_bill(site_dir: Path) -> None:
    page = (site_dir / "about" / "licences" / "index.html").read_text("utf-8")
    for part in read_parts(ROOT):
        assert f">{part.name}</th>" in page
        assert f"<td>{part.licence}</td>" in page
    assert f'href="../../{NAME}"' in page

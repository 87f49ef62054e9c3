"""The site can be put on a home screen: its manifest says what it needs to, below any address."""

import json
import struct
from pathlib import Path

from tools.icons import ICONS, drawing

LIGHT, DARK = "#f7f5ef", "#111817"


def test_the_manifest_names_pages_and_icons_that_are_there(site_dir: Path) -> None:
    manifest = json.loads((site_dir / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"]
    assert len(manifest["short_name"]) <= 12
    assert manifest["display"] == "standalone"
    assert {manifest["start_url"], manifest["scope"], manifest["id"]} == {"./"}
    for shortcut in manifest["shortcuts"]:
        assert (site_dir / shortcut["url"] / "index.html").is_file()
    purposes = set()
    for icon in manifest["icons"]:
        width, height = struct.unpack(">II", (site_dir / icon["src"]).read_bytes()[16:24])
        assert icon["sizes"] == f"{width}x{height}"
        purposes.add((width, icon.get("purpose", "any")))
    assert purposes >= {(192, "any"), (512, "any"), (512, "maskable")}
    assert {Path(icon["src"]).name for icon in manifest["icons"]} == set(ICONS)


def test_every_page_leads_to_the_manifest(site_dir: Path) -> None:
    for page in site_dir.rglob("index.html"):
        up = "../" * len(page.parent.relative_to(site_dir).parts)
        assert f'<link rel="manifest" href="{up}manifest.webmanifest">' in page.read_text("utf-8")


def test_a_maskable_icon_keeps_its_drawing_in_the_middle() -> None:
    favicon = '<svg viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#000"/><path d="M5 23"/></svg>'
    assert drawing(favicon, maskable=False) == favicon
    masked = drawing(favicon, maskable=True)
    assert '<rect width="32" height="32" fill="#000"/>' in masked
    # What is drawn is scaled about the middle, 16 of 32.
    assert 4.8 + 16 * 0.7 == 16
    assert '<g transform="translate(4.8 4.8) scale(.7)"><path d="M5 23"/></g></svg>' in masked

"""What authors see in live preview is nowhere in the built site."""

from pathlib import Path


def test_no_draft_note_is_published(site_dir: Path) -> None:
    published = [file for file in site_dir.rglob("*") if file.suffix in {".html", ".css", ".js", ".json", ".xml"}]
    assert published
    for file in published:
        text = file.read_text(encoding="utf-8")
        assert "draft-notes" not in text, file
        assert "problem-box" not in text, file

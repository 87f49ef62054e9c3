"""Every page is valid HTML, by html-validate.

Two of its rules are off in html-validate.json: a hash in the page would guard against a host other than our own, and a
table that scrolls is a region but no `<section>`.
"""

import subprocess
from pathlib import Path

VALIDATOR = Path(__file__).resolve().parents[2] / "node_modules" / ".bin" / "html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def test_every_page_is_valid_html(site_dir: Path) -> None:
    pages = sorted(map(str, site_dir.rglob("*.html")))
    assert len(pages) > 50
    command = [str(VALIDATOR), "--config", str(RULES), "--max-warnings", "0", "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

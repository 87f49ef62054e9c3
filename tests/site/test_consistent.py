"""The menu and the footer are the same on every page, and help stands in the same place."""

import re
from pathlib import Path
from urllib.parse import urljoin

LINK = re.compile(r'<a[^>]*\shref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
PARTS = ("nav", "footer")


def links(html: str, address: str, tag: str) -> list[tuple[str, str]]:
    """Where each link of a part leads, and its words."""
    start = {"nav": '<nav class="site-nav"', "footer": '<footer class="site-footer"'}[tag]
    part = html[html.index(start) : html.index(f"</{tag}>", html.index(start))]
    return [(urljoin(address, href), re.sub(r"<[^>]+>|\s+", " ", words).strip()) for href, words in LINK.findall(part)]


def test_every_page_has_the_same_menu_and_footer(site_dir: Path) -> None:
    pages = list(site_dir.rglob("index.html"))
    assert len(pages) > 50
    home = {tag: links((site_dir / "index.html").read_text("utf-8"), "/", tag) for tag in PARTS}
    assert home["nav"][-1][1] == "Get help"
    assert len(home["footer"]) > 5
    for page in pages:
        folder = page.parent.relative_to(site_dir).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        for tag in PARTS:
            assert links(page.read_text("utf-8"), address, tag) == home[tag], address

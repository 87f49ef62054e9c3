"""Draws the icons of the installed site from the favicon: ``python -m tools.icons``. The pictures are committed.

Another site names its own folder of pictures: ``python -m tools.icons FOLDER``.

Run it again when `overrides/assets/images/favicon.svg` changes. A maskable icon may be cut to any shape within a circle of
80 % of its width, so its ground goes to the edge and its drawing is smaller.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.chromium import ADVICE, find_chromium

IMAGES = Path(__file__).resolve().parents[1] / "overrides" / "assets" / "images"
#: By name: the width in pixels, and whether it is maskable.
ICONS = {"icon-192.png": (192, False), "icon-512.png": (512, False), "icon-maskable-512.png": (512, True)}
_GROUND = re.compile(r"<rect[^>]*/>")


def drawing(favicon: str, *, maskable: bool) -> str:
    """The favicon as an icon: as it is, or smaller on a ground without corners. It is drawn on 32 by 32."""
    if not maskable:
        return favicon
    found = _GROUND.search(favicon)
    ground = re.sub(r' rx="[^"]*"', "", found[0]) if found else '<rect width="32" height="32" fill="#fff"/>'
    opening, _, rest = _GROUND.sub("", favicon, count=1).partition(">")
    return f'{opening}>{ground}<g transform="translate(4.8 4.8) scale(.7)">{rest.removesuffix("</svg>")}</g></svg>'


def main(arguments: list[str]) -> int:
    """Write the icons into the folder that has the favicon. Returns the exit code."""
    images = Path(arguments[0]) if arguments else IMAGES
    chromium = find_chromium()
    if chromium is None:
        print(ADVICE)
        return 1
    favicon = (images / "favicon.svg").read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium).new_page()
        for name, (width, maskable) in ICONS.items():
            page.set_viewport_size({"width": width, "height": width})
            svg = drawing(favicon, maskable=maskable).replace("<svg ", f'<svg width="{width}" height="{width}" ', 1)
            page.set_content(f'<body style="margin:0;display:flex">{svg}</body>')
            page.screenshot(path=images / name, omit_background=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The two pages that are compared, on one site: ours as it is published, and the common way with the same sums."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import calculators
from generator.bundle_steps import build_wheel
from generator.finish import finish

ROOT = Path(__file__).resolve().parent.parent
SLUG = "talk-test"
OURS = f"calculators/{SLUG}/"
COMMON = "common/"

_STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def build(site: Path) -> None:
    """Build the site with the common way's page beside ours, compressed alike.

    Args:
        site: a folder to write anew.

    Raises:
        SystemExit: the site does not build.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The site does not build, so there is nothing to measure:\n{done.stderr}")
    _add_common(site / COMMON)
    finish(site, ROOT / ".cache" / "compressed")


def _add_common(folder: Path) -> None:
    stock = folder / "stock"
    stock.mkdir(parents=True)
    for name in _STOCK:
        shutil.copyfile(ROOT / "node_modules" / "pyodide" / name, stock / name)
    wheel = build_wheel(ROOT, folder)
    source = Path(__file__).with_name("common")
    shutil.copyfile(source / "index.html", folder / "index.html")
    script = (source / "common.js").read_text(encoding="utf-8")
    query = urlencode(calculators.find(SLUG).example)
    for name, value in {"WHEEL": wheel.name, "SLUG": SLUG, "QUERY": query}.items():
        script = script.replace(f'"{name}"', f'"{value}"')
    (folder / "common.js").write_text(script, encoding="utf-8")

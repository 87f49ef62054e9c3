"""The pages that are compared, on one site: ours as it is published, and the same answer given in other ways."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import calculators
from generator.publishing.finish import finish
from generator.runtime.steps import build_wheel

ROOT = Path(__file__).resolve().parent.parent
SLUG = "talk-test"
OURS = "Baseline"
STOCK = "Pyodide"
#: Each page by the name it has in the tables.
PAGES = {
    OURS: f"calculators/{SLUG}/",
    STOCK: "rivals/pyodide/",
    "PyScript, Pyodide": "rivals/pyscript-pyodide/",
    "PyScript, MicroPython": "rivals/pyscript-micropython/",
    "plain JavaScript": "rivals/javascript/",
}

_MODULES = ROOT / "node_modules"
#: Where a rival's files come from, as published on npm, and the folder they go to.
_PUBLISHED = {
    "stock": (_MODULES / "pyodide", "pyodide.mjs pyodide.asm.js pyodide.asm.wasm python_stdlib.zip pyodide-lock.json"),
    "pyscript": (_MODULES / "@pyscript" / "core" / "dist", "*.js"),
    "micropython": (
        _MODULES / "@micropython" / "micropython-webassembly-pyscript",
        "micropython.mjs micropython.wasm",
    ),
}


def build(site: Path) -> None:
    """Build the site with the rivals' pages beside ours, compressed alike.

    Args:
        site: a folder to write anew.

    Raises:
        SystemExit: the site does not build.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The site does not build, so there is nothing to measure:\n{done.stderr}")
    _add_rivals(site / "rivals")
    finish(site, ROOT / ".cache" / "compressed")


def _add_rivals(folder: Path) -> None:
    shutil.copytree(Path(__file__).with_name("rivals"), folder)
    for name, (published, patterns) in _PUBLISHED.items():
        (folder / name).mkdir()
        for pattern in patterns.split():
            for path in published.glob(pattern):
                shutil.copyfile(path, folder / name / path.name)
    wheel = build_wheel(ROOT, folder)
    with zipfile.ZipFile(wheel) as packed, zipfile.ZipFile(folder / "calculators.zip", "w") as plain:
        for name in packed.namelist():
            if name.startswith("calculators/"):
                plain.writestr(name, packed.read(name))
    words = {"WHEEL": wheel.name, "SLUG": SLUG, "QUERY": urlencode(calculators.find(SLUG).example)}
    for path in (*folder.glob("py*/main.js"), *folder.glob("py*/main.py")):
        text = path.read_text(encoding="utf-8")
        for name, value in words.items():
            text = text.replace(name, value)
        path.write_text(text, encoding="utf-8")

"""Tells browsers at once of all scripts that a page's own scripts import.

A browser finds a module's imports only when the module has come, and theirs after that: on a slow line each of these turns
costs a reader a trip to the host and back. So beside the modules that a page names, or names as to come
(``<link rel="modulepreload">``), stand their imports, and theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: A module where a page names it, as the templates write it: the way to the scripts, and its name there.
_NAMED = re.compile(
    r'<(?:script type="module" src|link rel="modulepreload" href)="((?:[^":]*/)?assets/js/)([\w.-]+\.js)">(?:</script>)?'
)
#: An import as esbuild writes it, all on one line.
_IMPORT = re.compile(r'\b(?:import|from)"\./([\w.-]+\.js)"')


def preload_imports(site: Path) -> None:
    """Name in every page of a built site the scripts that its own import; does nothing once the scripts have moved.

    Args:
        site: The folder `mkdocs build` wrote.
    """
    imports = {
        path.name: _IMPORT.findall(path.read_text(encoding="utf-8")) for path in (site / "assets" / "js").glob("*.js")
    }
    needed = {script: _needed(script, imports) for script in imports}
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        named = [found for found in _NAMED.finditer(html) if found[2] in needed]
        told = {found[2] for found in named}
        links = {
            script: f'<link rel="modulepreload" href="{found[1]}{script}">'
            for found in named
            for script in needed[found[2]]
            if script not in told
        }
        if links:
            end = named[-1].end()
            page.write_text(html[:end] + "".join(links.values()) + html[end:], encoding="utf-8")


def _needed(script: str, imports: dict[str, list[str]]) -> list[str]:
    """All scripts that one imports, itself or through others, the nearest first."""
    found = [script]
    for each in found:
        found += [name for name in dict.fromkeys(imports.get(each, ())) if name not in found]
    return found[1:]

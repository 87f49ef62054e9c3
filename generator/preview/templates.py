"""Mistakes in the templates, each with its line, before any page is shown with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

_ENDINGS = {".html", ".json", ".xml"}


def template_faults(environment: Environment, folder: Path) -> Iterator[Problem]:
    """Each template below a folder that Jinja cannot read.

    Args:
        environment: Reads templates from that folder.
        folder: From the project's folder, such as `overrides`.
    """
    for file in sorted(folder.rglob("*")):
        if file.suffix in _ENDINGS:
            try:
                environment.get_template(file.relative_to(folder).as_posix())
            except TemplateSyntaxError as error:
                what = f"Jinja cannot read this template: {str(error.message).rstrip('.')}."
                yield Problem(file.as_posix(), error.lineno, what, "Mend what stands on this line, or opens above it.")

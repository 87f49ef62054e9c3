"""What the generator needs of MkDocs' settings, read without MkDocs."""

from __future__ import annotations

import os
import pydoc
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.shared_files.documents import fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Problems

SETTINGS = Path("mkdocs.yml")


@dataclass(frozen=True)
class Settings:
    """Some of MkDocs' settings.

    Attributes:
        name: What the site is called.
        url: The address of the published site, ending in a slash; None if it is not known.
        extensions: The Markdown extensions, each with its options.
        navigation: What names pages, right or wrong.
    """

    name: str = ""
    url: str | None = None
    extensions: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    navigation: object = None


def read_settings(problems: Problems, path: Path = SETTINGS) -> Settings:
    """Read the settings, noting what keeps them from being read.

    Args:
        problems: Where problems go.
        path: The file, from the project's folder.
    """
    shown = path.name
    try:
        given = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except OSError:
        problems.add(shown, 1, "The settings are missing.", f"Make {shown}, or go to the project's folder.")
        return Settings()
    except UnicodeDecodeError:
        problems.add(shown, 1, "A character here is not UTF-8.", "Save the file as UTF-8.")
        return Settings()
    except yaml.YAMLError as error:
        line, reason, mend = fault(error)
        problems.add(shown, line + 1, f"This is not YAML: {reason}.", mend)
        return Settings()
    if not isinstance(given, dict):
        problems.add(shown, 1, "There are no `key: value` lines here.", "Write one `key: value` on each line.")
        return Settings()
    if not given.get("site_name"):
        problems.add(shown, 1, "The site has no name.", "Write `site_name:` and the name on a line of its own.")
    url = str(given.get("site_url") or "")
    extensions = _extensions(given.get("markdown_extensions") or [])
    address = f"{url.rstrip('/')}/" if url else None
    return Settings(str(given.get("site_name") or ""), address, extensions, given.get("nav") or None)


def _extensions(named: Any) -> dict[str, dict[str, Any]]:
    """Both of the ways in which MkDocs lets extensions be named: a list, or a mapping to their options."""
    found: dict[str, dict[str, Any]] = {}
    for entry in [named] if isinstance(named, dict) else named:
        found |= {name: options or {} for name, options in entry.items()} if isinstance(entry, dict) else {entry: {}}
    return found


class _Loader(yaml.SafeLoader):
    """Reads the tags that MkDocs allows in its settings: a Python name, a variable of the environment."""


def _python_name(loader: yaml.Loader, suffix: str, node: yaml.Node) -> object:  # noqa: ARG001 - PyYAML's signature
    return pydoc.locate(suffix)


def _environment(loader: yaml.Loader, node: yaml.Node) -> Any:
    """The first variable that is set: `!ENV NAME`, or `!ENV [NAME, OTHER, "default"]`."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        names, default = (names, default) if names else ([default], None)
    else:
        names, default = [node.value], None
    return next((os.environ[name] for name in names if name in os.environ), default)


def _ignored(loader: yaml.Loader, suffix: str, node: yaml.Node) -> None:
    """No other tag touches what is read here."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _python_name)
_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("!", _ignored)

"""`python -m generator new article` and `new calculator`: files that pass every check, for an author to change."""

from __future__ import annotations

import datetime as dt
import json
import keyword
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import yaml

import calculators
from generator.commands.asking import RefusedError, Wanted
from generator.pages.front_matter import ArticleMatter, ToolMatter, check_pages
from generator.problems import did_you_mean
from generator.shared_files import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library import Library
    from generator.pages.front_matter import HealthMatter
    from generator.problems import Problem

_SCAFFOLD = Path(__file__).with_name("scaffold")
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 40


@dataclass(frozen=True)
class Kind:
    """A kind of page that can be made.

    Attributes:
        matter: Its front matter.
        place: The key of the front matter that names its place in the list of pages.
        files: The files made, from the project's folder, by the template of each.
    """

    matter: type[HealthMatter]
    place: str
    files: Mapping[str, str]


KINDS = {
    "article": Kind(ArticleMatter, "topic", {"article.md": "docs/articles/$slug.md"}),
    "calculator": Kind(
        ToolMatter,
        "need",
        {
            "calculator.py": "calculators/$module.py",
            "cases.toml": "tests/cases/$slug.toml",
            "calculator.md": "docs/calculators/$slug.md",
        },
    ),
}


def wanted(kind: str, library: Library) -> list[Wanted]:
    """What has to be known to make a page of a kind."""
    matter, place, words = KINDS[kind].matter, KINDS[kind].place, library.vocabulary.words

    def of_matter(name: str, label: str, key: str = "") -> Wanted:
        key = key or name
        return Wanted(name, f"{label} ({records.description(matter, key, words)})", partial(_fault, matter, key, words))

    return [
        Wanted("name", "Name in its address (such as hot-baths)", partial(_name_fault, kind), positional=True),
        of_matter("title", "Title"),
        of_matter("description", "Description for search engines"),
        of_matter("message", "Main message", "main_message"),
        of_matter(place, place.capitalize()),
        Wanted("tag", f"Tag (one of {', '.join(library.tags)})", partial(_tag_fault, library)),
    ]


def make(kind: str, values: Mapping[str, str], library: Library) -> tuple[list[str], list[Problem]]:
    """Make a page of a kind, with all that belongs to it.

    Args:
        kind: One of `KINDS`.
        values: All that is `wanted`.
        library: The shared files of the project in the working directory.

    Returns:
        The files, and the problems that they have.

    Raises:
        RefusedError: If one of the files is there already. Then none is made.
    """
    slug = values["name"]
    names = {"slug": slug, "module": slug.replace("-", "_")}
    paths = {name: Path(Template(path).substitute(names)) for name, path in KINDS[kind].files.items()}
    for path in paths.values():
        if path.exists():
            raise RefusedError(f"{path.as_posix()} is there already. Give another name, or change that file.")
    filled = _quoted(values) | names | _days(library.today) | {"title_in_python": _python(values["title"])}
    for name, path in paths.items():
        template = Template((_SCAFFOLD / f"{name}.tmpl").read_text(encoding="utf-8"))
        plain = {} if name.endswith(".md") else {"title": values["title"]}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.substitute(filled | plain), encoding="utf-8")
    made = [path.as_posix() for path in paths.values()]
    check_pages(library)
    return made, [problem for problem in library.problems if problem.path in made]


def _fault(matter: type[HealthMatter], name: str, words: records.Words, value: str) -> str:
    return " ".join(f"{problem.what} {problem.mend}" for problem in records.faults(matter, name, value, words))


def _tag_fault(library: Library, tag: str) -> str:
    if tag in library.tags:
        return ""
    return f'No tag is called "{tag}". {did_you_mean(tag, library.tags, "Add it to docs/tags.yml.")}'


def _name_fault(kind: str, slug: str) -> str:
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        return (
            f'The name is "{slug}". Write up to {_LONGEST_SLUG} small letters, digits and hyphens, such as hot-baths.'
        )
    if kind == "calculator" and slug.replace("-", "_") in _taken():
        return f'"{slug}" means something else in Python. Add a word, such as {slug}-plan.'
    return ""


def _taken() -> set[str]:
    """What no calculator can be called: Python's own words, what the package offers, and what the file imports."""
    code = (_SCAFFOLD / "calculator.py.tmpl").read_text(encoding="utf-8")
    imported = (name for line in re.findall(r"^from .* import (.*)$", code, re.MULTILINE) for name in line.split(", "))
    return {*keyword.kwlist, *vars(calculators), *imported} - {slug.replace("-", "_") for slug in calculators.slugs()}


def _quoted(values: Mapping[str, str]) -> dict[str, str]:
    """The values as YAML, in quotes where they need them."""
    dumped = (yaml.safe_dump(value, allow_unicode=True, width=10_000) for value in values.values())
    return {name: text.removesuffix("\n").removesuffix("\n...") for name, text in zip(values, dumped, strict=True)}


def _python(text: str) -> str:
    """A text as Python, in the quotes that the formatter would choose."""
    return repr(text) if '"' in text else json.dumps(text, ensure_ascii=False)


def _days(today: dt.date) -> dict[str, str]:
    return {"today": f"{today}", "next_review": f"{today + dt.timedelta(days=365)}"}

"""The authors of a source, from BibTeX's field `author`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.shared_files.latex import plain_text


@dataclass(frozen=True)
class Author:
    """A person or, with no initials, an organisation."""

    surname: str
    initials: str = ""


def read_authors(names: str) -> tuple[tuple[Author, ...], bool]:
    """The authors, and whether there are others beyond those named.

    Args:
        names: "Surname, Given and Given Surname and {An Organisation} and others".
    """
    parts = _split_names(names)
    people = tuple(_author(name) for name in parts if name.lower() != "others")
    return people, "others" in map(str.lower, parts)


def _split_names(names: str) -> list[str]:
    """Split at each "and" outside braces: {Centers for Disease Control and Prevention} is one name."""
    parts, depth = [""], 0
    for word in names.split():
        if word == "and" and depth == 0:
            parts.append("")
        else:
            parts[-1] += f" {word}"
        depth += word.count("{") - word.count("}")
    return [part.strip() for part in parts]


def _author(name: str) -> Author:
    """An author from "Surname, Given" or "Given Surname"; an organisation stands in braces."""
    if re.fullmatch(r"\{[^\\].*\}", name):
        return Author(plain_text(name))
    if "," in name:
        parts = [plain_text(part) for part in name.split(",")]
        surname, given = parts[0], parts[-1]
        suffix = f" {parts[1].rstrip('.')}" if len(parts) > 2 else ""
    else:
        words = plain_text(name).split()
        # "van Tulder": the surname starts at the first word in small letters.
        start = next((i for i, word in enumerate(words) if word[0].islower()), len(words) - 1)
        surname, given, suffix = " ".join(words[start:]), " ".join(words[:start]), ""
    initials = "".join(part[0].upper() for part in re.split(r"[\s.-]+", given) if part)
    return Author(surname, initials + suffix)

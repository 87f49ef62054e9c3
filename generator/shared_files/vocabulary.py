"""docs/vocabulary.yml: the words that this site's front matter and records may use, each with what readers see of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from generator.shared_files import documents, records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Problems

_Words = Annotated[dict[str, str], Meta(min_length=1, description="at least one word, each with what readers see")]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    people: Annotated[str, Meta(min_length=3, max_length=60, description="whom the claims are about")]
    topic: _Words
    need: _Words
    audience: _Words
    reviewer: _Words
    subject: _Words | None = None


@dataclass(frozen=True)
class Vocabulary:
    """The words, by the key that holds them; none if the file cannot be read.

    Attributes:
        people: Whom the claims are about, as in "This has not been tested in …".
        words: Of `topic`, `need`, `audience`, `reviewer` and `subject`, each word with what readers see.
    """

    people: str = ""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_vocabulary(text: str, path: str, problems: Problems) -> Vocabulary:
    """Read the words, noting every problem."""
    record = records.read(_Record, documents.parse(text, path, problems))
    if record is None:
        return Vocabulary()
    kept = msgspec.structs.asdict(record)
    people = kept.pop("people")
    return Vocabulary(people, {key: words or {} for key, words in kept.items()})

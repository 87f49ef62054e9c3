"""A document an author types, read into typed records, every problem with its line.

`msgspec` checks the values. Its messages speak of types and JSON paths, so they are said again here
in the author's words: each field of a record describes what belongs in it, in
`msgspec.Meta(description=...)`, and that description is the mend of every problem with the field.

A field marked `Word` holds words that are not known here: each site has its own, in docs/vocabulary.yml.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints

import msgspec

from calculators.kit.words import listed
from generator.problems import Problems, did_you_mean
from generator.shared_files.documents import BAD, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.problems import Problem
    from generator.shared_files.documents import Place


type Words = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Word:
    """Marks a field whose words each site chooses. In its description, {words} stands for them.

    Attributes:
        key: What docs/vocabulary.yml calls them.
    """

    key: str


def read[Record: msgspec.Struct](
    kind: type[Record], document: Document, place: Place = (), words: Words | None = None
) -> Record | None:
    """Read the mapping at `place` as a record, noting every problem with it.

    Args:
        kind: The record.
        document: Where the mapping stands.
        place: Where in the document.
        words: The words of each field marked `Word`; any will do for a field without.

    Returns:
        The record, or None if a problem was noted.
    """
    data: Any = document.data
    for step in place:
        data = data[step]
    name = str(place[-1]) if place else ""
    if not isinstance(data, dict):
        document.problem(place, f"`{name}` has no keys of its own.", f"Give it {_list_of(_required(kind))}.")
        return None
    return _record(kind, data, document, place, words or {})


def description(kind: type[msgspec.Struct], key: str, words: Words) -> str:
    """What belongs in a key of a record, in the author's words."""
    return _described(_types(kind, words)[key])


def faults(kind: type[msgspec.Struct], key: str, value: Any, words: Words) -> list[Problem]:
    """What is wrong with one value of a record, as `read` would tell it."""
    document = Document("", 1, Problems())
    _value(_types(kind, words)[key], value, document, (key,), words)
    return list(document.problems)


def _record[Record: msgspec.Struct](
    kind: type[Record], data: Mapping[str, Any], document: Document, place: Place, words: Words
) -> Record | None:
    types = _types(kind, words)
    unknown = [key for key in data if key not in types]
    missing = [key for key in _required(kind) if key not in data]
    for key in unknown:
        mend = did_you_mean(key, types.keys() - data.keys(), "Take it out.")
        document.problem((*place, key), f"`{key}` is not a key that is used here.", mend)
    for key in missing:
        document.problem(place, f"`{key}` is missing.", f"Write `{key}:` with {_described(types[key])}.")
    values = {key: _value(types[key], data[key], document, (*place, key), words) for key in data if key in types}
    return None if unknown or missing or BAD in values.values() else kind(**values)


def _types(kind: type[msgspec.Struct], words: Words) -> dict[str, Any]:
    """The types of a record's fields, with the words of this site in place of the marks."""
    return _types_of(kind, tuple((key, tuple(each)) for key, each in words.items()))


@cache
def _types_of(kind: type[msgspec.Struct], words: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {name: _with_words(hint, dict(words)) for name, hint in hints.items()}


def _with_words(hint: Any, words: Words) -> Any:
    marks = getattr(hint, "__metadata__", ())
    word = next((mark for mark in marks if isinstance(mark, Word)), None)
    if word is None:
        return hint
    allowed, bare = tuple(words.get(word.key, ())), get_args(hint)[0]
    if allowed:
        one: Any = Literal.__getitem__(allowed)  # its words are known only when a site is read
        bare = list[one] if get_origin(bare) is list else one
    (meta,) = (mark for mark in marks if isinstance(mark, msgspec.Meta))
    described = (meta.description or "").format(words=listed(allowed, "or") or "the words in docs/vocabulary.yml")
    return Annotated[bare, msgspec.Meta(min_length=meta.min_length, max_length=meta.max_length, description=described)]


@cache
def _required(kind: type[msgspec.Struct]) -> list[str]:
    return [each.name for each in msgspec.structs.fields(kind) if each.required]


def _value(wanted: Any, value: Any, document: Document, place: Place, words: Words) -> Any:
    if value is BAD:
        return BAD
    if isinstance(value, list) and (kind := _record_in_list(wanted)):
        # One by one, since msgspec would tell only the first problem of them all.
        value = [
            _record(kind, item, document, (*place, index), words) if isinstance(item, dict) else item
            for index, item in enumerate(value)
        ]
        if None in value:
            return BAD
    if isinstance(value, dict) and (kind := _record_kind(wanted)):
        value = _record(kind, value, document, place, words)
        if value is None:
            return BAD
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        item = re.search(r"at `\$\[(\d+)\]", str(error))
        if item:
            value = value[int(item[1])]
            place = (*place, int(item[1]))
        _refuse(wanted, value, document, place)
        return BAD


def _refuse(wanted: Any, value: Any, document: Document, place: Place) -> None:
    name = next(str(step) for step in reversed(place) if isinstance(step, str))
    mend = f"Write {_described(wanted)}."
    choices = _choices(wanted)
    if isinstance(value, str) and choices and value not in choices:
        document.problem(place, f'`{name}` cannot be "{value}".', did_you_mean(value, choices, mend))
    elif isinstance(value, str) and _bare(wanted) is str:
        document.problem(place, f"`{name}` has {len(value)} characters.", mend)
    elif isinstance(value, list):
        document.problem(place, f"`{name}` is a list of {len(value)}.", mend)
    else:
        kind = "empty" if value is None else "a group of keys" if isinstance(value, dict) else f'"{value}"'
        looks_other = _bare(wanted) is str and isinstance(value, (bool, int, float, dt.date))
        document.problem(place, f"`{name}` is {kind}.", "Put quotes around it." if looks_other else mend)


def _bare(wanted: Any) -> Any:
    return get_args(wanted)[0] if hasattr(wanted, "__metadata__") else wanted


def _record_kind(wanted: Any) -> type[msgspec.Struct] | None:
    """The record that a value can be, which may be optional."""
    bare = _bare(wanted)
    kinds = () if get_origin(bare) is list else (bare, *get_args(bare))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, msgspec.Struct)), None)


def _record_in_list(wanted: Any) -> type[msgspec.Struct] | None:
    bare = _bare(wanted)
    inner = get_args(bare)[0] if get_origin(bare) is list else None
    return inner if isinstance(inner, type) and issubclass(inner, msgspec.Struct) else None


def _described(wanted: Any) -> str:
    for meta in getattr(wanted, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.description:
            return meta.description
    msg = f"{wanted} needs msgspec.Meta(description=...)"
    raise TypeError(msg)


def _choices(wanted: Any) -> list[str]:
    """The words allowed by a Literal, also inside a list."""
    if isinstance(wanted, TypeAliasType):
        return _choices(wanted.__value__)
    if get_origin(wanted) is None:
        return []
    return [word for arg in get_args(wanted) for word in ([arg] if isinstance(arg, str) else _choices(arg))]


def _list_of(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)

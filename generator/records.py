"""YAML an author types, read into typed records, every problem with its line.

`msgspec` checks the values. Its messages speak of types and JSON paths, so they are said again here
in the author's words: each field of a record describes what belongs in it, in
`msgspec.Meta(description=...)`, and that description is the mend of every problem with the field.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAliasType, get_args, get_origin, get_type_hints

import msgspec
import yaml

from generator.problems import Problems, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Problem

type Place = tuple[str | int, ...]

_BAD = object()  # in place of a value whose problem is noted


@dataclass
class Document:
    """A YAML file in plain Python values, and the line of each of them.

    Attributes:
        path: File to name in a problem.
        first_line: Line of the file at which the YAML starts.
        problems: Where problems go.
        data: The values; an empty mapping if the text could not be read.
        lines: Line of each value by its place, such as `("authors", 0, "name")`.
    """

    path: str
    first_line: int
    problems: Problems
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """Line of a value, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, self.first_line)

    def problem(self, place: Place, what: str, mend: str) -> None:
        """Note a problem with the value at `place`."""
        self.problems.add(self.path, self.line(place), what, mend)


class _Loader(yaml.SafeLoader):
    """SafeLoader without aliases, which an author does not need and which can nest without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (*name) is not used here", problem_mark=mark)
        return super().compose_node(parent, index)


def parse(text: str, path: str, problems: Problems, first_line: int = 1) -> Document:
    """Read YAML that must be a mapping; what cannot be read is noted and left out."""
    document = Document(path, first_line, problems)
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            document.problem((), "There are no `key: value` lines here.", "Write one `key: value` on each line.")
            return document
        document.data = _values(node, (), document, loader)
    except yaml.YAMLError as error:
        line, reason, mend = _fault(error)
        problems.add(path, first_line + line, f"This is not YAML: {reason}.", mend)
    finally:
        loader.dispose()
    return document


def _fault(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Where YAML goes wrong, in lines from 0, what is wrong, and how to mend it."""
    mark, context = getattr(error, "problem_mark", None), str(getattr(error, "context", ""))
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    mend = "Put quotes around a value that holds a colon or starts with a sign, and indent with spaces."
    if "flow" in context or "quoted" in context:  # it is met far below, where it should have been closed
        mark = getattr(error, "context_mark", mark)
        mend = "Close what is opened here: a bracket, a brace or a quotation mark."
    return mark.line if mark else 0, reason, mend


def names_in(text: str) -> set[str]:
    """The names at the start of its lines: what a mapping holds, even where it cannot be read."""
    return set(re.findall(r"^([^\W_][\w -]*):", text, re.MULTILINE))


def _values(node: yaml.Node, place: Place, document: Document, loader: _Loader) -> Any:
    document.lines.setdefault(place, document.first_line + node.start_mark.line)
    if isinstance(node, yaml.SequenceNode):
        return [_values(item, (*place, index), document, loader) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, inner = str(key_node.value), (*place, str(key_node.value))
            if key in values:
                document.problems.add(
                    document.path,
                    document.first_line + key_node.start_mark.line,
                    f"`{key}` is here twice.",
                    f"Keep one; the first is on line {document.line(inner)}.",
                )
                continue
            document.lines[inner] = document.first_line + key_node.start_mark.line
            values[key] = _values(value_node, inner, document, loader)
        return values
    try:
        return loader.construct_object(node)
    except ValueError:  # 2026-02-30 looks like a date and is none
        document.problem(place, f"{node.value} is not in the calendar.", "Write a date such as 2026-11-20.")
        return _BAD


def read[Record: msgspec.Struct](kind: type[Record], document: Document, place: Place = ()) -> Record | None:
    """Read the mapping at `place` as a record, noting every problem with it.

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
    return _record(kind, data, document, place)


def description(kind: type[msgspec.Struct], key: str) -> str:
    """What belongs in a key of a record, in the author's words."""
    return _described(get_type_hints(kind, include_extras=True)[key])


def faults(kind: type[msgspec.Struct], key: str, value: Any) -> list[Problem]:
    """What is wrong with one value of a record, as `read` would tell it."""
    document = Document("", 1, Problems())
    _value(get_type_hints(kind, include_extras=True)[key], value, document, (key,))
    return list(document.problems)


def _record[Record: msgspec.Struct](
    kind: type[Record], data: Mapping[str, Any], document: Document, place: Place
) -> Record | None:
    types = get_type_hints(kind, include_extras=True)
    unknown = [key for key in data if key not in types]
    missing = [key for key in _required(kind) if key not in data]
    for key in unknown:
        mend = did_you_mean(key, types.keys() - data.keys(), "Take it out.")
        document.problem((*place, key), f"`{key}` is not a key that is used here.", mend)
    for key in missing:
        document.problem(place, f"`{key}` is missing.", f"Write `{key}:` with {_described(types[key])}.")
    values = {key: _value(types[key], data[key], document, (*place, key)) for key in data if key in types}
    return None if unknown or missing or _BAD in values.values() else kind(**values)


def _required(kind: type[msgspec.Struct]) -> list[str]:
    return [each.name for each in msgspec.structs.fields(kind) if each.required]


def _value(wanted: Any, value: Any, document: Document, place: Place) -> Any:
    if value is _BAD:
        return _BAD
    if isinstance(value, list) and (kind := _record_in_list(wanted)):
        # One by one, since msgspec would tell only the first problem of them all.
        value = [
            _record(kind, item, document, (*place, index)) if isinstance(item, dict) else item
            for index, item in enumerate(value)
        ]
        if None in value:
            return _BAD
    if isinstance(value, dict) and (kind := _record_kind(wanted)):
        value = _record(kind, value, document, place)
        if value is None:
            return _BAD
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        item = re.search(r"at `\$\[(\d+)\]", str(error))
        if item:
            value = value[int(item[1])]
            place = (*place, int(item[1]))
        _refuse(wanted, value, document, place)
        return _BAD


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

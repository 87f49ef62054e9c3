"""YAML as its author typed it: plain values, each with its line, and what cannot be read told with its line."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from generator.problems import Problems

type Place = tuple[str | int, ...]

BAD = object()  # in place of a value whose problem is noted


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
    """SafeLoader without aliases, which an author does not need and which can nest without end. It tells faults well."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (*name) is not used here", problem_mark=mark)
        return super().compose_node(parent, index)


def parse(text: str, path: str, problems: Problems, first_line: int = 1) -> Document:
    """Read YAML that must be a mapping; what cannot be read is noted and left out."""
    document = Document(path, first_line, problems)
    try:
        node, loader = _composed(text)
        if not isinstance(node, yaml.MappingNode):
            document.problem((), "There are no `key: value` lines here.", "Write one `key: value` on each line.")
            return document
        document.data = _values(node, (), document, loader)
    except yaml.YAMLError as error:
        line, reason, mend = fault(error)
        problems.add(path, first_line + line, f"This is not YAML: {reason}.", mend)
    except RecursionError:
        problems.add(path, first_line, "This is nested too deep to be read.", "Close each bracket near where it opens.")
    return document


def _composed(text: str) -> tuple[yaml.Node | None, yaml.SafeLoader | yaml.CSafeLoader]:
    """The text as nodes, by libyaml where it holds no alias and no fault: that is ten times quicker."""
    if "*" not in text:
        with suppress(yaml.YAMLError):
            quick = yaml.CSafeLoader(text)
            return quick.get_single_node(), quick
    loader = _Loader(text)
    return loader.get_single_node(), loader


def fault(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Where YAML goes wrong, in lines from 0, what is wrong, and how to mend it."""
    mark, context = getattr(error, "problem_mark", None), str(getattr(error, "context", ""))
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    mend = "Put quotes around a value that holds a colon or starts with a sign, and indent with spaces."
    if "flow" in context or "quoted" in context:  # it is met far below, where it should have been closed
        mark = getattr(error, "context_mark", mark)
        mend = "Close what is opened here: a bracket, a brace or a quotation mark."
    return mark.line if mark else 0, reason, mend


def names_in(text: str) -> list[str]:
    """The names at the start of its lines, in their order: what a mapping holds, even where it cannot be read."""
    return list(re.findall(r"^([^\W_][\w -]*):", text, re.MULTILINE))


def _values(node: yaml.Node, place: Place, document: Document, loader: yaml.SafeLoader | yaml.CSafeLoader) -> Any:
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
        return BAD

"""What was read of the shared files while a page was converted.

A page's HTML follows from its own text and from what its conversion asked of the shared files: this source, that claim,
which page holds the glossary. So each question is noted with its answer, and a page whose questions still have the same
answers need not be converted again ("verifying traces", as build systems call it).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, override

if TYPE_CHECKING:
    from collections.abc import Callable

type Noted = dict[tuple[str, Hashable], object]

_ALL = object()  # the question for everything that a table holds


class Reads:
    """Answers questions, and notes them while a page is converted."""

    def __init__(self) -> None:
        self._answers: dict[str, Callable[[Hashable], object]] = {}
        self._noted: Noted | None = None

    def answer_with(self, name: str, answer: Callable[[Hashable], object]) -> None:
        """Say how questions of one kind are answered from now on."""
        self._answers[name] = answer

    def ask(self, name: str, key: Hashable = None) -> object:
        """Answer a question, and note it."""
        answer = self._answers[name](key)
        if self._noted is not None:
            self._noted[name, key] = answer
        return answer

    @contextmanager
    def noting(self) -> Iterator[Noted]:
        """Note each question that is asked in the `with` block, with its answer."""
        noted: Noted = {}
        self._noted = noted
        try:
            yield noted
        finally:
            self._noted = None

    def hold(self, noted: Noted) -> bool:
        """Whether all these questions still have the same answers."""
        answers = self._answers
        for (name, key), before in noted.items():
            now = answers[name](key)
            if now is not before and now != before:
                return False
        return True


class Table[Key: Hashable, Value](Mapping[Key, Value]):
    """A mapping that notes which of its keys are read; to go through it reads all of it.

    Args:
        name: What its questions are called.
        content: What it holds; no value is None.
        reads: Where questions are noted.
    """

    def __init__(self, name: str, content: Mapping[Key, Value], reads: Reads) -> None:
        self._name = name
        self._content = content
        self._reads = reads
        reads.answer_with(name, self._answer)

    def _answer(self, key: Hashable) -> object:
        return tuple(self._content.items()) if key is _ALL else self._content.get(key)  # type: ignore[arg-type] # a key as it was asked for

    @override
    def __getitem__(self, key: Key) -> Value:
        self._reads.ask(self._name, key)
        return self._content[key]

    @override
    def __iter__(self) -> Iterator[Key]:
        self._reads.ask(self._name, _ALL)
        return iter(self._content)

    @override
    def __len__(self) -> int:
        self._reads.ask(self._name, _ALL)
        return len(self._content)


class Shared[Value]:
    """An attribute that belongs to all pages: reading it is noted, and a mapping is noted key by key.

    The object that has it keeps a `Reads` in its attribute `reads`.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> Value:
        value: Value = instance.__dict__[self._name]
        if not isinstance(value, Table):
            instance.reads.ask(self._name)  # type: ignore[attr-defined]
        return value

    def __set__(self, instance: object, value: Value) -> None:
        reads: Reads = instance.reads  # type: ignore[attr-defined]
        kept = Table(self._name, value, reads) if isinstance(value, Mapping) else value
        if not isinstance(kept, Table):
            reads.answer_with(self._name, lambda _: value)
        instance.__dict__[self._name] = kept

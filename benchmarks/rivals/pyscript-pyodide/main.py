"""The calculators as they are, run by PyScript with Pyodide."""

import json

from pyscript import document

import calculators

answer = json.loads(calculators.answer("SLUG", "QUERY", "../"))
document.querySelector(".calculator__result").innerHTML = answer["html"]

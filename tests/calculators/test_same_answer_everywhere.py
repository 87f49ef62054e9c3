"""The same answers give the same bytes whatever the hash seed, time zone, language or encoding of the machine."""

import os
import subprocess
import sys

import calculators

SCRIPT = """
import sys
from urllib.parse import urlencode
import calculators
for slug in calculators.slugs():
    example = dict(calculators.find(slug).example) | {"start-day": "28", "start-month": "mar", "start-year": "2027"}
    sys.stdout.write(calculators.answer(slug, urlencode(example), "../../"))
"""
MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "1"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "2"},
)


def test_the_same_answer_everywhere() -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", SCRIPT], env={**os.environ, **machine}, stdout=subprocess.PIPE)
        for machine in MACHINES
    ]
    first, *others = [process.communicate()[0] for process in started]
    assert first.count(b'{"ok": true') == len(calculators.slugs())
    assert others == [first] * len(others)

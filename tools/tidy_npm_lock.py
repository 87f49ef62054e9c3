"""Drop from each package-lock.json what installs nothing: who asks for money, and at what address.

Without it the locks name no host at all, which tests/test_locks.py relies on.
"""

import json
from pathlib import Path

LOCKS = (Path("package-lock.json"), Path("benchmarks/lighthouse/package-lock.json"))


def tidy(lock_text: str) -> str:
    """Return the text of an npm lock file (version 3) without its `funding` entries."""
    lock = json.loads(lock_text)
    for package in lock["packages"].values():
        package.pop("funding", None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path in LOCKS:
        path.write_text(tidy(path.read_text(encoding="utf-8")), encoding="utf-8")

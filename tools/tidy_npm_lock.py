"""Drop from package-lock.json what installs nothing: who asks for money, and at what address.

Without it the lock names no host at all, which tests/test_locks.py relies on.
"""

import json
from pathlib import Path

LOCK = Path("package-lock.json")


def tidy(lock_text: str) -> str:
    """Return the text of an npm lock file (version 3) without its `funding` entries."""
    lock = json.loads(lock_text)
    for package in lock["packages"].values():
        package.pop("funding", None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    LOCK.write_text(tidy(LOCK.read_text(encoding="utf-8")), encoding="utf-8")

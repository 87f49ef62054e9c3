"""Find Firefox for the test that needs it, and install it if there is none.

`python -m tools.firefox` ends with Firefox in place, or with one sentence saying what to do.
"""

import os
import shutil

from tools.chromium import install_package, starts

ADVICE = (
    "One test needs Firefox: install it (for example: apt-get install firefox-esr), "
    "or set FIREFOX to the path of a Firefox."
)
_NAMES = ("firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox")


def find_firefox() -> str | None:
    """Return the path of a Firefox that starts, or None.

    The environment variable FIREFOX wins, then the names on the PATH, then where macOS keeps it.

    Raises:
        SystemExit: FIREFOX is set to something that does not start.
    """
    named = os.environ.get("FIREFOX")
    if named:
        if not starts(named):
            raise SystemExit(f"FIREFOX is set to {named}, which does not start. {ADVICE}")
        return named
    return next((path for name in _NAMES if (path := shutil.which(name)) and starts(path)), None)


def main() -> None:
    """Make sure there is a Firefox."""
    # Debian has it as firefox-esr; Ubuntu's "firefox" is only a way to another shop, which then may not start.
    if find_firefox() is None:
        for package in ("firefox-esr", "firefox"):
            if install_package(package) and find_firefox():
                return
        raise SystemExit(ADVICE)


if __name__ == "__main__":
    main()

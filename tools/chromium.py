"""Find Chromium for the tests that need a browser, and install it if there is none.

`python -m tools.chromium` ends with Chromium in place, or with one sentence saying what to do.
"""

import os
import shutil
import subprocess
import sys

ADVICE = (
    "The tests need Chromium: install it (for example: apt-get install chromium), "
    "or set CHROMIUM to the path of a Chromium or Chrome."
)
# Without the first two, every new window draws its address bar's pop-ups, unseen, as two pages more: they take longer
# than ours. Of two such lists Chromium heeds the last, so this one repeats what Playwright gives in its own.
_UNUSED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
# Pages are drawn by the processor either way: with the graphics card's part, by imitating one.
OPTIONS = ["--disable-gpu", f"--disable-features={','.join(_UNUSED)}"]
"""How the tests start Chromium: without those of its own parts that no test uses."""


def find_chromium() -> str | None:
    """Return the path of a Chromium that starts, or None.

    The environment variable CHROMIUM wins, then the names on the PATH, then Playwright's own copy.

    Raises:
        SystemExit: CHROMIUM is set to something that does not start.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if not starts(named):
            raise SystemExit(f"CHROMIUM is set to {named}, which does not start. {ADVICE}")
        return named
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path and starts(path):
            return path
    own = _playwright_chromium()
    return own if starts(own) else None


def install_chromium() -> None:
    """Try the system's package manager if it asks no password, then Playwright's download."""
    if install_package("chromium"):
        return
    print("Downloading Chromium with Playwright", flush=True)
    # Its complaints run to a page: whether Chromium then starts is what counts.
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(download, stderr=subprocess.DEVNULL, check=False)


def install_package(name: str) -> bool:
    """Whether the system's package manager could install something without asking for a password."""
    as_root = _as_root()
    if as_root is None or not shutil.which("apt-get"):
        return False
    print(f"Installing {name} with apt-get", flush=True)
    apt_get = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
    subprocess.run([*apt_get, "update"], check=False)
    return subprocess.run([*apt_get, "install", "--yes", name], check=False).returncode == 0


def starts(path: str) -> bool:
    """Whether the program runs: some systems have a `chromium` that only advertises a package."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwright_chromium() -> str:
    """Where Playwright keeps its Chromium, present or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _as_root() -> list[str] | None:
    """The words to put before a command so that root runs it, or None if we may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], check=False).returncode == 0:
        return sudo
    return None


def main() -> None:
    """Make sure there is a Chromium."""
    if find_chromium() is None:
        install_chromium()
        if find_chromium() is None:
            raise SystemExit(ADVICE)


if __name__ == "__main__":
    main()

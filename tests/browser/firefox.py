"""Firefox, driven by the protocol it brings along (Marionette, which geckodriver speaks too): no driver to install.

A message is its length, a colon and JSON: ``[0, number, command, arguments]`` there, ``[1, number, error, result]`` back.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.pdf import sides

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver hands over an element."""
_PREFERENCES = """
user_pref("marionette.port", 0);
user_pref("devtools.console.stdout.content", true);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("ui.prefersReducedMotion", 1);
"""
_START_SECONDS = 60
_PATIENCE_SECONDS = 60
"""How long a step may take, in a browser that shares its processor with other tests."""


class Firefox:
    """One window."""

    def __init__(self, port: int) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE_SECONDS)
        self._answers = self._line.makefile("rb")
        self._number = 0
        self._read()  # its greeting
        self._send("WebDriver:NewSession", capabilities={})
        self._send("WebDriver:SetTimeouts", implicit=_PATIENCE_SECONDS * 1_000)

    def open(self, url: str) -> None:
        """Open a page and wait until it has loaded."""
        self._send("WebDriver:Navigate", url=url)

    def run(self, script: str) -> Any:
        """What an expression gives in the page."""
        return self._send("WebDriver:ExecuteScript", script=f"return {script}", args=[])["value"]

    def wait_for(self, script: str) -> None:
        """Wait until an expression is true in the page.

        Raises:
            AssertionError: It is not in time.
        """
        end = time.monotonic() + _PATIENCE_SECONDS
        while not self.run(script):
            assert time.monotonic() < end, f"{script} is not true of {self.run('location.href')}"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """Click the first element that fits, as a mouse does: in vain if something covers it."""
        self._send("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, text: str) -> None:
        """Type into the first element that fits."""
        self._send("WebDriver:ElementSendKeys", id=self._find(selector), text=text)

    def printed(self) -> list[str]:
        """The words on each side of paper, without their spaces."""
        return [side.words for side in sides(base64.b64decode(self._send("WebDriver:Print")["value"]))]

    def quit(self) -> None:
        """Close the browser."""
        self._send("Marionette:Quit", flags=["eForceQuit"])
        self._answers.close()
        self._line.close()

    def _find(self, selector: str) -> str:
        found = self._send("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][_ELEMENT])

    def _send(self, command: str, **arguments: object) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, arguments]).encode()
        self._line.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        assert not error, f"{command} {arguments}: {error['message']}"
        return result

    def _read(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) not in {b":", b""}:
            length += digit
        return json.loads(self._answers.read(int(length)))


@contextmanager
def started(program: str) -> Iterator[tuple[Firefox, Path]]:
    """Start a Firefox that has never seen the site.

    Args:
        program: Where it is.

    Yields:
        Its window, and the file to which it writes what pages log.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile, log = Path(folder), Path(folder) / "log.txt"
        (profile / "user.js").write_text(_PREFERENCES, encoding="utf-8")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", folder]
        with log.open("wb") as written, subprocess.Popen(command, stdout=written, stderr=written) as process:
            try:
                window = Firefox(_port(profile / "MarionetteActivePort"))
                yield window, log
                window.quit()
            finally:
                process.terminate()


def _port(written: Path) -> int:
    """The port that Firefox chose, once it has."""
    end = time.monotonic() + _START_SECONDS
    while not (written.exists() and written.read_text("utf-8")):
        assert time.monotonic() < end, "Firefox did not start."
        time.sleep(0.05)
    return int(written.read_text("utf-8"))

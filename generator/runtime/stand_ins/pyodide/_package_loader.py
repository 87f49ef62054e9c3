"""In place of Pyodide's own, which unpacks packages: the calculators are imported from their archive as it is.

Pyodide's start looks up the three names below.
"""


class _Folder:
    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder("/lib/python3.13/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Nothing to do: no package is loaded yet, and none will be."""

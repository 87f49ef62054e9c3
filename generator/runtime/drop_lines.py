"""``python -I -S drop_lines.py ARCHIVE``: take the line numbers out of the compiled modules of an archive.

In the browser nobody reads a traceback. This is a program of its own because `marshal` writes what else the process
has in memory into its bytes: which strings are shared. A fresh process has always the same.
"""

from __future__ import annotations

import marshal
import sys
import zipfile
from types import CodeType

_HEADER = 16


def without_lines(code: CodeType) -> CodeType:
    """The same code, and everything defined in it, without line numbers."""
    inner = (without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner), co_filename="")


def main(archive: str) -> None:
    """Write the archive again: stored, sorted and dated as before."""
    with zipfile.ZipFile(archive) as opened:
        members = [(member, opened.read(member)) for member in opened.infolist()]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for member, content in members:
            if member.filename.endswith(".pyc"):
                code = marshal.loads(content[_HEADER:])  # noqa: S302 - we compiled it
                opened.writestr(member, content[:_HEADER] + marshal.dumps(without_lines(code)))
            else:
                opened.writestr(member, content)


if __name__ == "__main__":
    main(sys.argv[1])

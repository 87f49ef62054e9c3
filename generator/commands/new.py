"""Make an article, a calculator or a reference. What is not given as an option is asked for.

python -m generator new article           a draft with the headings of an article
python -m generator new calculator        a small one that works, its examples and its page
python -m generator new reference         from BibTeX, CSL-JSON or RIS, pasted in or piped in

Nothing that is there already is written over.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands import new_page, new_reference
from generator.commands.asking import RefusedError, find_out
from generator.library import Library

if TYPE_CHECKING:
    from generator.commands.asking import Ask, Wanted


def main(arguments: list[str] | None = None) -> int:
    """Make what is asked for. Returns the exit code."""
    library = Library()
    pages = {kind: new_page.wanted(kind, library) for kind in new_page.KINDS}
    options = _parser(pages).parse_args(arguments)
    try:
        if options.kind in pages:
            return _page(options, pages[options.kind], library)
        print(_reference(options, library))
    except RefusedError as refused:
        print(refused, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written.", file=sys.stderr)
        return 1
    return 0


def _parser(pages: dict[str, list[Wanted]]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator new", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="article | calculator | reference")
    for kind, wanted in pages.items():
        page = kinds.add_parser(kind)
        for each in wanted:
            if each.positional:
                page.add_argument(each.name, nargs="?", help=each.words)
            else:
                page.add_argument(each.option, help=each.words)
    reference = kinds.add_parser("reference")
    reference.add_argument("--file", type=Path, help="a file with the citation; without it, paste or pipe it in")
    for each in new_reference.WANTED:
        reference.add_argument(each.option, help=each.words)
    return parser


def _page(options: argparse.Namespace, wanted: list[Wanted], library: Library) -> int:
    files, problems = new_page.make(options.kind, find_out(wanted, vars(options), _ask()), library)
    print("\n".join(f"Wrote {file}" for file in files))
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Read it with `make serve`, check it with `python -m generator check`.")
    print("It says that it is a draft until you write `status: live` at its head.")
    return 1 if problems else 0


def _reference(options: argparse.Namespace, library: Library) -> str:
    if options.file:
        try:
            text = options.file.read_text(encoding="utf-8")
        except OSError as error:
            raise RefusedError(f"{options.file} cannot be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise RefusedError(f"{options.file} is not UTF-8. Save it as UTF-8.") from None
    else:
        if sys.stdin.isatty():
            print(
                "Paste the citation as BibTeX, CSL-JSON or RIS. Then press Enter and Ctrl-D (on Windows Ctrl-Z, Enter)."
            )
        text = sys.stdin.read()
    new = new_reference.prepare(text, library)
    return new_reference.add(new, find_out(new_reference.WANTED, vars(options), _ask()), library)


def _ask() -> Ask | None:
    """Asks at the terminal, if there is one."""
    return input if sys.stdin.isatty() else None

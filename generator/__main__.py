"""The generator's own commands, none of which needs MkDocs.

python -m generator new             start an article, a calculator or a reference
python -m generator check           find every mistake in docs/, as the build would; --report shows what else to look at
python -m generator finish [DIR]    add what a built site needs before it is published
python -m generator serve [DIR]     serve a built site as its host will
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from generator.problems import problem_in_code

# Each command is the function `main` of a module, imported only when it is asked for.
_COMMANDS = {
    "new": "generator.commands.new",
    "check": "generator.commands.check",
    "finish": "generator.publishing.finish",
    "serve": "generator.publishing.static_server",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code.

    Args:
        arguments: The command line without the program's name; by default, this process's own.
    """
    parser = argparse.ArgumentParser(
        prog="python -m generator", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=_COMMANDS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="what the command itself takes; try COMMAND --help")
    options = parser.parse_args(arguments)
    try:
        code: int = importlib.import_module(_COMMANDS[options.command]).main(options.rest)
    except Exception as error:  # noqa: BLE001 - such as that of a calculators/kit that Python cannot read
        print(problem_in_code(error, Path.cwd()), file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())

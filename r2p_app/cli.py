"""The command `r2p`: it opens the window, or runs one of the commands.

Only the module of the command that was chosen is imported, and for the window nothing but Qt.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from r2p_app import __version__

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


class _Command(NamedTuple):
    """A command; its module has `add_arguments(parser)` and `run(namespace) -> int`."""

    module: str
    help: str


COMMANDS = {
    "check": _Command("r2p_app.commands.check", "check a content pack and list all its faults"),
    "export": _Command(
        "r2p_app.commands.export",
        "write the timeline as a picture, a poster, a table or data, questions as flashcards, or a handout",
    ),
    "schema": _Command("r2p_app.commands.schema", "write JSON Schema for every kind of content file"),
    "screenshots": _Command("r2p_app.commands.screenshots", "render every page to PNG files, without a display"),
    "selftest": _Command("r2p_app.commands.selftest", "start the program without a display and try it"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser(next((word for word in given if word in COMMANDS), ""))
    options = parser.parse_args(given)
    try:
        if options.command:
            return int(import_module(COMMANDS[options.command].module).run(options))
        return _open_window(options)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _parser(chosen: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="r2p",
        description="Learn and teach the Responsibility to Protect. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"r2p {__version__}")
    parser.add_argument("--profile", default="", metavar="NAME", help="the learner's profile; made if there is none")
    parser.add_argument("--content", type=Path, metavar="DIR", help="a content pack other than the one shipped")
    parser.add_argument("--route", default="", metavar="LINK", help="the page to open, for instance r2p://timeline")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        added = commands.add_parser(
            name,
            help=command.help,
            description=f"{command.help.capitalize()}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == chosen:
            import_module(command.module).add_arguments(added)
    return parser


def _open_window(options: argparse.Namespace) -> int:
    from r2p_app.app import Options, run

    return run(Options(profile=options.profile, content=options.content, route=options.route))


if __name__ == "__main__":
    sys.exit(main())

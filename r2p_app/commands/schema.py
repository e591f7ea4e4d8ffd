"""`r2p schema`: JSON Schema for every kind of content file."""

import argparse
import sys
from pathlib import Path

from r2p_app.content.schema import SCHEMAS, write_schemas
from r2p_app.paths import content_dir

UNWRITABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `r2p schema`."""
    help_text = f"the folder to write to; without it, “{SCHEMAS}” in the pack of --content or the shipped one"
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=help_text)


def run(namespace: argparse.Namespace) -> int:
    """Write the files that are new or have changed, and name them."""
    folder: Path = namespace.folder or (namespace.content or content_dir()) / SCHEMAS
    try:
        written = write_schemas(folder)
    except OSError as error:
        sys.stderr.write(f"r2p schema: {folder} cannot be written: {error.strerror}\n")
        return UNWRITABLE
    lines = [f"{path}\n" for path in written] or [f"The schemas in {folder} are up to date.\n"]
    sys.stdout.writelines(lines)
    return 0

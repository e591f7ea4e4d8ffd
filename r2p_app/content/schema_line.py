"""The first line of a YAML file, by which an editor finds the schema that completes and checks it."""

import posixpath

from r2p_app.content.files import PackFile
from r2p_app.content.kinds import CHAPTER, Kind
from r2p_app.content.problems import Faults

SCHEMAS = "schemas"


def schema_name(kind: Kind) -> str:
    """Return the name of the schema file of a kind."""
    return f"{kind.key}.schema.json"


def schema_line(kind: Kind, path: str) -> str:
    """Return the line for a file at `path`, relative to the pack."""
    target = posixpath.relpath(f"{SCHEMAS}/{schema_name(kind)}", posixpath.dirname(path) or ".")
    return f"# yaml-language-server: $schema={target}"


class _FirstLine:
    line, column = 1, 1


def check_schema_line(text: str, kind: Kind, file: PackFile, faults: Faults) -> None:
    """Report a first line that does not name the schema."""
    if kind is CHAPTER:
        return
    wanted = schema_line(kind, file.path)
    if text.partition("\n")[0].rstrip() != wanted:
        message = "the first line does not name the schema for editors"
        faults.warning(_FirstLine(), message, f"write “{wanted}”", code="schema-line")

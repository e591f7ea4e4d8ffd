"""JSON Schema for every kind of YAML file, from the record types: editors complete and check with it."""

import json
import os
from pathlib import Path
from typing import Any

import msgspec

from r2p_app.content.kinds import CASE, Kind
from r2p_app.content.parse import KEYS, PACK
from r2p_app.content.schema_line import SCHEMAS, schema_name

Schema = dict[str, Any]
"""JSON, as `json` reads and writes it."""


def schema_of(kind: Kind) -> Schema:
    """Return the schema of the files of a kind."""
    (record,), parts = msgspec.json.schema_components([kind.type], ref_template="#/$defs/{name}")
    for name, part in parts.items():
        if name in _names(record):
            _narrow_id(part, kind)
    content = record if kind in (CASE, PACK) else {"type": "array", "items": record}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.key} of a content pack",
        "type": "object",
        "properties": {kind.key: content},
        "required": [kind.key],
        "additionalProperties": False,
        "$defs": parts,
    }


def _names(record: Schema) -> set[str]:
    """Return the names of the records that a file lists: one, or the members of a union."""
    return {member["$ref"].rpartition("/")[2] for member in record.get("anyOf", [record])}


def _narrow_id(part: Schema, kind: Kind) -> None:
    """An id begins as its kind does."""
    if kind.prefixes != ("",):
        ids = part["properties"]["id"]
        ids["pattern"] = f"^(?:{'|'.join(kind.prefixes)})[a-z0-9]+(-[a-z0-9]+)*$"
        ids["description"] = f"begins with {' or '.join(kind.prefixes)}; {ids['description']}"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schema of every kind into `folder`, and return the files that were new or had changed."""
    folder.mkdir(parents=True, exist_ok=True)
    return [path for kind in KEYS.values() if _write(path := folder / schema_name(kind), text_of(kind))]


def text_of(kind: Kind) -> str:
    """Return the schema of a kind as it stands in its file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def _write(path: Path, text: str) -> bool:
    """Replace a file at once or not at all; tell whether that was needed."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


__all__ = ["SCHEMAS", "schema_of", "text_of", "write_schemas"]

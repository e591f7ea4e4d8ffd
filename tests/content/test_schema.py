import json
from pathlib import Path
from typing import Any

import pytest

from r2p_app.content.files import PackFile
from r2p_app.content.kinds import BY_KEY, LIST_KINDS, Kind
from r2p_app.content.parse import KEYS
from r2p_app.content.schema import schema_of, text_of, write_schemas
from r2p_app.content.schema_line import schema_line
from r2p_app.content.shapes import RecordShape, UnionShape, shape_of
from r2p_app.paths import content_dir
from tests.content import packs
from tests.content.conftest import Check


def records(kind: Kind) -> list[dict[str, Any]]:
    """Return the schemas of the records that a file of this kind lists."""
    schema = schema_of(kind)
    content = schema["properties"][kind.key]
    record = content.get("items", content)
    names = [member["$ref"].rpartition("/")[2] for member in record.get("anyOf", [record])]
    return [schema["$defs"][name] for name in names]


@pytest.mark.parametrize("kind", KEYS.values(), ids=KEYS)
def test_it_has_the_keys_of_the_records(kind: Kind) -> None:
    shape = shape_of(kind.type)
    shapes = list(shape.records.values()) if isinstance(shape, UnionShape) else [shape]
    for schema, record in zip(records(kind), shapes, strict=True):
        assert isinstance(record, RecordShape)
        tag = {record.tag[0]} if record.tag else set()
        assert set(schema["properties"]) == set(record.fields) | tag
        assert set(schema["required"]) == {key for key, field in record.fields.items() if field.required} | tag
        assert schema["additionalProperties"] is False
        assert schema["description"]


@pytest.mark.parametrize("kind", [kind for kind in LIST_KINDS if kind.prefixes != ("",)], ids=lambda kind: kind.name)
def test_ids_begin_as_their_kind_does(kind: Kind) -> None:
    for schema in records(kind):
        assert all(prefix in schema["properties"]["id"]["pattern"] for prefix in kind.prefixes)


def test_every_kind_of_yaml_file_has_one(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "made")
    assert {path.name for path in written} == {f"{key}.schema.json" for key in {*BY_KEY, "pack"} - {"chapters"}}
    for path in written:
        json.loads(path.read_text(encoding="utf-8"))


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    (tmp_path / "events.schema.json").write_text("{}", encoding="utf-8")
    assert [path.name for path in write_schemas(tmp_path)] == ["events.schema.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{key}.schema.json" for key in KEYS)


def test_the_shipped_schemas_are_those_of_this_program() -> None:
    for kind in KEYS.values():
        path = content_dir() / "schemas" / f"{kind.key}.schema.json"
        assert path.read_text(encoding="utf-8") == text_of(kind), "run “r2p schema”"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("pack.yaml", "schemas/events.schema.json"),
        ("shared/a.yaml", "../schemas/events.schema.json"),
        ("cases/a/b/c.yaml", "../../../schemas/events.schema.json"),
    ],
)
def test_the_first_line_of_a_file(path: str, target: str) -> None:
    assert schema_line(BY_KEY["events"], PackFile.at(path).path) == f"# yaml-language-server: $schema={target}"


@pytest.mark.parametrize(
    "new", ["", "# A comment\n", "# yaml-language-server: $schema=../schemas/events.schema.json\n"]
)
def test_a_missing_or_wrong_first_line_is_reported(check: Check, new: str) -> None:
    line = packs.EVENTS.partition("\n")[0] + "\n"
    (problem,) = check(packs.EVENTS_PATH, line, new)
    assert (problem.code, problem.line) == ("schema-line", 1)
    assert problem.hint == f"write “{line.strip()}”"

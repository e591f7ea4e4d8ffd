"""The record types as plain trees that a node can be compared with: derived from `msgspec`, declared nowhere else."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import inspect


class TextShape(NamedTuple):
    """A text. `translate` marks words a translator may overlay, `edtf` a date, `cites` a citation."""

    pattern: str = ""
    description: str = ""
    min_length: int = 0
    translate: bool = False
    edtf: bool = False
    cites: bool = False


class NumberShape(NamedTuple):
    """A number and its bounds; `above` is an exclusive lower bound."""

    whole: bool
    least: float | None = None
    most: float | None = None
    above: float | None = None


class FlagShape(NamedTuple):
    """True or false."""


class ChoiceShape(NamedTuple):
    """One of a few words."""

    values: Mapping[str, Any]


class ListShape(NamedTuple):
    """A list of one shape."""

    item: "Shape"


class FieldShape(NamedTuple):
    """One key of a record."""

    shape: "Shape"
    required: bool


class RecordShape(NamedTuple):
    """A record and its keys. `tag` is the key and value that tell it from others in a union."""

    type: type[msgspec.Struct]
    fields: Mapping[str, FieldShape]
    tag: tuple[str, str] | None = None


class UnionShape(NamedTuple):
    """One of several records, told apart by the value of the key `tag`."""

    tag: str
    records: Mapping[str, RecordShape]


class OptionalShape(NamedTuple):
    """A value or nothing."""

    shape: "Shape"


Shape: TypeAlias = (
    TextShape | NumberShape | FlagShape | ChoiceShape | ListShape | RecordShape | UnionShape | OptionalShape
)


@cache
def shape_of(type_: Any) -> Shape:  # Any: a class or a union of classes
    """Return the shape of a record type, or of a union of record types."""
    return _shape(inspect.type_info(type_), {}, {})


def _shape(info: inspect.Type, extra: Mapping[str, Any], schema: Mapping[str, Any]) -> Shape:  # noqa: PLR0911
    match info:
        case inspect.Metadata():
            return _shape(info.type, {**extra, **(info.extra or {})}, {**schema, **(info.extra_json_schema or {})})
        case inspect.StrType():
            return _text(info, extra, schema)
        case inspect.IntType() | inspect.FloatType():
            return NumberShape(isinstance(info, inspect.IntType), info.ge, info.le, info.gt)
        case inspect.BoolType():
            return FlagShape()
        case inspect.EnumType():
            return ChoiceShape({member.value: member for member in info.cls})
        case inspect.VarTupleType():
            return ListShape(_shape(info.item_type, {}, {}))
        case inspect.StructType():
            return _record(info)
        case inspect.UnionType():
            return _union(info)
        case _:
            raise TypeError(f"content records cannot hold {info}")


def _text(info: inspect.StrType, extra: Mapping[str, Any], schema: Mapping[str, Any]) -> TextShape:
    return TextShape(
        pattern=info.pattern or str(extra.get("pattern", "")),
        description=schema.get("description", ""),
        min_length=info.min_length or 0,
        translate=bool(extra.get("translate")),
        edtf=bool(extra.get("edtf")),
        cites=bool(extra.get("cites")),
    )


def _record(info: inspect.StructType) -> RecordShape:
    fields = {field.encode_name: FieldShape(_shape(field.type, {}, {}), field.required) for field in info.fields}
    tag = (info.tag_field, str(info.tag)) if info.tag_field else None
    return RecordShape(info.cls, fields, tag)


def _union(info: inspect.UnionType) -> Shape:
    members = [_shape(member, {}, {}) for member in info.types if not isinstance(member, inspect.NoneType)]
    if len(members) == 1:
        return OptionalShape(members[0])
    records = {record.tag[1]: record for record in members if isinstance(record, RecordShape) and record.tag}
    if len(records) != len(members):
        raise TypeError(f"records of a union need a tag: {info}")
    return UnionShape(next(iter(records.values())).tag[0], records)  # type: ignore[index]


def has_words(shape: Shape) -> bool:
    """Tell whether anything in it may be translated."""
    match shape:
        case TextShape():
            return shape.translate
        case ListShape():
            return has_words(shape.item)
        case OptionalShape():
            return has_words(shape.shape)
        case RecordShape():
            return any(has_words(field.shape) for field in shape.fields.values())
        case UnionShape():
            return True
    return False

"""Nodes to records: every fault at once, in words an author understands."""

from collections.abc import Callable
from typing import Any

from r2p_app.content import scalars
from r2p_app.content.nodes import Mapping, Node, Pair, Refused, Scalar, Sequence
from r2p_app.content.problems import Faults, shorten
from r2p_app.content.scalars import BAD, Bad, did_you_mean, expected, is_null
from r2p_app.content.shapes import (
    ChoiceShape,
    FlagShape,
    ListShape,
    NumberShape,
    OptionalShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
)


def build(shape: Shape, node: Node, name: str, faults: Faults) -> Any:
    """Return the value that `node` writes for `name`, or `BAD` after reporting what is wrong with it."""
    return BAD if isinstance(node, Refused) or faults.are_enough else _BUILDERS[type(shape)](shape, node, name, faults)


def _optional(shape: OptionalShape, node: Node, name: str, faults: Faults) -> Any:
    return None if is_null(node) else build(shape.shape, node, name, faults)


def _list(shape: ListShape, node: Node, name: str, faults: Faults) -> tuple[Any, ...] | Bad:
    if not isinstance(node, Sequence):
        return expected("a list", node, name, faults, "begin each entry on its own line with “- ”")
    values = tuple(build(shape.item, item, name, faults) for item in node.items)
    return BAD if any(value is BAD for value in values) else values


def _union(shape: UnionShape, node: Node, name: str, faults: Faults) -> Any:
    if not isinstance(node, Mapping):
        return expected("keys and values", node, name, faults)
    tag = node.find(shape.tag)
    if tag is None:
        faults.error(node, f"“{shape.tag}” is missing", f"one of: {', '.join(shape.records)}", code="missing")
        return BAD
    if isinstance(tag, Scalar) and tag.text in shape.records:
        return _record(shape.records[tag.text], node, name, faults)
    build(ChoiceShape(dict.fromkeys(shape.records)), tag, shape.tag, faults)
    return BAD


def _record(shape: RecordShape, node: Node, name: str, faults: Faults) -> Any:
    if not isinstance(node, Mapping):
        return expected("keys and values", node, name, faults)
    values: dict[str, Any] = {}
    sound = True
    for pair in node.pairs:
        if shape.tag and pair.key == shape.tag[0]:
            continue
        if pair.key not in shape.fields:
            sound = _unknown_key(shape, pair, faults)
        elif (value := build(shape.fields[pair.key].shape, pair.value, pair.key, faults)) is BAD:
            sound = False
        else:
            values[pair.key] = value
    return shape.type(**values) if not _is_incomplete(shape, node, faults) and sound else BAD


def _unknown_key(shape: RecordShape, pair: Pair, faults: Faults) -> bool:
    faults.error(pair, f"unknown key “{shorten(pair.key)}”", did_you_mean(pair.key, shape.fields), code="unknown-key")
    return False


def _is_incomplete(shape: RecordShape, node: Mapping, faults: Faults) -> bool:
    present = {pair.key for pair in node.pairs}
    missing = [key for key, field in shape.fields.items() if field.required and key not in present]
    for key in missing:
        faults.error(node, f"“{key}” is missing", code="missing")
    return bool(missing)


_BUILDERS: dict[type[Shape], Callable[[Any, Any, str, Faults], Any]] = {
    TextShape: scalars.text,
    NumberShape: scalars.number,
    FlagShape: scalars.flag,
    ChoiceShape: scalars.choice,
    ListShape: _list,
    OptionalShape: _optional,
    UnionShape: _union,
    RecordShape: _record,
}

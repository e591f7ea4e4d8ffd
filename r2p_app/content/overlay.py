"""Translations: a file beside another, with the same ids and only words."""

from collections.abc import Iterator
from typing import Any

import msgspec

from r2p_app.content.build import build
from r2p_app.content.markup.inline import MARKUP
from r2p_app.content.nodes import Mapping, Node, Pair, Refused, Scalar, Sequence
from r2p_app.content.parse import id_of
from r2p_app.content.pointers import BadLink, Pointer, of_text
from r2p_app.content.problems import Faults
from r2p_app.content.scalars import BAD, did_you_mean
from r2p_app.content.shapes import ListShape, OptionalShape, RecordShape, Shape, TextShape, UnionShape, has_words


def without_html(node: Node, faults: Faults) -> Node:
    """Return the node with every text that holds HTML refused, so that the original is shown in its place."""
    match node:
        case Scalar() if MARKUP.search(node.text):
            faults.error(node, "HTML is not allowed", "use Markdown for emphasis and links", code="html")
            return Refused(node.line, node.column)
        case Sequence():
            return msgspec.structs.replace(node, items=tuple(without_html(item, faults) for item in node.items))
        case Mapping():
            return msgspec.structs.replace(node, pairs=tuple(_without_html(pair, faults) for pair in node.pairs))
    return node


def _without_html(pair: Pair, faults: Faults) -> Pair:
    if pair.key == "body":
        return pair  # chapters are looked at as Markdown
    return msgspec.structs.replace(pair, value=without_html(pair.value, faults))


def links_in(node: Node) -> Iterator[Pointer | BadLink]:
    """Yield what the short texts of an overlay link to."""
    match node:
        case Scalar():
            yield from of_text("", node.text, node)
        case Sequence():
            for item in node.items:
                yield from links_in(item)
        case Mapping():
            for pair in node.pairs:
                if pair.key != "body":
                    yield from links_in(pair.value)


def overlay(shape: Shape, record: Any, node: Node, faults: Faults) -> Any:  # Any: a record of `shape`
    """Return the record with the words that `node` gives it; what does not belong in an overlay goes to `faults`."""
    if not isinstance(node, Mapping):
        faults.error(node, "expected keys and values", code="overlay")
        return record
    shape = _record_shape(shape, record)
    changes = {pair.key: new for pair in node.pairs for new in _field(shape, record, pair, faults)}
    return msgspec.structs.replace(record, **changes) if changes else record


def _record_shape(shape: Shape, record: Any) -> RecordShape:
    if isinstance(shape, UnionShape):
        return next(member for member in shape.records.values() if member.type is type(record))
    assert isinstance(shape, RecordShape)
    return shape


def _field(shape: RecordShape, record: Any, pair: Pair, faults: Faults) -> Iterator[Any]:
    """Yield the new value of a field, or nothing."""
    if pair.key == "id":
        return
    field = shape.fields.get(pair.key)
    if field is None:
        faults.error(pair, f"unknown key “{pair.key}”", did_you_mean(pair.key, shape.fields), code="unknown-key")
    elif pair.key != "body_line" and not has_words(field.shape):  # where a translated chapter begins
        faults.error(pair, f"“{pair.key}” is not a text to translate", "delete the line", code="overlay")
    else:
        yield from _value(field.shape, getattr(record, pair.key), pair, faults)


def _value(shape: Shape, value: Any, pair: Pair, faults: Faults) -> Iterator[Any]:
    match shape:
        case OptionalShape():
            if value is None:
                faults.error(pair, f"there is no “{pair.key}” to translate", "delete it", code="overlay")
            else:
                yield from _value(shape.shape, value, pair, faults)
        case RecordShape() | UnionShape():
            yield overlay(shape, value, pair.value, faults)
        case ListShape(item=TextShape()):
            yield from _texts(shape, value, pair, faults)
        case ListShape():
            yield _merged(shape.item, value, pair, faults)
        case _:
            if (new := build(shape, pair.value, pair.key, faults)) is not BAD:
                yield new


def _texts(shape: ListShape, value: tuple[str, ...], pair: Pair, faults: Faults) -> Iterator[tuple[str, ...]]:
    new = build(shape, pair.value, pair.key, faults)
    if new is not BAD and len(new) == len(value):
        yield new
    elif new is not BAD:
        message = f"{len(new)} entries under “{pair.key}”, but {len(value)} in the original"
        faults.error(pair, message, "translate them one for one", code="overlay")


def _merged(shape: Shape, value: tuple[Any, ...], pair: Pair, faults: Faults) -> tuple[Any, ...]:
    """Merge a list of records: by id where they have one, else by their place in the list."""
    if not isinstance(pair.value, Sequence):
        faults.error(pair.value, f"“{pair.key}” must be a list", "begin each entry with “- ”", code="type")
        return value
    parts = list(value)
    places = {part.id: index for index, part in enumerate(value) if hasattr(part, "id")}
    for index, node in enumerate(pair.value.items):
        place = _place(node, index, places, len(parts), faults)
        if place is not None:
            parts[place] = overlay(shape, parts[place], node, faults)
    return tuple(parts)


def _place(node: Node, index: int, places: dict[str, int], size: int, faults: Faults) -> int | None:
    if places:
        return by_id(node, places, faults)
    if index < size:
        return index
    faults.error(node, "there is no such entry in the original", "translate entries one for one", code="overlay")
    return None


def by_id(node: Node, places: dict[str, int], faults: Faults) -> int | None:
    """Return the place of the record whose id the node bears."""
    value = node.find("id") if isinstance(node, Mapping) else None
    if not isinstance(value, Scalar):
        faults.error(node, "“id” is missing", "each entry bears the id of what it translates", code="overlay")
        return None
    if value.text not in places:
        faults.error(
            value, f"there is no “{value.text}” in the original", did_you_mean(value.text, places), code="overlay"
        )
        return None
    return places[value.text]


def untranslated(shape: Shape, record: Any, node: Node | None) -> Iterator[str]:
    """Yield the paths of texts of the record that `node`, its overlay, leaves in the original language."""
    shape = _record_shape(shape, record)
    for key, field in shape.fields.items():
        value = getattr(record, key)
        if value and has_words(field.shape):
            inner = node.find(key) if isinstance(node, Mapping) else None
            yield from (key + rest for rest in _gaps(field.shape, value, inner))


def _gaps(shape: Shape, value: Any, node: Node | None) -> Iterator[str]:
    match shape:
        case OptionalShape():
            yield from _gaps(shape.shape, value, node)
        case RecordShape() | UnionShape():
            yield from (f".{path}" for path in untranslated(shape, value, node))
        case ListShape(item=RecordShape() | UnionShape()):
            for index, part in enumerate(value):
                inner = _part(node, index, getattr(part, "id", None))
                yield from (f"[{index + 1}].{path}" for path in untranslated(shape.item, part, inner))
        case _ if node is None:
            yield ""


def _part(node: Node | None, index: int, part_id: str | None) -> Node | None:
    if not isinstance(node, Sequence):
        return None
    if part_id is None:
        return node.items[index] if index < len(node.items) else None
    return next((item for item in node.items if id_of(item) == part_id), None)

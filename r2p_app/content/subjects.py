"""Records together with where they were written, for whoever checks them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from r2p_app.content import markup
from r2p_app.content.files import PackFile
from r2p_app.content.kinds import Kind
from r2p_app.content.model import Chapter
from r2p_app.content.nodes import Mapping, Node, Scalar, Sequence
from r2p_app.content.problems import Position
from r2p_app.content.shapes import ListShape, OptionalShape, RecordShape, Shape, TextShape, UnionShape, shape_of


class Leaf(NamedTuple):
    """One text of a record: the record (or part of one) and key it belongs to, and where it stands."""

    owner: msgspec.Struct
    key: str
    shape: TextShape
    text: str
    node: Scalar

    @property
    def line(self) -> int:
        """Counts from 1."""
        return self.node.line

    @property
    def column(self) -> int:
        """Counts from 1."""
        return self.node.column


class Subject:
    """A record, its kind, its file and the node it was made from."""

    def __init__(self, kind: Kind, item: Any, node: Mapping, file: PackFile) -> None:
        self.kind = kind
        self.item = item  # a record of kind.type
        self.node = node
        self.file = file

    @property
    def id(self) -> str:
        """The id of the record."""
        return str(self.item.id)

    @cached_property
    def text(self) -> markup.ChapterText | None:
        """The tree of a chapter's text; None for every other kind."""
        if not isinstance(self.item, Chapter):
            return None
        return markup.parse(self.item.body, self.item.body_line, self.file.path)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text of the record that was written in YAML, outer ones first; a chapter's body is in `text`."""
        found = _leaves(shape_of(self.kind.type), self.item, self.node, self.item, "")
        return tuple(leaf for leaf in found if not (leaf.key == "body" and leaf.owner is self.item and self.text))

    def at(self, *path: str | int) -> Position:
        """Return the place at a path of keys and list positions, or of the last one on the way that exists.

        Where a value begins below its key, the place is that of the key.
        """
        node: Node = self.node
        at: Position = node
        for step in path:
            inner = _step(node, step)
            if inner is None:
                break
            node, at = inner
        return at


def _step(node: Node, step: str | int) -> tuple[Node, Position] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        pair = next((pair for pair in node.pairs if pair.key == step), None)
        if pair is not None:
            return pair.value, pair.value if pair.value.line == pair.line else pair
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step], node.items[step]
    return None


def _leaves(shape: Shape, value: Any, node: Node, owner: msgspec.Struct, key: str) -> Iterator[Leaf]:
    match shape, node:
        case TextShape(), Scalar():
            yield Leaf(owner, key, shape, value, node)
        case OptionalShape(), _ if value is not None:
            yield from _leaves(shape.shape, value, node, owner, key)
        case ListShape(), Sequence():
            for part, inner in zip(value, node.items, strict=True):
                yield from _leaves(shape.item, part, inner, owner, key)
        case UnionShape(), Mapping():
            record = next(record for record in shape.records.values() if record.type is type(value))
            yield from _leaves(record, value, node, owner, key)
        case RecordShape(), Mapping():
            for pair in node.pairs:
                if field := shape.fields.get(pair.key):
                    yield from _leaves(field.shape, getattr(value, pair.key), pair.value, value, pair.key)

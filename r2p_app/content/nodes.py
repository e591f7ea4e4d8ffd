"""What a YAML file says before anyone knows what it means: texts, lists and mappings, each with its place."""

from typing import TypeAlias, Union

import msgspec


class _Base(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """`line` and `column` count from 1."""

    line: int
    column: int


class Scalar(_Base, frozen=True, tag=0):
    """A text. `plain` says that it stood without quotation marks, so that other YAML readers may see something else."""

    text: str
    plain: bool = False


class Sequence(_Base, frozen=True, tag=1):
    """A list."""

    items: tuple["Node", ...] = ()


class Pair(_Base, frozen=True):
    """A key with its place, and the value."""

    key: str
    value: "Node"


class Mapping(_Base, frozen=True, tag=2):
    """Keys and values in the order of the file; a key that was written twice has a `Refused` value the second time."""

    pairs: tuple[Pair, ...] = ()

    def find(self, key: str) -> "Node | None":
        """Return the first value of `key`."""
        return next((pair.value for pair in self.pairs if pair.key == key), None)


class Refused(_Base, frozen=True, tag=3):
    """Something the reader has already reported: an alias, a tag, a repeated key."""


Node: TypeAlias = Union[Scalar, Sequence, Mapping, Refused]  # noqa: UP007  msgspec resolves the forward references

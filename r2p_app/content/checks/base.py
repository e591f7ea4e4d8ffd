"""What a check is: a small function that yields faults, and one row that gives it a code and a level."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from r2p_app.content.problems import Level, Position
from r2p_app.content.subjects import Subject


class Fault(NamedTuple):
    """What a check found, and where; `code` only where it differs from that of the check."""

    at: Position | None
    message: str
    hint: str = ""
    code: str = ""


class RecordCheck(NamedTuple):
    """A question about one record of a type (or of several).

    `drops` keeps the record out of the library: it could not be shown or answered soundly.
    """

    code: str
    type: type[Any] | tuple[type[Any], ...]
    find: Callable[[Any, Subject], Iterable[Fault]]  # Any: a record of `type`
    level: Level = Level.ERROR
    drops: bool = False


class FileCheck(NamedTuple):
    """A question about the records of one file together."""

    code: str
    find: Callable[[Sequence[Subject]], Iterable[Fault]]
    level: Level = Level.WARNING

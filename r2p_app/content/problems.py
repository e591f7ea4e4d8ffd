"""Faults in content, as values that an author can act on."""

import enum
from collections.abc import Iterable

import msgspec


class Level(enum.StrEnum):
    """How much a fault matters: an error keeps the item out of the window, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(msgspec.Struct, frozen=True, order=True):
    """One fault, where it stands, and what to do about it.

    `file` is relative to the pack, with forward slashes; `line` and `column` count from 1 (0: the file as a whole).
    """

    file: str
    line: int
    column: int
    level: Level
    message: str
    hint: str = ""
    code: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.level.value}: {self.message}{hint}"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those that are errors, in the order given."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)

"""Faults in content, as values that an author can act on."""

import enum
from collections.abc import Iterable
from typing import NamedTuple, Protocol

import msgspec


class Level(enum.StrEnum):
    """How much a fault matters: a pack with an error is not ready; what cannot be shown soundly is left out of it."""

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


class Position(Protocol):
    """Anything that stands somewhere in a file: a node, a link in a chapter."""

    @property
    def line(self) -> int:
        """Counts from 1."""

    @property
    def column(self) -> int:
        """Counts from 1, in characters."""


class Place(NamedTuple):
    """A position of which nothing else is known."""

    line: int = 1
    column: int = 1


MAX_PER_FILE = 500


class Faults:
    """Collects the faults of one file, and stops listing them where nobody reads on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    @property
    def are_enough(self) -> bool:
        """Tell whether looking for more is a waste of time."""
        return len(self.found) > MAX_PER_FILE

    def add(self, level: Level, at: Position | None, message: str, hint: str = "", *, code: str) -> None:
        """Add a fault; without a position it concerns the file as a whole."""
        line, column = (at.line, at.column) if at is not None else (0, 0)
        if len(self.found) < MAX_PER_FILE:
            self.found.append(Problem(self.file, line, column, level, message, hint, code))
        elif len(self.found) == MAX_PER_FILE:
            message = "there are more faults in this file"
            self.found.append(Problem(self.file, line, column, Level.ERROR, message, "mend these first", "file-faults"))

    def error(self, at: Position | None, message: str, hint: str = "", *, code: str) -> None:
        """Add an error."""
        self.add(Level.ERROR, at, message, hint, code=code)

    def warning(self, at: Position | None, message: str, hint: str = "", *, code: str) -> None:
        """Add a warning."""
        self.add(Level.WARNING, at, message, hint, code=code)


def shorten(text: str, width: int = 40) -> str:
    """Cut a text for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"

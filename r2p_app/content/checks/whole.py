"""The pack as a whole, and what a question about it is; the questions stand in `named`, `together` and `lint`."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from r2p_app.content.checks.base import Fault
from r2p_app.content.files import PackFile
from r2p_app.content.library import Entry
from r2p_app.content.problems import Level

if TYPE_CHECKING:
    from r2p_app.content.unit import Unit

MAX_SUGGESTIONS = 40
"""Looking for the id an author may have meant is slow; nobody needs more at a time."""


class Whole:
    """All files of the pack, and all sound records by id.

    A single file is checked beside a pack by giving the pack's records, and the anchors of its chapters.
    """

    def __init__(
        self,
        files: Sequence[tuple[PackFile, "Unit[Any]"]],
        entries: Mapping[str, Entry],
        anchors: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.files = files
        self.entries = entries
        self.anchors = _anchors(files) if anchors is None else anchors
        self.left_out = frozenset(item_id for _, unit in files for item_id in unit.left_out)
        self._suggestions = MAX_SUGGESTIONS

    @cached_property
    def targets(self) -> frozenset[str]:
        """Every id that something points to."""
        return frozenset(pointer.target for _, unit in self.files for pointer in unit.pointers)

    def of(self, type_: type[Any]) -> Iterator[tuple[Entry, Any]]:
        """Yield the entries whose record is of a type."""
        return ((entry, entry.item) for entry in self.entries.values() if isinstance(entry.item, type_))

    def suggestion(self, target: str, kinds: tuple[str, ...]) -> str:
        """Return a hint: the id that may have been meant."""
        known = [entry.id for entry in self.entries.values() if not kinds or entry.kind in kinds]
        self._suggestions -= 1
        close = difflib.get_close_matches(target[:100], known, n=1) if self._suggestions >= 0 else []
        return f"did you mean “{close[0]}”?" if close else "look for the id in the files of its kind"


def _anchors(files: Sequence[tuple[PackFile, "Unit[Any]"]]) -> Mapping[str, frozenset[str]]:
    """The anchors of each chapter."""
    return {unit.records[0].id: frozenset(unit.anchors) for _, unit in files if unit.anchors}


class Found(NamedTuple):
    """A fault and the file it is in."""

    file: str
    fault: Fault


class WholeCheck(NamedTuple):
    """A question about the pack."""

    code: str
    find: Callable[[Whole], Iterator[Found]]
    level: Level = Level.ERROR

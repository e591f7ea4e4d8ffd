"""The content of a pack, by id and by case. It never changes: a reload builds a new one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

import msgspec

from r2p_app.content.kinds import BY_NAME, CASE, Kind
from r2p_app.content.model import Case, Chapter, PackInfo
from r2p_app.content.problems import Problem

T = TypeVar("T", bound=msgspec.Struct)


class Entry(NamedTuple):
    """A record, its kind, the case whose folder it stands in ("" for shared ones), and where it was written."""

    id: str
    kind: str
    case: str
    item: msgspec.Struct
    file: str = ""
    line: int = 0


class Citation(NamedTuple):
    """A source id and the place in it, as written by an author: `source-id, locator`."""

    source: str
    locator: str = ""

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Split at the first comma; what follows is the locator."""
        source, _, locator = text.partition(",")
        return cls(source.strip(), locator.strip())


class Library:
    """Everything in the pack that is sound, and the list of what is not."""

    def __init__(self, pack: PackInfo, entries: Iterable[Entry], problems: Sequence[Problem] = ()) -> None:
        self.pack = pack
        self.problems = tuple(problems)
        self._entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def entry(self, item_id: str) -> Entry:
        """Return the entry; raise `KeyError` for an unknown id."""
        return self._entries[item_id]

    def find(self, item_id: str, type_: type[T]) -> T | None:
        """Return the record with this id if it exists and is of this type."""
        entry = self._entries.get(item_id)
        return entry.item if entry is not None and isinstance(entry.item, type_) else None

    def get(self, item_id: str, type_: type[T]) -> T:
        """Return the record; raise `KeyError` when there is none of this type."""
        item = self.find(item_id, type_)
        if item is None:
            raise KeyError(item_id)
        return item

    def kind_of(self, item_id: str) -> Kind:
        """Return the kind of a known id."""
        return BY_NAME[self._entries[item_id].kind]

    def case_of(self, item_id: str) -> str:
        """Return the case id of a known id, "" for shared records."""
        return self._entries[item_id].case

    def all(self, type_: type[T], case: str | None = None) -> tuple[T, ...]:
        """Return the records of a type (or of a base type), in file order; only those of `case` if given."""
        return tuple(
            entry.item
            for entry in self._entries.values()
            if isinstance(entry.item, type_) and (case is None or entry.case == case)
        )

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases in the order of their folders' names in the pack, the doctrine last."""
        found = tuple(e.item for e in self._entries.values() if e.kind == CASE.name and isinstance(e.item, Case))
        return tuple(sorted(found, key=lambda case: case.kind == "doctrine"))

    def chapters(self, case: Case) -> tuple[Chapter, ...]:
        """Return the chapters of a case that are sound, in reading order."""
        found = (self.find(chapter_id, Chapter) for chapter_id in case.chapters)
        return tuple(chapter for chapter in found if chapter is not None)

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[str, ...]]:
        from r2p_app.content.references import references

        found: dict[str, list[str]] = defaultdict(list)
        for entry in self._entries.values():
            for target in dict.fromkeys(references(entry.item)):
                if target in self._entries:
                    found[target].append(entry.id)
        return {target: tuple(ids) for target, ids in found.items()}

    def mentions(self, item_id: str) -> tuple[str, ...]:
        """Return the ids of the records that refer to this one ("where is this used?")."""
        return self._mentions.get(item_id, ())

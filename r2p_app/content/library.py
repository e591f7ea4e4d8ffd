"""The content of a pack, by id and by case. It never changes: a reload builds a new one."""

import types
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar, get_args

import msgspec

from r2p_app.content.kinds import BY_NAME, KINDS, Kind
from r2p_app.content.model import Case, Chapter, PackInfo
from r2p_app.content.problems import Problem

T = TypeVar("T", bound=msgspec.Struct)

_AT_ONCE = 50
"""Records searched for references in one step: a few milliseconds."""


class Entry(NamedTuple):
    """A record, its kind, the case whose folder it stands in ("" for shared ones), and where it was written."""

    id: str
    kind: str
    case: str
    item: msgspec.Struct
    file: str = ""
    line: int = 0
    column: int = 0


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
    """Everything in the pack that is sound, and the list of what is not.

    Records come kind by kind, in the order of `kinds.KINDS`, and within a kind in the order of the files. `key` tells
    one content from any other, so that what is derived from it can be kept; "" for one that was not loaded from files.
    """

    def __init__(
        self, pack: PackInfo, entries: Iterable[Entry], problems: Sequence[Problem] = (), *, key: str = ""
    ) -> None:
        sections: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in entries:
            sections[entry.kind][entry.id] = entry
        self._set(pack, {kind: tuple(found) for kind, found in sections.items()}, problems, key)
        self._sections.update(sections)

    @classmethod
    def deferred(
        cls,
        pack: PackInfo,
        ids: Mapping[str, Sequence[str]],
        read: Callable[[str], Iterable[Entry]],
        problems: Sequence[Problem] = (),
        *,
        key: str = "",
    ) -> "Library":
        """Return a library that knows the ids of each kind and asks `read` for the records of a kind at first use."""
        library = cls.__new__(cls)
        library._set(pack, ids, problems, key)
        library._read = read
        return library

    def _set(self, pack: PackInfo, ids: Mapping[str, Sequence[str]], problems: Sequence[Problem], key: str) -> None:
        self.pack = pack
        self.key = key
        self.problems = tuple(problems)
        self._kinds = {item_id: kind.name for kind in KINDS for item_id in ids.get(kind.name, ())}
        self._sections: dict[str, Mapping[str, Entry]] = {}
        self._read: Callable[[str], Iterable[Entry]] = _nothing
        self._mentions: Mapping[str, tuple[str, ...]] | None = None

    def _section(self, kind: str) -> Mapping[str, Entry]:
        section = self._sections.get(kind)
        if section is None:
            section = self._sections[kind] = {entry.id: entry for entry in self._read(kind)}
        return section

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._kinds

    def __len__(self) -> int:
        return len(self._kinds)

    def __iter__(self) -> Iterator[Entry]:
        for kind in KINDS:
            yield from self._section(kind.name).values()

    def entry(self, item_id: str) -> Entry:
        """Return the entry; raise `KeyError` for an unknown id."""
        return self._section(self._kinds[item_id])[item_id]

    def find(self, item_id: str, type_: type[T]) -> T | None:
        """Return the record with this id if it exists and is of this type."""
        kind = self._kinds.get(item_id)
        entry = self._section(kind).get(item_id) if kind is not None else None
        return entry.item if entry is not None and isinstance(entry.item, type_) else None

    def get(self, item_id: str, type_: type[T]) -> T:
        """Return the record; raise `KeyError` when there is none of this type."""
        item = self.find(item_id, type_)
        if item is None:
            raise KeyError(item_id)
        return item

    def kind_of(self, item_id: str) -> Kind:
        """Return the kind of a known id."""
        return BY_NAME[self._kinds[item_id]]

    def case_of(self, item_id: str) -> str:
        """Return the case id of a known id, "" for shared records."""
        return self.entry(item_id).case

    def all(self, type_: type[T], case: str | None = None) -> tuple[T, ...]:
        """Return the records of a type (or of a base type), in file order; only those of `case` if given."""
        return tuple(
            entry.item
            for kind in _kinds_of(type_)
            for entry in self._section(kind).values()
            if isinstance(entry.item, type_) and (case is None or entry.case == case)
        )

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases in the order of their lanes (see `load`), the doctrine last."""
        return tuple(sorted(self.all(Case), key=lambda case: case.kind == "doctrine"))

    def chapters(self, case: Case) -> tuple[Chapter, ...]:
        """Return the chapters of a case that are sound, in reading order."""
        found = (self.find(chapter_id, Chapter) for chapter_id in case.chapters)
        return tuple(chapter for chapter in found if chapter is not None)

    def find_mentions(self) -> Iterator[None]:
        """Find out who refers to whom, some records in each step; without it the first `mentions` does it at once."""
        from r2p_app.content.references import references

        found: dict[str, list[str]] = defaultdict(list)
        for number, entry in enumerate(self):
            for target in dict.fromkeys(references(entry.item)):
                if target in self._kinds:
                    found[target].append(entry.id)
            if number % _AT_ONCE == 0:
                yield
        self._mentions = {target: tuple(ids) for target, ids in found.items()}

    def mentions(self, item_id: str) -> tuple[str, ...]:
        """Return the ids of the records that refer to this one ("where is this used?")."""
        if self._mentions is None:
            deque(self.find_mentions(), maxlen=0)
        return self._mentions.get(item_id, ()) if self._mentions is not None else ()


def _nothing(_kind: str) -> tuple[Entry, ...]:
    return ()


@cache
def _kinds_of(type_: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the names of the kinds whose records can be of this type."""
    return tuple(kind.name for kind in KINDS if any(issubclass(member, type_) for member in _members(kind.type)))


def _members(type_: Any) -> tuple[type[msgspec.Struct], ...]:  # Any: a class or a union of classes
    return get_args(type_) if isinstance(type_, types.UnionType) else (type_,)

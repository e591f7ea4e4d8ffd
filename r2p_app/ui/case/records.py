"""Which records belong to a case: its own, and the shared ones that it mentions."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from r2p_app.content.library import Library
from r2p_app.content.model import Case

T = TypeVar("T", bound=msgspec.Struct)

_TOLD_BY = ("chapter", "event", "document", "decision", "criterion", "lens", "comparison", "misconception", "story")
"""The kinds by which a record is mentioned in a way that a reader can follow, in the order in which they are listed."""


def has_records(library: Library, case: Case, type_: type[msgspec.Struct]) -> bool:
    """Tell whether a case has records of a type, without looking through what it mentions unless need be."""
    return bool(library.all(type_, case.id)) or any(True for _ in _mentioned(library, case, type_))


def records_of(library: Library, case: Case, type_: type[T]) -> tuple[T, ...]:
    """Return the records of a type: the case's own, then the shared ones that it mentions."""
    return (*library.all(type_, case.id), *_mentioned(library, case, type_))


def mentions_in(library: Library, case: Case, item_id: str) -> tuple[str, ...]:
    """Return what in the case tells of a record, chapters first."""
    found = [other for other in library.mentions(item_id) if library.case_of(other) == case.id]
    kinds = {other: library.kind_of(other).name for other in found}
    told = (other for other in found if kinds[other] in _TOLD_BY)
    return tuple(sorted(told, key=lambda other: _TOLD_BY.index(kinds[other])))


def id_of(item: msgspec.Struct) -> str:
    """Return the id of a record; `Struct` itself declares none."""
    return str(getattr(item, "id"))  # noqa: B009 - see above


def _mentioned(library: Library, case: Case, type_: type[T]) -> Iterator[T]:
    for item in library.all(type_, ""):
        if any(library.case_of(other) == case.id for other in library.mentions(id_of(item))):
            yield item

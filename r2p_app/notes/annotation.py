"""A mark a learner makes in a text: a highlight, a note on words, a bookmark."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

CONTEXT = 48
"""Characters kept from before and after the words marked, by which they are told from the same words elsewhere."""


class Kind(enum.StrEnum):
    """What a mark is for."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark in the text of a record (`item`), with the words marked and those around them.

    `anchor` is the paragraph in which the words begin, `start` the character of it. Paragraphs are joined by line ends
    in `quote`, `before` and `after`.
    """

    id: str
    kind: Kind
    item: str
    anchor: str
    start: int
    quote: str
    before: str
    after: str
    note: str
    made_at: datetime
    changed_at: datetime

    def with_note(self, note: str, at: datetime) -> "Annotation":
        """Return it with other words beside it: words make a note of a highlight, no words a highlight of a note."""
        note = note.strip()
        kind = self.kind if self.kind is Kind.BOOKMARK else Kind.NOTE if note else Kind.HIGHLIGHT
        return replace(self, kind=kind, note=note, changed_at=at)


class AnnotationLog(Protocol):
    """Where marks are kept; the store implements it."""

    def all(self) -> Sequence[Annotation]:
        """Return every mark, the oldest first."""

    def of(self, item: str) -> Sequence[Annotation]:
        """Return the marks in one record, the oldest first."""

    def save(self, annotation: Annotation) -> None:
        """Keep a new mark, or another form of one that is kept."""

    def remove(self, annotation_id: str) -> None:
        """Forget a mark."""

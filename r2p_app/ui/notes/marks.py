"""What a learner does with marks: each act is saved at once, and told to the pages."""

import uuid
from collections.abc import Callable

from r2p_app.notes.annotation import Annotation, AnnotationLog, Kind
from r2p_app.notes.text import Extent, MarkedText
from r2p_app.ui.state import AppState, Changes


def new_id() -> str:
    """Return an id that no other mark has."""
    return uuid.uuid4().hex


class Marks:
    """The marks of the open profile."""

    def __init__(self, state: AppState, *, make_id: Callable[[], str] = new_id) -> None:
        self._state, self._make_id = state, make_id

    @property
    def log(self) -> AnnotationLog:
        """Where they are kept."""
        return self._state.store.annotations

    def add(self, kind: Kind, item: str, text: MarkedText, extent: Extent) -> Annotation:
        """Mark a stretch of the text of a record."""
        anchor, start = text.locate(extent.start)
        now = self._state.now()
        made = Annotation(self._make_id(), kind, item, anchor, start, *text.around(extent), "", now, now)
        self._save(made)
        return made

    def write(self, annotation: Annotation, note: str) -> Annotation:
        """Write other words beside a mark."""
        written = annotation.with_note(note, self._state.now())
        self._save(written)
        return written

    def remove(self, annotation: Annotation) -> None:
        """Remove a mark; `restore` brings it back."""
        self.log.remove(annotation.id)
        self._state.note(Changes.NOTES)

    def restore(self, annotation: Annotation) -> None:
        """Bring back a mark that was removed."""
        self._save(annotation)

    def _save(self, annotation: Annotation) -> None:
        self.log.save(annotation)
        self._state.note(Changes.NOTES)

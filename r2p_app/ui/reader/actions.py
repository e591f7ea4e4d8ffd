"""Marking in the chapter in view: the words selected, or else the paragraph that one is at."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.text import Extent
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.notes.undo import UndoBar
from r2p_app.ui.notes.words import kind_word, name_of, shortened
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.text import marked_text
from r2p_app.ui.reader.tools import Tool, ToolMenu
from r2p_app.ui.state import AppState

_WORDS = (Kind.HIGHLIGHT, Kind.NOTE)


class Target(NamedTuple):
    """What an act is about: a stretch of the chapter's text, which is a selection or a paragraph."""

    extent: Extent
    anchor: str
    run: RunView | None = None


class ChapterMarking(QObject):
    """Highlights, notes and bookmarks in the chapter in view.

    Signals:
        announced: Words for a screen reader.
    """

    announced = Signal(str)

    def __init__(self, state: AppState, undo: UndoBar, owner: QWidget) -> None:
        super().__init__(owner)
        self.marks = Marks(state)
        self._owner, self._undo = owner, undo
        self._view: ChapterScroll | None = None
        self._edited: Annotation | None = None
        undo.undo_requested.connect(self._on_undo_requested)

    def show_in(self, view: ChapterScroll) -> None:
        """Mark in this chapter from now on."""
        if view is not self._view:
            self._view = view
            self._undo.hide()

    @Slot()
    def highlight(self) -> None:
        """Highlight the selection, or the paragraph."""
        if (target := self.target()) is None:
            return
        if self._same(target.extent) is not None:
            self.announced.emit(self.tr("This is highlighted already."))
            return
        self._told(self._add(Kind.HIGHLIGHT, target))

    @Slot()
    def note(self) -> None:
        """Write a note on the selection, or the paragraph."""
        if (target := self.target()) is None:
            return
        if (known := self._same(target.extent)) is not None:
            self.edit(known)
        else:
            self.edit(self._add(Kind.HIGHLIGHT, target), is_new=True)

    @Slot()
    def bookmark(self) -> None:
        """Bookmark the paragraph, or take its bookmark away."""
        if (target := self.target()) is None or self._view is None:
            return
        extent = marked_text(self._view.sheet.chapter).extent(target.anchor)
        assert extent is not None
        if old := self._view.marks.overlapping(extent, (Kind.BOOKMARK,)):
            self.remove(old[0])
        else:
            self._told(self._add(Kind.BOOKMARK, Target(extent, target.anchor)))

    def edit(self, annotation: Annotation, *, is_new: bool = False) -> None:
        """Open a mark to be written beside, or to be removed."""
        self._edited = annotation
        dialog = NoteDialog(annotation, self._owner)
        dialog.written.connect(self._on_dialog_written)
        dialog.remove_requested.connect(self._on_dialog_remove_requested)
        if is_new:
            dialog.finished.connect(self._on_new_finished)
        dialog.open()

    def remove(self, annotation: Annotation) -> None:
        """Remove a mark, and offer the way back."""
        self.marks.remove(annotation)
        self._undo.offer(annotation)

    def selected(self) -> Target | None:
        """Return the words selected; None where there are none."""
        runs = self._view.sheet.runs if self._view is not None else ()
        return next((found for run in runs if (found := self._selection(run)) is not None), None)

    def target(self) -> Target | None:
        """Return the words selected, or the paragraph with the focus, or the first one in view; say so if none is."""
        if self._view is None:
            return None
        if (found := self.selected()) is not None:
            return found
        text, anchor = marked_text(self._view.sheet.chapter), self._view.passage
        extent = text.extent(anchor)
        if extent is None:
            words = self.tr("No paragraph is in view. Scroll to one: only running text can be marked.")
            self._undo.tell(words)
        return Target(extent, anchor) if extent is not None else None

    def open_menu(self, at: QPoint, more: tuple[Tool, ...]) -> None:
        """Offer what can be done with the words selected, or the paragraph, at a place of the screen."""
        target = self.target()
        if target is None or self._view is None:
            return
        here = self._view.marks.overlapping(target.extent)
        known = [Tool(name_of(mark), "", "", partial(self.edit, mark)) for mark in here]
        copy = [Tool(self.tr("Copy"), "", "Ctrl+C", target.run.copy)] if target.run is not None else []
        ToolMenu((self.tools(), known, (*copy, *more)), self._owner).popup(at)

    def tools(self) -> tuple[Tool, ...]:
        """Return what can be done, for buttons and menus."""
        return (
            Tool(self.tr("Highlight"), "highlighter", "H", self.highlight),
            Tool(self.tr("Write a note"), "pen-line", "N", self.note),
            Tool(self.tr("Bookmark the paragraph"), "bookmark", "B", self.bookmark),
        )

    def _selection(self, run: RunView) -> Target | None:
        assert self._view is not None
        found = run.places.extent(*selected) if (selected := run.selected) is not None else None
        if found is None:
            return None
        text = marked_text(self._view.sheet.chapter)
        extent = text.trimmed(Extent(*(text.position(*end) for end in found)))
        return Target(extent, found[0][0], run) if extent.start < extent.end else None

    def _same(self, extent: Extent) -> Annotation | None:
        """Return the mark that stands on exactly these words."""
        assert self._view is not None
        shown = self._view.marks
        return next((mark for mark in shown.overlapping(extent, _WORDS) if shown.extent_of(mark) == extent), None)

    def _add(self, kind: Kind, target: Target) -> Annotation:
        assert self._view is not None
        chapter = self._view.sheet.chapter
        self._undo.hide()
        if target.run is not None:
            target.run.clear_selection()
        return self.marks.add(kind, chapter.id, marked_text(chapter), target.extent)

    def _told(self, annotation: Annotation) -> None:
        words = self.tr("%1 made: “%2”").replace("%1", kind_word(annotation.kind))
        self.announced.emit(words.replace("%2", shortened(annotation.quote)))

    @Slot(str)
    def _on_dialog_written(self, note: str) -> None:
        if self._edited is not None:
            self._edited = self.marks.write(self._edited, note)

    @Slot()
    def _on_dialog_remove_requested(self) -> None:
        if self._edited is not None:
            edited, self._edited = self._edited, None
            self.remove(edited)

    @Slot()
    def _on_new_finished(self) -> None:
        """Nothing was written beside words that were marked for it only."""
        if self._edited is not None and not self._edited.note:
            self.marks.remove(self._edited)
            self._edited = None

    @Slot(object)
    def _on_undo_requested(self, annotation: Annotation) -> None:
        self.marks.restore(annotation)
        self._told(annotation)
        if self._view is not None and QApplication.focusWidget() is None:
            self._view.setFocus()

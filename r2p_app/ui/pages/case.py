"""Case studies: choose one, or read it.

`r2p://case` chooses, `r2p://case/rwanda` goes on where the reader left off, `r2p://case/rwanda/read/rwanda-warnings#p4`
shows a place.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.page import Page
from r2p_app.ui.reader.chooser import CaseChooser
from r2p_app.ui.reader.progress import chapter_to_open
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column


class CasePage(Page):
    """The case studies."""

    listens_to = Changes.LIBRARY | Changes.READING | Changes.ATTEMPTS | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._stack = QStackedWidget()
        column(self._stack, into=self)
        self.chooser: CaseChooser | None = None
        self.reader: CaseReader | None = None

    def show_link(self, link: Link) -> None:
        """Show the chooser, a case where the reader left off, or a place in a chapter."""
        case = self.state.library.find(link.parts[0], Case) if link.parts else None
        if case is None:
            self._show_chooser()
            return
        named = self.state.library.find(link.parts[2], Chapter) if len(link.parts) > 2 else None
        is_named = named is not None and named.id in case.chapters
        progress = self.state.store.reading.all_progress()
        chapter = named if is_named else chapter_to_open(progress, self.state.library, case)
        self._show_reader(case, chapter, link.fragment if is_named else "")

    def place(self) -> Link:
        """Return the link that restores the chapter and the place in it."""
        return self.reader.place if self.reader is not None else Link("case")

    def refresh(self, changes: Changes) -> None:
        """Show new content at the same place, new progress at once."""
        if changes & (Changes.LIBRARY | Changes.PROFILE):
            place, had_focus = self.place(), self._holds_focus()
            self._clear()
            self.show_link(place)
            if had_focus and (target := self.first_focus()) is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.reader is not None:
            self.reader.show_progress()
        elif self.chooser is not None:
            self.chooser.show_progress()

    def first_focus(self) -> QWidget | None:
        """The text, or the first case."""
        shown = self.reader or self.chooser
        return shown.first_focus() if shown is not None else None

    def _show_chooser(self) -> None:
        if self.chooser is None:
            self._clear()
            self.chooser = CaseChooser(self.state)
            self.chooser.link_requested.connect(self.link_requested)
            self._stack.addWidget(self.chooser)
        self.chooser.show_progress()

    def _show_reader(self, case: Case, chapter: Chapter | None, anchor: str) -> None:
        if self.reader is None or self.reader.case.id != case.id:
            self._clear()
            self.reader = CaseReader(case, self.state)
            self.reader.link_requested.connect(self.link_requested)
            self.reader.announced.connect(self.announced)
            self.reader.place_changed.connect(self.place_changed)
            self._stack.addWidget(self.reader)
        if chapter is not None:
            self.reader.show_chapter(chapter, anchor)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _clear(self) -> None:
        for widget in (self.chooser, self.reader):
            if widget is not None:
                self._stack.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.chooser = self.reader = None

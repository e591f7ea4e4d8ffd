"""Reading a case: the chapters at the left, one chapter beside them; where there is no room, a bar above it."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.reader.closing import chapter_link, neighbours, numbered
from r2p_app.ui.reader.contents import ContentsMenu, ContentsPanel
from r2p_app.ui.reader.progress import keep, place_to_open, share_read
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.sheet import WITH_MARGIN
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row

_PANEL = 228
_KEPT = 4
"""Chapters kept ready, so that going back and forth is immediate."""


class CaseReader(QWidget):
    """Reads the chapters of one case.

    Signals:
        link_requested: A link was chosen.
        announced: Words for a screen reader.
        place_changed: Another chapter or place is in view.
    """

    link_requested = Signal(str)
    announced = Signal(str)
    place_changed = Signal()

    def __init__(self, case: Case, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self._state = case, state
        self._chapters = state.library.chapters(case)
        self._views: OrderedDict[str, ChapterScroll] = OrderedDict()
        self._panel = ContentsPanel(case, self._chapters)
        self._panel.link_requested.connect(self.link_requested)
        self._stack = QStackedWidget()
        self._build_layout()
        for keys, slot in (("Ctrl+PgUp", self._on_previous_activated), ("Ctrl+PgDown", self._on_next_activated)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def view(self) -> ChapterScroll | None:
        """The chapter in view, None in a case without chapters."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, ChapterScroll) else None

    @property
    def place(self) -> Link:
        """The link that restores the view."""
        if self.view is None:
            return Link("case", (self.case.id,))
        return chapter_link(self.case, self.view.sheet.chapter.id, self.view.place)

    def show_chapter(self, chapter: Chapter, anchor: str = "") -> None:
        """Show a chapter at an anchor, or where the reader left it."""
        is_new = chapter.id not in self._views
        view = self._view_of(chapter)
        if anchor or is_new or self.view is not view:
            progress = self._state.store.reading.all_progress()
            view.go_to(anchor or place_to_open(progress, chapter))
        focus = QApplication.focusWidget()
        leaves_focus = self.view is not view and focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(view)
        if leaves_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setText(numbered(self.case, chapter))
        self.show_progress()

    def show_progress(self) -> None:
        """Show what is finished and how much is read."""
        progress = self._state.store.reading.all_progress()
        shown = self.view.sheet.chapter.id if self.view is not None else ""
        self._panel.show_state(shown, progress, share_read(progress, self._state.library, self.case))

    def first_focus(self) -> QWidget | None:
        """The text, so that the keys which scroll do so at once."""
        return self.view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing in the chapter wanted scroll it."""
        if self.view is None or not self.view.scroll_by_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the panel into the bar where it would take the margin's room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold the panel where larger text leaves no room for it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        has_room = self.width() >= current().px(_PANEL + WITH_MARGIN)
        self._holder.setVisible(has_room)
        self._bar.setVisible(not has_room)

    def _build_layout(self) -> None:
        self._holder = _PanelScroll()
        self._panel.setContentsMargins(9 * GRID, 7 * GRID, 0, 4 * GRID)
        self._holder.setWidget(self._panel)
        self._bar = QWidget()
        self._opener = button(self.tr("Chapters"), "secondary")
        self._opener.clicked.connect(self._on_opener_clicked)
        self._title = label("", TextRole.SMALL, tone="muted")
        bar: QHBoxLayout = row(self._opener, self._title, into=self._bar, margins=(9 * GRID, 2 * GRID, 9 * GRID, GRID))
        bar.setStretch(1, 1)
        beside: QVBoxLayout = column(self._bar, self._stack, spacing=0)
        beside.setStretch(1, 1)
        outer = row(self._holder, into=self, spacing=0)
        outer.addLayout(beside, 1)

    def _view_of(self, chapter: Chapter) -> ChapterScroll:
        if (view := self._views.get(chapter.id)) is not None:
            self._views.move_to_end(chapter.id)
            return view
        view = ChapterScroll(self.case, chapter, self._state, self._stack)
        view.sheet.link_requested.connect(self.link_requested)
        view.sheet.announced.connect(self.announced)
        view.place_settled.connect(self._on_view_place_settled)
        self._stack.addWidget(view)
        self._views[chapter.id] = view
        if len(self._views) > _KEPT:
            self._drop(next(iter(self._views)))
        return view

    def _drop(self, chapter_id: str) -> None:
        view = self._views.pop(chapter_id)
        self._stack.removeWidget(view)
        view.deleteLater()

    @Slot(str, object)
    def _on_view_place_settled(self, anchor: str, seen: tuple[str, ...]) -> None:
        if self.view is not None and keep(self._state.store, self.view.sheet.chapter, anchor, seen):
            self.show_progress()
            self._state.note(Changes.READING)
        self.place_changed.emit()

    @Slot()
    def _on_opener_clicked(self) -> None:
        if self.view is None:
            return
        progress = self._state.store.reading.all_progress()
        menu = ContentsMenu(self.case, self._chapters, self.view.sheet.chapter.id, progress, self)
        menu.link_requested.connect(self.link_requested)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._opener.mapToGlobal(self._opener.rect().bottomLeft()))

    @Slot()
    def _on_previous_activated(self) -> None:
        self._go_beside(0)

    @Slot()
    def _on_next_activated(self) -> None:
        self._go_beside(1)

    def _go_beside(self, side: int) -> None:
        if self.view is not None:
            chapter = neighbours(self.case, self.view.sheet.chapter, self._state.library)[side]
            if chapter is not None:
                self.link_requested.emit(str(chapter_link(self.case, chapter.id)))


class _PanelScroll(QScrollArea):
    """Scrolls a panel that is higher than the window; keys scroll the chapter, not the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()

"""Reading a case: the chapters at the left, one chapter beside them; where there is no room, a bar above it."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.notes.undo import UndoBar
from r2p_app.ui.reader.actions import ChapterMarking
from r2p_app.ui.reader.closing import chapter_link, neighbours, numbered
from r2p_app.ui.reader.contents import ContentsMenu, ContentsPanel
from r2p_app.ui.reader.find import ChapterFinder
from r2p_app.ui.reader.find_bar import FindBar
from r2p_app.ui.reader.listen import ListenBar
from r2p_app.ui.reader.progress import keep, place_to_open, share_read
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.sheet import WITH_MARGIN
from r2p_app.ui.reader.tools import Tool, ToolRow, is_plain
from r2p_app.ui.reader.utterances import utterances
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row

if TYPE_CHECKING:
    from r2p_app.ui.printing.printing import ChapterPrinting

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
        self._has_caret = False
        self._printing: ChapterPrinting | None = None
        self._panel = ContentsPanel(case, self._chapters)
        self._panel.link_requested.connect(self.link_requested)
        self._stack = QStackedWidget(self)
        self.undo, self.find_bar, self.listen_bar = UndoBar(self), FindBar(self), ListenBar(parent=self)
        self.finder = ChapterFinder(self.find_bar)
        self.marking = ChapterMarking(state, self.undo, self)
        self.marking.announced.connect(self.announced)
        self.listen_bar.spoken.connect(self._on_listen_bar_spoken)
        self._build_layout()
        for keys, slot in (
            ("Ctrl+PgUp", self._on_previous_activated),
            ("Ctrl+PgDown", self._on_next_activated),
            ("Ctrl+F", self.open_find),
            ("Ctrl+P", self.print_chapter),
            ("F7", self._on_caret_activated),
        ):
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
        if self.view is not view:
            self.listen_bar.dismiss()
        self._stack.setCurrentWidget(view)
        self.marking.show_in(view)
        self.finder.show_in(view)
        if leaves_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setText(numbered(self.case, chapter))
        self.show_progress()

    def show_progress(self) -> None:
        """Show what is finished and how much is read."""
        progress = self._state.store.reading.all_progress()
        shown = self.view.sheet.chapter.id if self.view is not None else ""
        self._panel.show_state(shown, progress, share_read(progress, self._state.library, self.case))

    def show_marks(self) -> None:
        """Show what is marked by now."""
        for view in self._views.values():
            view.marks.refresh()

    @Slot()
    def open_find(self) -> None:
        """Open the bar for finding words, with those that are selected."""
        if self.view is not None:
            target = self.marking.selected()
            run = target.run if target is not None else None
            self.finder.open(self.view, run.textCursor().selectedText() if run is not None else "")

    @Slot()
    def listen(self) -> None:
        """Read aloud from the paragraph that one is at. Where words were looked for, their bar makes room."""
        if self.view is not None:
            if self.find_bar.isVisible():
                self.find_bar.dismiss()
            is_start = not self.view.place
            self.listen_bar.open(utterances(self.view.sheet.chapter), "" if is_start else self.view.passage)

    @Slot()
    def print_chapter(self) -> None:
        """Have the chapter on paper."""
        if self.view is not None:
            from r2p_app.ui.printing.printing import ChapterPrinting

            if self._printing is None:
                self._printing = ChapterPrinting(self._state, self)
            self._printing.open(self.case, self.view.sheet.chapter)

    def tools(self) -> tuple[Tool, ...]:
        """Return what can be done with the chapter in view."""
        return (
            Tool(self.tr("Find in this chapter"), "search", "Ctrl+F", self.open_find),
            *self.marking.tools(),
            Tool(self.tr("Read aloud"), "volume-2", "", self.listen),
            Tool(self.tr("Save as PDF, to print"), "printer", "Ctrl+P", self.print_chapter),
        )

    def first_focus(self) -> QWidget | None:
        """The text, so that the keys which scroll do so at once."""
        return self.view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters mark, Esc closes a bar; other keys that nothing in the chapter wanted scroll it."""
        tool = next((tool for tool in self.marking.tools() if is_plain(event, tool.keys)), None)
        bar = next((bar for bar in (self.find_bar, self.listen_bar) if bar.isVisible()), None)
        if tool is not None:
            tool.run()
        elif event.key() == Qt.Key.Key_Escape and bar is not None:
            bar.dismiss()
        elif self.view is None or not self.view.scroll_by_key(event):
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
        self._opener.setVisible(not has_room)
        policy = self._title.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._title.setSizePolicy(policy)
        self._title.setVisible(not has_room)

    def _build_layout(self) -> None:
        self._holder = _PanelScroll()
        self._panel.setContentsMargins(9 * GRID, 7 * GRID, 0, 4 * GRID)
        self._holder.setWidget(self._panel)
        self._bar = QWidget()
        self._opener = button(self.tr("Chapters"), "secondary")
        self._opener.clicked.connect(self._on_opener_clicked)
        self._title = label("", TextRole.SMALL, tone="muted")
        margins = (9 * GRID, GRID, 9 * GRID, GRID)
        bar: QHBoxLayout = row(self._opener, self._title, ToolRow(self.tools()), into=self._bar, margins=margins)
        bar.setStretch(1, 1)
        beside: QVBoxLayout = column(
            self._bar, *map(_indented, (self.find_bar, self.listen_bar)), self._stack, _indented(self.undo), spacing=0
        )
        beside.setStretch(3, 1)
        self._stack.setMinimumHeight(1)  # in low windows with large text the bars keep their height
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
        view.marks.chosen.connect(self.marking.edit)
        view.menu_requested.connect(self._on_view_menu_requested)
        view.turn_caret(self._has_caret)
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

    @Slot(object)
    def _on_view_menu_requested(self, at: QPoint) -> None:
        self.marking.open_menu(at, (Tool(self.tr("Read aloud from here"), "", "", self.listen),))

    @Slot(str)
    def _on_listen_bar_spoken(self, anchor: str) -> None:
        if self.view is not None:
            self.view.show_spoken(anchor)

    @Slot()
    def _on_caret_activated(self) -> None:
        self._has_caret = not self._has_caret
        for view in self._views.values():
            view.turn_caret(self._has_caret and view is self.view)
        on, off = self.tr("The arrow keys move a caret in the text."), self.tr("The arrow keys scroll.")
        self.announced.emit(on if self._has_caret else off)

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


def _indented(bar: QWidget) -> QWidget:
    """Return a holder that has a bar stand in from the edges; it takes no room while the bar is hidden."""
    holder = QWidget()
    row(bar, into=holder, margins=(9 * GRID, 0, 9 * GRID, 0))
    return holder


class _PanelScroll(QScrollArea):
    """Scrolls a panel that is higher than the window; keys scroll the chapter, not the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """As the panel asks now: Qt remembers what it asked before it was hidden, at another size of text."""
        panel = self.widget()
        return panel.sizeHint() if panel is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()

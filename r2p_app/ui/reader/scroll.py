"""The window onto a chapter: keeps the reader's place through every change of layout, and tells what was read."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from r2p_app.content.model import Case, Chapter
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.reader.run import ARROWS, RunView
from r2p_app.ui.reader.sheet import ChapterSheet
from r2p_app.ui.reader.signs import ChapterMarks
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.widgets.basic import restyle
from r2p_app.ui.widgets.marked import SPOKEN, Marked

_ABOVE = 16
"""Pixels left free above a place that was gone to."""

_SETTLED = 400
"""Milliseconds for which text must stay in view to count as read, and the view to be kept."""

_FIRST_PAINT = 20
"""Milliseconds that are left to the window to paint what is in view, before the rest is made."""

_SLICE = 0.008
"""Seconds for which the rest is made between two events."""

_SPOKEN = "spoken"
_KEYS = {
    Qt.Key.Key_PageUp: "page-up",
    Qt.Key.Key_PageDown: "page-down",
    Qt.Key.Key_Space: "page-down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_Up: "line-up",
    Qt.Key.Key_Down: "line-down",
}


class ChapterScroll(QScrollArea):
    """Shows the sheet of one chapter.

    Signals:
        place_settled: The view has come to rest: the anchor at its top, and the anchors read since the last time.
        menu_requested: What can be done with the words selected is asked for, at this place of the screen.
    """

    place_settled = Signal(str, object)
    menu_requested = Signal(object)

    def __init__(self, case: Case, chapter: Chapter, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet = ChapterSheet(case, chapter, state, self.viewport())
        self.marks = ChapterMarks(sheet, Marks(state))
        self._has_caret = False
        self._held = ("", 0)
        self._is_moving = False
        self._settle = _timer(self, _SETTLED)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._completion = _timer(self, 0)
        self._completion.timeout.connect(self._on_completion_timeout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        self.setAccessibleName(chapter.title)
        self.setWidget(sheet)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        sheet.laid_out.connect(self._on_sheet_laid_out)
        sheet.place_requested.connect(self.go_to)
        sheet.area_requested.connect(self._on_sheet_area_requested)
        sheet.run_made.connect(self._follow)
        for run in sheet.runs:
            self._follow(run)

    @property
    def place(self) -> str:
        """The block at the top of the view, "" at the beginning of the chapter."""
        return self._held[0]

    @property
    def passage(self) -> str:
        """The paragraph one is at: that with the focus, else the first that begins in view; "" where there is none."""
        top, last = self.verticalScrollBar().value(), ""
        bottom = top + self.viewport().height()
        if focused := self._focused_passage(top, bottom):
            return focused
        for run in self.sheet.runs:
            if run.y() >= bottom:
                break
            for anchor, (start, _) in run.places.words.items():
                if top <= run.y() + run.position_top(start) < bottom:
                    return anchor
                last = anchor if run.y() + run.height() > top else ""
        return last

    def turn_caret(self, is_on: bool) -> None:
        """Let the arrow keys move a caret through the text, or scroll again."""
        self._has_caret = is_on
        for run in self.sheet.runs:
            run.has_caret = is_on
        if is_on:
            self.enter_text()

    def enter_text(self) -> RunView | None:
        """Put the caret at the beginning of the paragraph one is at, unless it is in the text."""
        anchor = self.passage
        for run in self.sheet.runs:
            if run.hasFocus():
                return run
            if anchor in run.places.words:
                run.put_caret(run.places.words[anchor][0])
                return run
        return None

    @Slot(str)
    def go_to(self, anchor: str) -> None:
        """Show a block at the top of the view; "" is the beginning."""
        self._held = (anchor, -_ABOVE if anchor else 0)
        self._lay_out()
        self._restore()
        if self.isVisible():
            self._settle.start()

    def show_spoken(self, anchor: str) -> None:
        """Mark the paragraph that is read aloud and keep it in view; "" for none."""
        for run in self.sheet.runs:
            words = run.places.words.get(anchor)
            run.mark(_SPOKEN, [Marked(*words, SPOKEN)] if words is not None else [])
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if anchor and not top <= self.sheet.top_of(anchor) < top + height * 2 // 3:
            self.go_to(anchor)

    def show_area(self, area: QRect) -> None:
        """Bring an area of the sheet into view, with some room around it."""
        self._on_sheet_area_requested(area)

    def step(self, where: str) -> None:
        """Scroll by one of: line-up, line-down, page-up, page-down, home, end."""
        bar = self.verticalScrollBar()
        line = current().px(27)
        page = max(line, self.viewport().height() - 2 * line)
        by = {"line-up": -2 * line, "line-down": 2 * line, "page-up": -page, "page-down": page}
        target = {"home": bar.minimum(), "end": bar.maximum()}
        bar.setValue(target.get(where, bar.value() + by.get(where, 0)))

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll as a key asks; return whether it asks for that."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            return False
        is_back = event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.step("page-up" if is_back else step)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or begin to select; other keys belong to the page."""
        selects = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in ARROWS
        if selects and (run := self.enter_text()) is not None:
            run.keyPressEvent(event)
        elif not self.scroll_by_key(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chapter out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch what is read; what is not in view is made once the rest is on the screen."""
        super().showEvent(event)
        self._lay_out()
        self._completion.start(_FIRST_PAINT)
        self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not in view is not read."""
        super().hideEvent(event)
        self._completion.stop()
        self._settle.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring only to who came by keyboard: otherwise it would frame the text for as long as one reads."""
        super().focusInEvent(event)
        restyle(self, ring=event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        restyle(self, ring=False)

    def _lay_out(self) -> None:
        """Lay the chapter out for the present width, and make what is seen from the place held."""
        if self.sheet.width() or self.isVisible():
            self.sheet.lay_out(self.viewport().width(), self._held[0], self.viewport().height() + 2 * _ABOVE)

    def _restore(self) -> None:
        """Put the place that is held back to where it was in the view."""
        anchor, offset = self._held
        self._is_moving = True
        self.verticalScrollBar().setValue(max(0, self.sheet.top_of(anchor) + offset) if anchor else 0)
        self._is_moving = False

    def _focused_passage(self, top: int, bottom: int) -> str:
        focused = (
            run for run in self.sheet.runs if run.hasFocus() and run.y() < bottom and run.y() + run.height() > top
        )
        run = next(focused, None)
        return run.places.passage_at(run.textCursor().position()) if run is not None else ""

    @Slot(object)
    def _follow(self, run: RunView) -> None:
        run.has_caret = self._has_caret
        run.selection_made.connect(self._on_run_selection_made)
        run.menu_requested.connect(self.menu_requested)
        run.left.connect(self._on_run_left)
        run.caret_moved.connect(self._on_run_caret_moved)

    @Slot()
    def _on_run_selection_made(self) -> None:
        """Only one run has words selected."""
        sender = self.sender()
        if isinstance(sender, RunView) and sender.selected is not None:
            for run in self.sheet.runs:
                if run is not sender and run.textCursor().hasSelection():
                    run.clear_selection()

    @Slot(bool)
    def _on_run_left(self, is_forward: bool) -> None:
        runs = list(self.sheet.runs)
        at = next((index for index, run in enumerate(runs) if run is self.sender()), 0) + (1 if is_forward else -1)
        if 0 <= at < len(runs):
            runs[at].put_caret(0 if is_forward else runs[at].document().characterCount() - 1)
            self._show_caret(runs[at], runs[at].cursorRect())

    @Slot(QRect)
    def _on_run_caret_moved(self, area: QRect) -> None:
        sender = self.sender()
        if isinstance(sender, RunView):
            self._show_caret(sender, area)

    def _show_caret(self, run: RunView, area: QRect) -> None:
        self.show_area(area.translated(run.pos()))

    @Slot()
    def _on_sheet_laid_out(self) -> None:
        self._restore()

    @Slot(QRect)
    def _on_sheet_area_requested(self, area: QRect) -> None:
        centre = area.center()
        self.ensureVisible(centre.x(), centre.y(), 0, area.height() // 2 + 3 * _ABOVE)

    @Slot(int)
    def _on_scroll_bar_value_changed(self, value: int) -> None:
        if not self._is_moving:
            anchor = self.sheet.anchor_at(value + _ABOVE + 1) if value > 0 else ""
            self._held = (anchor, value - self.sheet.top_of(anchor) if anchor else 0)
            self.sheet.make_between(value, value + self.viewport().height())
        if self.isVisible():
            self._settle.start()

    @Slot()
    def _on_completion_timeout(self) -> None:
        if self.sheet.make_more(_SLICE, self.verticalScrollBar().value()):
            self._completion.start(0)

    @Slot()
    def _on_settle_timeout(self) -> None:
        top = self.verticalScrollBar().value()
        self.place_settled.emit(self.place, self.sheet.ended_between(top, top + self.viewport().height()))


def _timer(owner: QWidget, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer

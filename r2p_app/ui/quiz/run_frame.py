"""Where the parts of a run stand: its head, the question that scrolls, and the bar that is always in reach."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QSizePolicy, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.quiz import QuizSession
from r2p_app.ui.quiz.clock import RunClock
from r2p_app.ui.quiz.question import QuestionView, replace
from r2p_app.ui.quiz.run_words import place_words
from r2p_app.ui.quiz.tools import RunTools
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Rule, button, column, label, row
from r2p_app.ui.widgets.fitted_scroll import FittedScroll

_WIDTH = 860
_SCROLL_STEPS = {Qt.Key.Key_Up: -0.1, Qt.Key.Key_Down: 0.1, Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_PageDown: 0.9}
"""Keys that scroll from anywhere in the run, as a share of what is seen."""


class RunHead(QWidget):
    """Where one stands in a run, how to leave it, and what can be done besides answering.

    Signals:
        pause_requested: The learner wants to leave.
    """

    pause_requested = Signal()

    def __init__(self, tools: RunTools, clock: RunClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = label("", TextRole.BODY, tone="muted", wrap=False)
        self._pause = button("", "quiet")
        self._pause.clicked.connect(self.pause_requested)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Questions answered"))
        self._tools = tools
        line = row(self._where, spacing=2 * GRID)
        line.addStretch(1)
        line.addWidget(self._pause)
        lines = column(into=self, spacing=GRID)
        lines.addLayout(line)
        for widget in (self._progress, tools, clock):
            lines.addWidget(widget)

    @property
    def words(self) -> str:
        """Where one stands."""
        return self._where.text()

    def show_session(self, library: Library, session: QuizSession, question: QuestionBase, *, is_review: bool) -> None:
        """Say where one stands."""
        self._where.setText(place_words(library, session, question))
        self._progress.setMaximum(len(session.questions))
        self._progress.setValue(len(session.attempts))
        self._pause.setText(self.tr("Esc: to the summary") if is_review else self.tr("Esc to pause · saved"))
        name = self.tr("Back to the summary") if is_review else self.tr("Pause; everything answered is saved")
        self._pause.setAccessibleName(name)
        self._tools.show_session(session, question, is_review=is_review)


class RunFrame(QWidget):
    """Holds a head and one question after another; a line parts the bar from a question that is scrolled."""

    def __init__(self, head: RunHead, view: QuestionView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        inner, below = QWidget(), QWidget()
        self.area = FittedScroll(_centred(inner))
        self._edge = Rule()
        self._edge.hide()
        self._fixed = _centred(head, top=6 * GRID), _centred(below, top=2 * GRID, bottom=4 * GRID)
        for holder in self._fixed:
            holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        top, bottom = self._fixed
        column(top, self.area, self._edge, bottom, into=self, spacing=0).addStretch(1)
        self._columns = (head, inner, below)
        self._set_width()
        # Last, into what stands in its place: every part of a widget is styled anew as often as the widget moves.
        self._holder = column(view, into=inner, margins=(0, 4 * GRID, 0, 2 * GRID))
        self._foot = column(view.bar, into=below)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_scroll_bar_range_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def show_view(self, view: QuestionView) -> None:
        """Put a question where the last one was."""
        old, self._view = self._view, view
        replace(self._holder, old, view)
        replace(self._foot, old.bar, view.bar)

    def scroll_to_start(self) -> None:
        """Show the question from its beginning."""
        self.area.verticalScrollBar().setValue(0)

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Scroll by key; return whether it was one that scrolls."""
        step = _SCROLL_STEPS.get(Qt.Key(event.key()))
        if step is not None:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + round(step * bar.pageStep()))
        return step is not None

    def changeEvent(self, event: QEvent) -> None:
        """Let the column grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_width()

    def _set_width(self) -> None:
        for widget in self._columns:
            widget.setMaximumWidth(current().px(_WIDTH))

    @Slot(int, int)
    def _on_scroll_bar_range_changed(self, _least: int, most: int) -> None:
        """Part the bar from what is scrolled, and keep head and bar in line with it beside the scroll bar."""
        self._edge.setVisible(most > 0)
        beside = self.area.verticalScrollBar().sizeHint().width() if most > 0 else 0
        for holder in self._fixed:
            margins = holder.contentsMargins()
            margins.setRight(beside)
            holder.setContentsMargins(margins)

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, before: QWidget | None, focused: QWidget | None) -> None:
        """Keep what has the focus in view; where it comes from elsewhere, a question opens at its beginning."""
        if before is None or focused is None or not self._view.isAncestorOf(focused):
            return
        if self._view.isAncestorOf(before) or self._view.bar.isAncestorOf(before):
            self.area.ensureWidgetVisible(focused, 0, current().px(16))


def _centred(widget: QWidget, *, top: int = 0, bottom: int = 0) -> QWidget:
    """Return a holder in whose middle the widget stands; the margins leave room for the scroll bar."""
    holder = QWidget()
    layout = row(into=holder, margins=(9 * GRID, top, 9 * GRID, bottom), spacing=0)
    layout.addStretch(1)
    layout.addWidget(widget, 1000)
    layout.addStretch(1)
    return holder

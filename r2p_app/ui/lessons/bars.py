"""Above and below what a presenter sees: where the lesson stands, its time, and the buttons that lead through it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.format import EN_DASH
from r2p_app.ui.lessons.edges import clock_words, edges
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow

FOLD_AT = 900
"""The width of the window under which things stand below each other."""

_MARGINS = (6 * GRID, 3 * GRID, 6 * GRID, 3 * GRID)


class LessonBar(QWidget):
    """Above: the lesson, its step, its time against plan; a blank screen, the projector, the end.

    Signals:
        projector_requested: Open the projector's window.
    """

    projector_requested = Signal()

    def __init__(self, running: RunningLesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self._running = running
        self.where = label("", TextRole.BODY, tone="muted")
        self.plan = label("", TextRole.BODY)
        self.blank = button(self.tr("Blank (B)"), "secondary")
        self.projector = button(self.tr("Projector"), "secondary")
        self.end = button(self.tr("End"), "secondary")
        self.blank.setCheckable(True)
        self._build_layout()
        self.blank.clicked.connect(running.toggle_blank)
        self.projector.clicked.connect(self.projector_requested)
        self.end.clicked.connect(running.end)
        running.blank_changed.connect(self.blank.setChecked)
        running.slide_changed.connect(self._on_running_moved)
        running.ticked.connect(self._on_running_moved)
        self._on_running_moved()

    def _build_layout(self) -> None:
        line = FoldingRow(FOLD_AT, spacing=4 * GRID)
        line.addWidget(label(self._running.lesson.title, TextRole.BODY_STRONG), 2)
        line.addWidget(self.where, 1)
        line.addWidget(self.plan, 1)
        buttons = FlowLayout(spacing=2 * GRID)
        for made in (self.blank, self.projector, self.end):
            buttons.addWidget(made)
        line.addLayout(buttons)
        column(into=self, margins=_MARGINS).addLayout(line)

    @Slot()
    def _on_running_moved(self) -> None:
        clock = self._running.pace()
        self.where.setText(edges(self._running).head)
        words = self.tr("Plan %1 · now %2").replace("%1", clock_words(clock.planned))
        late = self.tr(" · %1 behind").replace("%1", clock_words(clock.late)) if clock.late else ""
        self.plan.setText(words.replace("%2", clock_words(clock.elapsed)) + late)


class StepsBar(QWidget):
    """Below: back and on, past the rest of a step, what the step has left, and whether the class sees that.

    Signals:
        back_requested: Go back.
        next_requested: Go on.
    """

    back_requested = Signal()
    next_requested = Signal()

    def __init__(self, running: RunningLesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self._running = running
        self.back, self.next = button(self.tr("Back"), "secondary"), button(self.tr("Next"), "primary")
        self.skip = button(self.tr("Next step"))
        self.clock = label("", TextRole.H1, wrap=False, is_heading=False)
        self.clock_shown = button(self.tr("Show the class the time"))
        self.clock_shown.setCheckable(True)
        line = row(into=self, margins=_MARGINS, spacing=4 * GRID)
        line.addStretch(1)
        for made in (self.back, self.clock, self.next, self.skip, self.clock_shown):
            line.addWidget(made)
        line.addStretch(1)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.skip.clicked.connect(running.next_step)
        self.clock_shown.clicked.connect(running.toggle_clock)
        running.slide_changed.connect(self._on_running_moved)
        running.ticked.connect(self._on_running_moved)
        self._on_running_moved()

    def enable(self, *, back: bool, on: bool) -> None:
        """Say whether there is anything to go back and on to."""
        self.back.setEnabled(back)
        self.next.setEnabled(on)

    @Slot()
    def _on_running_moved(self) -> None:
        slide = self._running.slide
        self.skip.setEnabled(slide.step + 1 < len(self._running.lesson.steps))
        self.clock.setText(clock_words(self._running.pace().left) if slide.step >= 0 else EN_DASH)

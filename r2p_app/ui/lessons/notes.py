"""The teacher's notes on the step that is taught, which the class never sees."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label


class NotesCard(Card):
    """Notes, what happens, materials, and what is at hand for those who need something else."""

    def __init__(self, running: RunningLesson, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._running = running
        self._shown: list[tuple[str, str]] = []
        self._box = column(spacing=2 * GRID)
        self.body.addLayout(self._box)
        self.body.addStretch(1)
        running.slide_changed.connect(self._on_running_slide_changed)
        self._on_running_slide_changed()

    @Slot()
    def _on_running_slide_changed(self) -> None:
        said = self._said()
        if said == self._shown:
            return
        self._shown = said
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (heading, words) in enumerate(said):
            self._box.addWidget(label(heading, TextRole.H3))
            self._box.addWidget(label(words, TextRole.BODY if place else TextRole.READING))

    def _said(self) -> list[tuple[str, str]]:
        """Return headings and words; the notes come first, larger than the rest."""
        lesson, step = self._running.lesson, self._running.step
        before = self.tr("The clock starts with the first step.")
        found = [
            (self.tr("Notes"), step.teacher_note if step is not None else before),
            (self.tr("What happens"), step.activity if step is not None else ""),
            (self.tr("Materials"), " · ".join(step.materials) if step is not None else ""),
            (self.tr("For those who need another task"), lesson.exit_route),
            (self.tr("Adaptations"), " ".join(lesson.adaptations)),
        ]
        return [(heading, words) for heading, words in found if words]

"""Changing a teacher's own lesson: order, minutes, words, what is shown. Every change is handed on at once."""

from typing import Any

from msgspec import structs
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Lesson, LessonStep
from r2p_app.lessons import plan
from r2p_app.ui.lessons.step_editor import StepEditor, titled
from r2p_app.ui.lessons.words import minutes_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout

_WIDTH = 900


class LessonEditor(ScrollPage):
    """A teacher's own lesson with every field that may be changed.

    Signals:
        changed: The lesson as it is now, to be saved.
        done_requested: The teacher has finished.
        announced: What a screen reader should say.
    """

    changed = Signal(object)
    done_requested = Signal()
    announced = Signal(str)

    def __init__(self, library: Library, lesson: Lesson, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._library, self.lesson = library, lesson
        self._dropped: tuple[int, LessonStep] | None = None
        self._build_head()
        self._holder = QWidget()
        self._box = column(into=self._holder, spacing=4 * GRID)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.steps: list[StepEditor] = []
        self._fill()

    def _build_head(self) -> None:
        self.body.addWidget(label(self.tr("Change your lesson"), TextRole.H1))
        self.body.addWidget(label(self.tr("Every change is saved at once, in a file of your own."), tone="muted"))
        self.title = QLineEdit(self.lesson.title)
        self.title.setAccessibleName(self.tr("Title"))
        self.body.addLayout(titled(self.tr("Title"), self.title))
        self.length = label("", TextRole.BODY_STRONG)
        self.undo = button(self.tr("Put the step back"), "secondary")
        self.undo.hide()
        self.done = button(self.tr("Done"), "primary")
        line = FlowLayout(spacing=3 * GRID)
        for widget in (self.length, self.undo, self.done):
            line.addWidget(widget)
        self.body.addLayout(line)
        self.title.editingFinished.connect(self._on_title_editing_finished)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.done.clicked.connect(self.done_requested)

    def _fill(self, focus: int = -1) -> None:
        """Make the steps anew; their number or order has changed."""
        for old in self.steps:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        count = len(self.lesson.steps)
        self.steps = [StepEditor(self._library, step, i + 1, count) for i, step in enumerate(self.lesson.steps)]
        for editor in self.steps:
            editor.changed.connect(self._on_step_changed)
            editor.swapped.connect(self._on_step_swapped)
            editor.move_requested.connect(self._on_step_move_requested)
            editor.drop_requested.connect(self._on_step_drop_requested)
            self._box.addWidget(editor)
        self._show_length()
        if focus >= 0:
            self.steps[focus].minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_length(self) -> None:
        self.length.setText(self.tr("In all %1").replace("%1", minutes_words(plan.minutes(self.lesson))))

    def _take(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self._show_length()
        self.changed.emit(lesson)

    def _sender_place(self) -> int:
        return self.steps.index(self.sender())  # type: ignore[arg-type]

    @Slot(object)
    def _on_step_changed(self, fields: dict[str, Any]) -> None:  # Any: a field has text or a number
        self._take(plan.changed(self.lesson, self._sender_place(), **fields))

    @Slot(str, str)
    def _on_step_swapped(self, old: str, new: str) -> None:
        place = self._sender_place()
        self._take(plan.swapped(self.lesson, place, old, new))
        self._fill(place)

    @Slot(int)
    def _on_step_move_requested(self, by: int) -> None:
        place = self._sender_place()
        self._take(plan.moved(self.lesson, place, by))
        self._fill(place + by)
        words = self.tr("Step %1 is now step %2")
        self.announced.emit(words.replace("%1", str(place + 1)).replace("%2", str(place + by + 1)))

    @Slot()
    def _on_step_drop_requested(self) -> None:
        place = self._sender_place()
        self._dropped = place, self.lesson.steps[place]
        self._take(plan.without(self.lesson, place))
        self._fill(min(place, len(self.lesson.steps) - 1))
        self.undo.show()
        self.announced.emit(self.tr("Step %1 was dropped").replace("%1", str(place + 1)))

    @Slot()
    def _on_undo_clicked(self) -> None:
        assert self._dropped is not None
        place, step = self._dropped
        self._take(plan.restored(self.lesson, place, step))
        self._dropped = None
        self.undo.hide()
        self._fill(place)

    @Slot()
    def _on_title_editing_finished(self) -> None:
        words = " ".join(self.title.text().split())
        if words and words != self.lesson.title:
            self._take(structs.replace(self.lesson, title=words))
        elif not words:
            with QSignalBlocker(self.title):
                self.title.setText(self.lesson.title)

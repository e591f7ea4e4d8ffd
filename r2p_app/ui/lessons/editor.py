"""Changing a teacher's own lesson: order, minutes, words, what is shown. Every change is handed on at once."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Lesson, LessonStep
from r2p_app.lessons import plan
from r2p_app.ui.lessons.words import form_label, minutes_words
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.records.summary import title

translate = QCoreApplication.translate

_WIDTH = 900
_LINES = 3
"""Lines of a field for longer text before it scrolls."""


class UsedRecord(QWidget):
    """One thing that a step shows. A question can be swapped for another of the case; anything can be left out.

    Signals:
        swapped: The record with the first id gives place to the one with the second ("" for none).
    """

    swapped = Signal(str, str)

    def __init__(self, library: Library, name: str, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        shown = title(library, name) if name in library else name
        kind = kind_label(library.kind_of(name).name) if name in library else self.tr("Not in this collection")
        self.leave_out = button(self.tr("Leave out"), "quiet", name=self.tr("Leave out: %1").replace("%1", shown))
        self.leave_out.clicked.connect(self._on_leave_out_clicked)
        self.other: QComboBox | None = None
        if choices:
            self.other = self._combo(library, choices, kind)
            words: QWidget = self.other
        else:
            words = label(f"{kind}: {shown}", TextRole.SMALL)
        line = row(words, self.leave_out, into=self)
        line.setStretch(0, 1)

    def _combo(self, library: Library, choices: Sequence[str], kind: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(kind)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(24)
        for name in choices:
            made.addItem(title(library, name), name)
            made.setItemData(made.count() - 1, title(library, name), Qt.ItemDataRole.ToolTipRole)
        made.setCurrentIndex(list(choices).index(self._name))
        made.activated.connect(self._on_other_activated)
        return made

    @Slot()
    def _on_leave_out_clicked(self) -> None:
        self.swapped.emit(self._name, "")

    @Slot(int)
    def _on_other_activated(self, place: int) -> None:
        assert self.other is not None
        if (chosen := self.other.itemData(place)) != self._name:
            self.swapped.emit(self._name, chosen)


class StepEditor(Card):
    """The fields of one step.

    Signals:
        changed: Fields of the step, by name, have other values.
        swapped: Another record is shown in the place of one.
        move_requested: Move the step up (-1) or down (1).
        drop_requested: Drop the step.
    """

    changed = Signal(object)
    swapped = Signal(str, str)
    move_requested = Signal(int)
    drop_requested = Signal()

    def __init__(
        self, library: Library, step: LessonStep, number: int, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        name = self.tr("Step %1").replace("%1", str(number))
        self.setAccessibleName(f"{name}: {step.heading}")
        self.minutes = QSpinBox()
        self.minutes.setRange(1, plan.MOST_MINUTES)
        self.minutes.setValue(step.minutes)
        self.minutes.setSuffix(" " + self.tr("min"))
        self.minutes.setAccessibleName(self.tr("Minutes of step %1").replace("%1", str(number)))
        self.up = button(self.tr("Up"), name=self.tr("Move step %1 up").replace("%1", str(number)))
        self.down = button(self.tr("Down"), name=self.tr("Move step %1 down").replace("%1", str(number)))
        self.drop = button(self.tr("Drop"), name=self.tr("Drop step %1").replace("%1", str(number)))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        self.drop.setEnabled(count > 1)
        head = FlowLayout(spacing=2 * GRID)
        for widget in (label(name, TextRole.BODY_STRONG, wrap=False), self.minutes, self.up, self.down, self.drop):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.body.addWidget(label(form_label(step.form), TextRole.SMALL, tone="muted"))
        self.heading = self._line(self.tr("Heading on the projector"), step.heading, "heading")
        self.prompt = self._text(self.tr("What the class reads"), step.prompt, "prompt")
        self.activity = self._text(self.tr("What happens"), step.activity, "activity")
        self.note = self._text(self.tr("Your notes (never on the projector)"), step.teacher_note, "teacher_note")
        self._add_used(library, step)
        self._connect()

    def _add_used(self, library: Library, step: LessonStep) -> None:
        self.used: list[UsedRecord] = []
        if step.uses:
            self.body.addWidget(label(self.tr("Shown in this step"), TextRole.SMALL_STRONG, tone="muted"))
        for name in step.uses:
            record = UsedRecord(library, name, _others(library, name))
            record.swapped.connect(self.swapped)
            self.used.append(record)
            self.body.addWidget(record)

    def _line(self, name: str, value: str, field: str) -> QLineEdit:
        made = QLineEdit(value)
        made.setAccessibleName(name)
        made.editingFinished.connect(self._teller(field, made.text))
        self.body.addLayout(_titled(name, made))
        return made

    def _text(self, name: str, value: str, field: str) -> QPlainTextEdit:
        made = QPlainTextEdit(value)
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setFixedHeight(current().px(_LINES * 22 + 20))
        made.textChanged.connect(self._teller(field, made.toPlainText))
        self.body.addLayout(_titled(name, made))
        return made

    def _teller(self, field: str, read: Callable[[], str]) -> Callable[[], None]:
        """A heading or an activity that was emptied keeps what it was: a step without them is no step."""

        def tell() -> None:
            value = " ".join(read().split())
            if value or field in {"prompt", "teacher_note"}:
                self.changed.emit({field: value})

        return tell

    def _connect(self) -> None:
        self.minutes.valueChanged.connect(self._on_minutes_value_changed)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.drop.clicked.connect(self.drop_requested)

    @Slot(int)
    def _on_minutes_value_changed(self, value: int) -> None:
        self.changed.emit({"minutes": value})

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(1)


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
        self.body.addLayout(_titled(self.tr("Title"), self.title))
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


def _others(library: Library, name: str) -> Sequence[str]:
    """The questions of the same case, if this is one."""
    if library.find(name, QuestionBase) is None:
        return ()
    return [question.id for question in library.all(QuestionBase, library.case_of(name))]


def _titled(name: str, field: QWidget) -> QVBoxLayout:
    return column(label(name, TextRole.SMALL_STRONG, tone="muted"), field, spacing=GRID)

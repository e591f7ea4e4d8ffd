"""Changing one step of a lesson: its minutes, its words, what it shows, and where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import LessonStep
from r2p_app.lessons import plan
from r2p_app.ui.lessons.words import form_label
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.records.summary import title

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
        self.body.addLayout(titled(name, made))
        return made

    def _text(self, name: str, value: str, field: str) -> QPlainTextEdit:
        made = QPlainTextEdit(value)
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setFixedHeight(current().px(_LINES * 22 + 20))
        made.textChanged.connect(self._teller(field, made.toPlainText))
        self.body.addLayout(titled(name, made))
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


def titled(name: str, field: QWidget) -> QVBoxLayout:
    """Return a field under its name."""
    return column(label(name, TextRole.SMALL_STRONG, tone="muted"), field, spacing=GRID)


def _others(library: Library, name: str) -> Sequence[str]:
    """The questions of the same case, if this is one."""
    if library.find(name, QuestionBase) is None:
        return ()
    return [question.id for question in library.all(QuestionBase, library.case_of(name))]

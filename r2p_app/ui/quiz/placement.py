"""The card for a date on the timeline: point at it on the line, or write it."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QDateEdit, QWidget

from r2p_app.content.dates import parse
from r2p_app.content.questions import TimelinePlacement
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.timeline_placement import PlacedDate, days_off
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui import format as formats
from r2p_app.ui.quiz.axis import Answer, AxisSlider
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column, label, row

_EPOCH = QDate(1970, 1, 1)


class PlacementCard(AnswerCard):
    """A line of time and a field for the date; each follows the other."""

    asks = TimelinePlacement

    def __init__(self, question: TimelinePlacement, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._was_moved = False
        self._axis = AxisSlider(parse(question.start).earliest, parse(question.end).latest)
        self._field = self._make_field()
        caption = label(self.tr("Date"), wrap=False)
        caption.setBuddy(self._field)
        self._line = QWidget()
        row(caption, self._field, into=self._line).addStretch(1)
        self._layout = column(self._axis, self._line, spacing=3 * GRID, into=self)
        self._axis.valueChanged.connect(self._on_axis_value_changed)
        self._field.dateChanged.connect(self._on_field_date_changed)

    def hint(self) -> str:
        """Say how to point at a date."""
        return self.tr("Move the mark with the mouse or the arrow keys (page keys: a month), or write the date")

    def missing(self) -> str:
        """Ask for a date."""
        return self.tr("Move the mark or write a date first.")

    def answer(self) -> AnyAnswer | None:
        """Return the day, once it was chosen."""
        return PlacedDate(self._axis.value()) if self._was_moved else None

    def fill(self, answer: AnyAnswer) -> None:
        """Move the mark to the day."""
        if isinstance(answer, PlacedDate):
            self._axis.setValue(answer.day)

    def lock(self) -> None:
        """Take no other day."""
        self._line.hide()
        self._axis.setEnabled(False)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the answer on the line, and in words how far away it was."""
        date = parse(self._question.date)
        self._axis.show_answer(Answer(date.earliest, date.latest, self._question.tolerance_days, verdict.outcome))
        off = days_off(self._question, PlacedDate(self._axis.value()))
        words = self.tr("Your answer: %1.").replace("%1", formats.day(self._axis.value()))
        away = self.tr("%1 away.").replace("%1", formats.days(off)) if off else ""
        self._layout.addWidget(FeedbackLine(verdict.outcome, words, away))
        words = self.tr("The answer: %1.").replace("%1", formats.date(date))
        self._layout.addWidget(FeedbackLine(Outcome.RIGHT, words, self._tolerance_words()))

    def first_focus(self) -> QWidget:
        """Return the line of time."""
        return self._axis

    def _tolerance_words(self) -> str:
        allowed = formats.days(self._question.tolerance_days)
        return self.tr("Up to %1 away counts as right.").replace("%1", allowed) if self._question.tolerance_days else ""

    def _make_field(self) -> QDateEdit:
        field = QDateEdit()
        field.setLocale(formats.locale())
        field.setDisplayFormat("d MMMM yyyy")
        field.lineEdit().setTextMargins(2 * GRID, 0, 2 * GRID, 0)
        field.setDateRange(_EPOCH.addDays(self._axis.minimum()), _EPOCH.addDays(self._axis.maximum()))
        field.setDate(_EPOCH.addDays(self._axis.value()))
        field.setAccessibleName(self.tr("Date"))
        return field

    @Slot(int)
    def _on_axis_value_changed(self, day: int) -> None:
        self._field.setDate(_EPOCH.addDays(day))
        self._note_move()

    @Slot(QDate)
    def _on_field_date_changed(self, date: QDate) -> None:
        self._axis.setValue(_EPOCH.daysTo(date))
        self._note_move()

    def _note_move(self) -> None:
        self._was_moved = True
        self.changed.emit()

"""Cards for answers that are typed: a number with its unit, a word or phrase."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.questions import Numeric, ShortAnswer
from r2p_app.learning.folding import LONGEST
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.numeric import Number, read_number
from r2p_app.learning.questions.short_answer import Written
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui import format as formats
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.quiz.words import answer_words, number_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, row
from r2p_app.ui.widgets.fields import storable


class NumericCard(AnswerCard):
    """A number; how it was read is shown while it is typed."""

    asks = Numeric

    def __init__(self, question: Numeric, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._field = QLineEdit()
        self._field.setMaxLength(60)
        self._field.setAccessibleName(self.tr("Your answer, a number of %1").replace("%1", question.unit))
        self._reading = label("", TextRole.SMALL, tone="muted")
        line = row(self._field, label(question.unit, wrap=False))
        line.addStretch(1)
        self._layout = column(spacing=2 * GRID, into=self)
        self._layout.addLayout(line)
        self._layout.addWidget(self._reading)
        self._field.textChanged.connect(self._on_field_text_changed)

    def hint(self) -> str:
        """Say how numbers may be written."""
        return self.tr("Write a number, for instance 1,200,000 or 1.2 million")

    def missing(self) -> str:
        """Ask for a number that can be read."""
        if not self._field.text().strip():
            return self.tr("Write a number first.")
        return self.tr("This cannot be read as a number. Write digits, for instance 1,200,000 or 1.2 million.")

    def answer(self) -> AnyAnswer | None:
        """Return what was typed, if it is a number."""
        return Number(storable(self._field.text())) if self._value() is not None else None

    def fill(self, answer: AnyAnswer) -> None:
        """Show what was typed."""
        if isinstance(answer, Number):
            self._field.setText(answer.text)

    def lock(self) -> None:
        """Take no other number."""
        self._field.setReadOnly(True)
        self._reading.hide()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what the number is, and why a known mistake is tempting."""
        yours = answer_words(self._question, Number(self._field.text()))
        if verdict.outcome is Outcome.RIGHT and yours == self._number_words():
            words = self.tr("The answer, and yours: %1.")
        else:
            mistakes = (part.rationale for part in verdict.feedback if part.chosen)
            said = self.tr("Your answer: %1.").replace("%1", yours)
            self._layout.addWidget(FeedbackLine(verdict.outcome, said, next(mistakes, "")))
            words = self.tr("The answer: %1.")
        told = words.replace("%1", self._number_words())
        self._layout.addWidget(FeedbackLine(Outcome.RIGHT, told, self._tolerance_words()))

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self._field

    def _value(self) -> float | None:
        return read_number(self._field.text(), self._question.unit)

    def _number_words(self) -> str:
        return number_words(self._question, self._question.value)

    def _tolerance_words(self) -> str:
        value, tolerance = self._question.value, self._question.tolerance
        if not tolerance:
            return ""
        ends = formats.number_range(value - tolerance, value + tolerance)
        return self.tr("Anything within %1 counts as right.").replace("%1", ends)

    @Slot()
    def _on_field_text_changed(self) -> None:
        value = self._value()
        if value is not None:
            self._reading.setText(self.tr("Read as %1").replace("%1", number_words(self._question, value)))
        else:
            self._reading.setText("")
        self.changed.emit()


class ShortCard(AnswerCard):
    """A word or phrase."""

    asks = ShortAnswer

    def __init__(self, question: ShortAnswer, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(self.tr("Your answer, a word or phrase"))
        self._layout = column(self._field, spacing=2 * GRID, into=self)
        self._field.textChanged.connect(self._on_field_text_changed)

    def hint(self) -> str:
        """Say that spelling is forgiven."""
        return self.tr("Write a word or a short phrase; capitals, accents and small slips do not matter")

    def missing(self) -> str:
        """Ask for a text."""
        return self.tr("Write an answer first.")

    def answer(self) -> AnyAnswer | None:
        """Return what was typed."""
        text = storable(self._field.text().strip())
        return Written(text) if text else None

    def fill(self, answer: AnyAnswer) -> None:
        """Show what was typed."""
        if isinstance(answer, Written):
            self._field.setText(answer.text)

    def lock(self) -> None:
        """Take no other text."""
        self._field.setReadOnly(True)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what is accepted, and why a known mistake is tempting."""
        first, *others = self._question.accepted
        if verdict.outcome is Outcome.RIGHT and self._field.text().strip() == first:
            words = self.tr("The answer, and yours: %1.")
        else:
            mistakes = (part.rationale for part in verdict.feedback if part.chosen)
            yours = self.tr("Your answer: %1.").replace("%1", self._field.text())
            self._layout.addWidget(FeedbackLine(verdict.outcome, yours, next(mistakes, "")))
            words = self.tr("The answer: %1.")
        also = self.tr("Also accepted: %1.").replace("%1", "; ".join(others)) if others else ""
        self._layout.addWidget(FeedbackLine(Outcome.RIGHT, words.replace("%1", first), also))

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self._field

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.changed.emit()

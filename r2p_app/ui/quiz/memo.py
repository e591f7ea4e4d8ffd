"""The card for a few sentences of one's own, compared with a model answer and a rubric by the learner."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from r2p_app.content.questions import OpenMemo
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.verdict import Verdict
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.fields import storable
from r2p_app.ui.widgets.inline import inline_label

_LONGEST = 20_000


class MemoCard(AnswerCard):
    """A field for text; afterwards the model answer, and the rubric to tick."""

    asks = OpenMemo

    def __init__(self, question: OpenMemo, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._met: tuple[int, ...] = ()
        self._rubric: OptionGroup | None = None
        self._field = QPlainTextEdit()
        self._field.setTabChangesFocus(True)
        self._field.setMinimumHeight(current().px(140))
        self._field.setAccessibleName(self.tr("Your text"))
        self._layout = column(self._field, spacing=3 * GRID, into=self)
        self._field.textChanged.connect(self._on_field_text_changed)

    def hint(self) -> str:
        """Say who marks it."""
        return self.tr("Write in your own words; you compare it with a model answer yourself · Ctrl + Enter submits")

    def missing(self) -> str:
        """Ask for a text."""
        return self.tr("Write something first.")

    def answer(self) -> AnyAnswer | None:
        """Return the text, with the points ticked so far."""
        text = storable(self._field.toPlainText().strip()[:_LONGEST])
        return Memo(text, self._met) if text else None

    def fill(self, answer: AnyAnswer) -> None:
        """Show the text."""
        if isinstance(answer, Memo):
            self._field.setPlainText(answer.text)
            self._met = answer.met

    def lock(self) -> None:
        """Take no other text."""
        self._field.setReadOnly(True)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the model answer and the rubric, ticked as far as the learner has."""
        model = Card()
        model.body.addWidget(label(self.tr("A model answer"), TextRole.SMALL_STRONG, tone="muted"))
        model.body.addWidget(inline_label(self._question.model_answer))
        rubric = OptionGroup([(part.part, part.rationale) for part in verdict.feedback], exclusive=False)
        rubric.choose(part.part for part in verdict.feedback if part.chosen)
        rubric.changed.connect(self._on_rubric_changed)
        heading = label(self.tr("What does your text contain? Tick each point; it is saved as you tick."))
        for widget in (model, heading, rubric):
            self._layout.addWidget(widget)
        self._rubric = rubric

    def press_number(self, number: int) -> bool:
        """Tick a point of the rubric."""
        return self._rubric is not None and self._rubric.press_number(number)

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self._field

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_rubric_changed(self) -> None:
        answer = self.answer()
        if self._rubric is not None and isinstance(answer, Memo):
            self._met = tuple(map(int, self._rubric.chosen()))
            self.marked.emit(Memo(answer.text, self._met))

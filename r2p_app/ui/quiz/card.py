"""What every answer card is: the part of a question that a person acts on."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.verdict import Verdict


class AnswerCard(QWidget):
    """Takes an answer, and later shows what became of it.

    A card is made with its question and the order in which to show its parts, as ids. Each class says which kind of
    question it `asks`.

    Signals:
        changed: The answer changed; `answer()` tells whether it is complete.
        marked: The learner marked their own answer, as an answer; only cards of open answers do this.
    """

    asks: ClassVar[type[QuestionBase]]

    changed = Signal()
    marked = Signal(object)

    def __init__(self, question: QuestionBase, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question_id = question.id
        self.order = tuple(order)

    def hint(self) -> str:
        """Return one line on what to do, and with which keys."""
        raise NotImplementedError

    def missing(self) -> str:
        """Return what is to be done before the answer can be submitted."""
        raise NotImplementedError

    def answer(self) -> AnyAnswer | None:
        """Return the answer as it stands; None while it is not complete."""
        raise NotImplementedError

    def show_answer(self, answer: AnyAnswer) -> None:
        """Show an answer given earlier, and take no other."""
        self.fill(answer)
        self.lock()

    def fill(self, answer: AnyAnswer) -> None:
        """Give an answer in the learner's place; it can be changed."""
        raise NotImplementedError

    def lock(self) -> None:
        """Let the answer stand; everything can still be read and reached."""
        raise NotImplementedError

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what is right and why; called after `lock`."""
        raise NotImplementedError

    def press_number(self, number: int) -> bool:
        """Act on a number key, 1 to 9; return whether it meant something."""
        del number
        return False

    def first_focus(self) -> QWidget:
        """Return the widget that takes the focus when the question appears."""
        raise NotImplementedError

"""One question from prompt to feedback: answer, then confidence, then (when its owner says so) the verdict."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer, kind_of
from r2p_app.learning.quiz import Given
from r2p_app.learning.verdict import Verdict
from r2p_app.store.errors import StoreError
from r2p_app.store.settings import ASK_CONFIDENCE, SHOW_CONTENT_NOTES
from r2p_app.ui.quiz.bar import AnswerBar
from r2p_app.ui.quiz.cards import make_card
from r2p_app.ui.quiz.feedback import FeedbackPanel
from r2p_app.ui.quiz.words import verdict_words
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.inline import inline_label, plain


class Stage(enum.Enum):
    """What the learner is asked for at present."""

    ANSWER = enum.auto()
    CONFIDENCE = enum.auto()
    KEPT = enum.auto()
    SUBMITTED = enum.auto()
    FEEDBACK = enum.auto()


class QuestionView(QWidget):
    """Shows a question and collects the answer; the owner grades, saves and calls back.

    The owner also places `bar`, where it is always in reach, and removes it with the view.

    Signals:
        submitted: The learner gave this answer, as `Given`; nothing is shown of its verdict yet. One that is shown as
            kept may be given another time, changed.
        marked: The learner marked their own open answer, as an answer.
        continued: The learner has read the feedback and wants to go on.
        link_requested: The learner wants to see a source or read on.
        announced: Words for a screen reader.
    """

    submitted = Signal(object)
    marked = Signal(object)
    continued = Signal()
    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        question: QuestionBase,
        order: Sequence[str],
        state: AppState,
        *,
        heading: TextRole = TextRole.H2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._state = state
        self.bar = AnswerBar()
        settings = state.store.settings
        self._asks_confidence = kind_of(question).by_machine and settings.get(ASK_CONFIDENCE)
        self._shows_note = bool(question.content_note) and settings.get(SHOW_CONTENT_NOTES)
        self.stage = Stage.ANSWER
        self._shown_at = state.now()
        self._kept: AnyAnswer | None = None
        self._next_words = self._message = ""
        self.card = make_card(question, order)
        self._build(heading)
        self.card.changed.connect(self._on_card_changed)
        self.card.marked.connect(self.marked)
        self.bar.continued.connect(self._on_bar_continued)
        self.bar.confidence_given.connect(self._on_bar_confidence_given)
        self.bar.offer(self.tr("Submit"))

    def show_attempt(self, attempt: Attempt, verdict: Verdict, *, next_words: str = "") -> None:
        """Show an answer that is saved, with its verdict; without `next_words` there is nothing to go on to."""
        self.stage = Stage.FEEDBACK
        self.card.show_answer(attempt.answer)
        self.card.show_verdict(verdict)
        self._hint.hide()
        self._add_feedback(attempt, verdict)
        if next_words:
            self.bar.offer(next_words)
        else:
            self.bar.clear()

    def show_kept(self, attempt: Attempt, *, next_words: str, may_change: bool, message: str = "") -> None:
        """Show an answer that is saved and whose verdict is not told yet; it may be one that can be changed."""
        self._kept, self._next_words, self._message = attempt.answer, next_words, message
        self.card.fill(attempt.answer)
        words = self.tr("This is the answer you gave. Whether it is right is told at the end.")
        if may_change:
            words = self.tr("This is the answer you gave. You can change it until you hand the test in.")
        else:
            self.card.lock()
        self._hint.setText(words)
        self.card.setAccessibleDescription(words)
        self._offer_to_go_on()

    def _offer_to_go_on(self) -> None:
        self.stage = Stage.KEPT
        self.bar.offer(self._next_words, message=self._message)

    def announce_verdict(self, verdict: Verdict) -> None:
        """Have the verdict spoken, and put the focus where Enter goes on."""
        self.announced.emit(verdict_words(self.question, verdict))
        self.bar.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: StoreError) -> None:
        """Say why the answer could not be saved; it can be submitted again."""
        message = f"{error.what} {error.remedy}"
        if self.stage is Stage.SUBMITTED:
            self.stage = Stage.ANSWER
            self.bar.offer(self.tr("Submit"))
        self.bar.say(message, tone="wrong")
        self.bar.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announced.emit(message)

    def first_focus(self) -> QWidget:
        """Return the widget that takes the focus when the question appears."""
        goes_on = self.stage in {Stage.FEEDBACK, Stage.KEPT}
        return self.bar.main_button if goes_on else self.card.first_focus()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Act on a key that no child took: digits and Enter. Return whether it meant something.

        A field of several lines below the answer, such as that of a report, keeps Enter to itself.
        """
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._handle_enter()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or not Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            return False
        number = event.key() - Qt.Key.Key_0
        return self.bar.press_number(number) if self.stage is Stage.CONFIDENCE else self.card.press_number(number)

    def _handle_enter(self) -> bool:
        """Press the focused button, which Qt presses with the space bar only; otherwise go on.

        A field of several lines keeps Enter to itself and lets Ctrl + Enter through.
        """
        focused = self.window().focusWidget()
        if isinstance(focused, QPushButton) and focused.isVisible():
            focused.click()
        else:
            self._on_bar_continued()
        return True

    def _build(self, heading: TextRole) -> None:
        self._hint = label(self.card.hint(), TextRole.SMALL, tone="muted")
        self._prompt = inline_label(self.question.prompt, heading)
        self._layout = column(into=self, spacing=3 * GRID)
        if self._shows_note:
            self._layout.addWidget(_note(self.question.content_note))
        state = self._state.store.reviews.state(self.question.id)
        if state is not None and is_corrected(self.question, state):
            words = self.tr("Corrected since you last studied it: your earlier answers no longer count.")
            self._layout.addWidget(_note(words))
        self._layout.addLayout(column(self._prompt, self._hint, spacing=GRID))
        self._layout.addWidget(self.card)
        self.card.setAccessibleName(plain(self.question.prompt))
        self.card.setAccessibleDescription(self.card.hint())

    def _add_feedback(self, attempt: Attempt, verdict: Verdict) -> None:
        panel = FeedbackPanel(self.question, attempt, verdict, self._state)
        panel.link_requested.connect(self.link_requested)
        panel.announced.connect(self.announced)
        self._layout.addWidget(panel)

    @Slot()
    def _on_card_changed(self) -> None:
        if self.stage not in {Stage.ANSWER, Stage.CONFIDENCE, Stage.KEPT}:
            return
        if self._kept is None:
            self.stage = Stage.ANSWER
            self.bar.offer(self.tr("Submit"))
        elif self.card.answer() == self._kept:
            self._offer_to_go_on()
        else:
            self.stage = Stage.ANSWER
            self.bar.offer(self.tr("Change the answer"))

    @Slot()
    def _on_bar_continued(self) -> None:
        if self.stage in {Stage.FEEDBACK, Stage.KEPT}:
            self.continued.emit()
        elif self.stage is Stage.ANSWER:
            self._submit_or_ask()

    def _submit_or_ask(self) -> None:
        answer = self.card.answer()
        if answer is None:
            self.bar.say(self.card.missing(), tone="note")
            self.announced.emit(self.card.missing())
        elif self._asks_confidence:
            self.stage = Stage.CONFIDENCE
            self.bar.ask_confidence()
        else:
            self._submit(answer, None)

    @Slot(object)
    def _on_bar_confidence_given(self, confidence: Confidence) -> None:
        answer = self.card.answer()
        if self.stage is Stage.CONFIDENCE and answer is not None:
            self._submit(answer, confidence)

    def _submit(self, answer: AnyAnswer, confidence: Confidence | None) -> None:
        self.stage = Stage.SUBMITTED
        seconds = max(0.0, (self._state.now() - self._shown_at).total_seconds())
        self.submitted.emit(Given(answer, confidence, seconds))


def _note(words: str) -> Card:
    note = Card("note")
    note.body.addWidget(inline_label(words, TextRole.SMALL, tone="note"))
    return note


def replace(layout: QBoxLayout, old: QWidget, new: QWidget) -> None:
    """Put a widget in the place of another, which is deleted."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()

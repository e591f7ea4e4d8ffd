"""What is said below a question once it is judged: the outcome, why, when it comes back, and how we know."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import kind_of
from r2p_app.learning.verdict import Verdict
from r2p_app.ui import text
from r2p_app.ui.quiz.bar import said_words
from r2p_app.ui.quiz.marks import TONES, Mark
from r2p_app.ui.quiz.references import References
from r2p_app.ui.quiz.report import ReportLine
from r2p_app.ui.review.words import comes_back_words
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, label, row
from r2p_app.ui.widgets.inline import inline_label


class FeedbackPanel(Card):
    """The feedback on one answer.

    Signals:
        link_requested: The learner wants to see a source or read on.
        announced: Words for a screen reader.
    """

    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        question: QuestionBase,
        attempt: Attempt,
        verdict: Verdict,
        state: AppState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        if kind_of(question).by_machine:
            self.body.addLayout(_headline(verdict, attempt.confidence))
        if question.rationale:
            self.body.addWidget(inline_label(question.rationale))
        if words := _return_words(question, attempt, state):
            self.body.addWidget(label(words, TextRole.SMALL, tone="muted"))
        references, report = References(question, state.library), ReportLine(question, state)
        for part in (references, report):
            part.link_requested.connect(self.link_requested)
            self.body.addWidget(part)
        report.announced.connect(self.announced)


def _headline(verdict: Verdict, confidence: Confidence | None) -> QHBoxLayout:
    words = label(text.label(verdict.outcome), TextRole.BODY_STRONG, tone=TONES[verdict.outcome], wrap=False)
    said = label(said_words(confidence) if confidence else "", TextRole.BODY, tone="muted")
    layout = row(Mark(verdict.outcome), words, said, spacing=2 * GRID)
    layout.setStretch(2, 1)
    return layout


def _return_words(question: QuestionBase, attempt: Attempt, state: AppState) -> str:
    """Say when the question comes back, if it was this answer that decided it."""
    review = state.store.reviews.state(question.id)
    if review is None or review.reviewed_at != attempt.at or is_corrected(question, review):
        return ""
    return comes_back_words(review.due, state.now(), state.store.days)

"""The end of a run: how it went, in a sentence, and every question to look at again."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import kind_of
from r2p_app.learning.quiz import QuizSession
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui import text
from r2p_app.ui.live.result_saver import ResultSaver
from r2p_app.ui.quiz.marks import TONES, Mark
from r2p_app.ui.quiz.scope import scope_title
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label, row
from r2p_app.ui.widgets.inline import inline_label, plain
from r2p_app.ui.widgets.wrapping import Wrapping


class QuestionRow(Wrapping, QPushButton):
    """A question with what became of it; pressing it opens the question."""

    def __init__(
        self,
        question: QuestionBase,
        verdict: Verdict | None,
        *,
        is_flagged: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.setAutoDefault(False)
        words, tone = self._outcome_words(verdict)
        words = self.tr("%1 · flagged").replace("%1", words) if is_flagged else words
        prompt, outcome = inline_label(question.prompt), label(words, TextRole.SMALL_STRONG, tone=tone, wrap=False)
        parts = [prompt, outcome] if verdict is None else [Mark(verdict.outcome), prompt, outcome]
        line = row(*parts, spacing=3 * GRID, into=self, margins=(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID))
        line.setStretchFactor(prompt, 1)
        self.wrap(line)
        self.setAccessibleName(f"{words}: {plain(question.prompt)}")

    def _outcome_words(self, verdict: Verdict | None) -> tuple[str, str]:
        if verdict is None:
            return self.tr("Not answered"), "muted"
        if not kind_of(self.question).by_machine:
            return self.tr("Marked by you"), "muted"
        return text.label(verdict.outcome), TONES[verdict.outcome]


class RunSummary(ScrollPage):
    """What a run came to; `opened` is the question that was looked at last.

    Signals:
        question_chosen: The learner wants to see this question again, by id.
        again_requested: The learner wants another quiz.
    """

    question_chosen = Signal(str)
    again_requested = Signal()

    def __init__(
        self, session: QuizSession, state: AppState, *, opened: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(860, parent)
        self.session, self._opened = session, opened
        where = f"{scope_title(state.library, session.run.scope)} · {text.label(session.run.mode)}"
        self.body.addWidget(label(where, tone="muted"))
        self.sentence = label(self._sentence(session), TextRole.H2)
        self.body.addWidget(self.sentence)
        for words in self._circumstances(session):
            self.body.addWidget(label(words))
        self.body.addWidget(label(self.tr("Open a question to read the reasons and the sources."), tone="muted"))
        self._rows = [
            QuestionRow(question, session.verdict(question), is_flagged=question.id in session.flagged)
            for question in session.questions
        ]
        for made in self._rows:
            made.clicked.connect(self._on_row_clicked)
        self.body.addLayout(column(*self._rows, spacing=GRID))
        self._again = button(self.tr("Another quiz"), "primary")
        self._again.clicked.connect(self.again_requested)
        line = row(self._again)
        line.addStretch(1)
        self.body.addLayout(line)
        self.saver = ResultSaver(session, state)
        self.body.addWidget(self.saver)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return the question that was looked at last, else the first."""
        return next((made for made in self._rows if made.question.id == self._opened), self._rows[0])

    def _circumstances(self, session: QuizSession) -> Iterator[str]:
        """Say what ended the run, what it was for, and by which code others are asked the same."""
        if session.run.options.is_timed_out:
            words = self.tr("The time was over: the run ended with the %1 of %2 questions that were answered.")
            yield words.replace("%1", str(len(session.attempts))).replace("%2", str(len(session.questions)))
        if session.run.mode is Mode.DIAGNOSTIC:
            yield self.tr("This was before reading: it counts for nothing. It shows what the chapters will tell you.")
        if session.run.options.code:
            yield self.tr("Code: %1").replace("%1", session.run.options.code)

    def _sentence(self, session: QuizSession) -> str:
        """Count what the program judged, as "9 of 15 right, 3 wrong"; what there is none of is left out."""
        judged = [question for question in session.questions if kind_of(question).by_machine]
        verdicts = [verdict for verdict in map(session.verdict, judged) if verdict is not None]
        counts = Counter(verdict.outcome for verdict in verdicts)
        right = self.tr("%1 of %2 right").replace("%1", str(counts[Outcome.RIGHT])).replace("%2", str(len(verdicts)))
        others = ((self.tr("%1 partly right"), Outcome.PARTLY), (self.tr("%1 wrong"), Outcome.WRONG))
        parts = [words.replace("%1", str(counts[outcome])) for words, outcome in others if counts[outcome]]
        return ", ".join((right, *parts))

    @Slot()
    def _on_row_clicked(self) -> None:
        made = self.sender()
        if isinstance(made, QuestionRow):
            self.question_chosen.emit(made.question.id)

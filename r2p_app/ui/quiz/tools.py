"""What can be done in a run besides answering: look at its questions, flag one for later, take the last answer back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import FEEDBACK_AT_END
from r2p_app.learning.quiz import QuizSession
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.inline import plain

_SHORT = 60
"""Characters of a question that a menu has room for."""


class RunTools(QWidget):
    """A line of quiet buttons.

    Signals:
        question_chosen: Go to the question with this id.
        flag_requested: Flag the question in view for later, or no more.
        undo_requested: Take the last answer back.
    """

    question_chosen = Signal(str)
    flag_requested = Signal(bool)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview = button(self.tr("All questions"), "quiet")
        self.menu = QMenu(self.overview)
        self.overview.setMenu(self.menu)
        self.flag = button("", "quiet")
        self.flag.setCheckable(True)
        self.undo = button(self.tr("Undo the last answer"), "quiet")
        self.undo.setAccessibleDescription(self.tr("Ctrl and Z"))
        flow = FlowLayout(self, spacing=GRID)
        for made in (self.overview, self.flag, self.undo):
            flow.addWidget(made)
        self.menu.triggered.connect(self._on_menu_triggered)
        self.menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.flag.clicked.connect(self.flag_requested)
        self.undo.clicked.connect(self.undo_requested)
        self._session: QuizSession | None = None

    def show_session(self, session: QuizSession, question: QuestionBase, *, is_review: bool) -> None:
        """Offer what makes sense at this point of a run."""
        self._session = session
        is_flagged = question.id in session.flagged
        self.overview.setVisible(len(session.questions) > 1 and not is_review)
        self.flag.setVisible(session.run.mode in FEEDBACK_AT_END and len(session.questions) > 1 and not is_review)
        self.flag.setChecked(is_flagged)
        words = self.tr("Flagged for later") if is_flagged else self.tr("Flag for later")
        self.flag.setText(f"{words}  F")
        self.flag.setAccessibleName(words)
        self.undo.setVisible(session.newest is not None and not is_review)

    def state_words(self, session: QuizSession, question: QuestionBase) -> str:
        """Return whether a question is answered, and flagged."""
        words = self.tr("answered") if session.attempt(question) is not None else self.tr("not answered")
        return self.tr("%1, flagged").replace("%1", words) if question.id in session.flagged else words

    def _entry(self, session: QuizSession, number: int, question: QuestionBase) -> QAction:
        prompt = plain(question.prompt)
        short = prompt if len(prompt) <= _SHORT else f"{prompt[:_SHORT].rsplit(' ', 1)[0]}…"
        words = f"{number}  {short} ({self.state_words(session, question)})"
        action = QAction(words.replace("&", "&&"), self.menu)
        action.setData(question.id)
        return action

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        """Fill the menu only now: it is seldom opened, and would be filled again with every answer."""
        self.menu.clear()
        if self._session is not None:
            for number, question in enumerate(self._session.questions, start=1):
                self.menu.addAction(self._entry(self._session, number, question))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.question_chosen.emit(str(action.data()))

"""The quiz page with what the window does around it."""

from random import Random

from PySide6.QtCore import Qt

from r2p_app.content.links import Link
from r2p_app.content.questions import SingleChoice
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import key
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.quiz.form import RunForm
from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.quiz.start import StartView
from r2p_app.ui.quiz.summary import RunSummary
from r2p_app.ui.state import AppState
from tests.ui.quiz.acting import press
from tests.ui.quiz.conftest import Show

ENTER, TWO, THREE = Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_3


class Browser:
    """What the window does around a page: it follows links and gives the focus."""

    def __init__(self, state: AppState, show: Show) -> None:
        self.page = QuizPage(state, rng=Random(5))
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.link_requested.connect(self.follow)
        self.page.announced.connect(self.said.append)
        self.page.show_link(Link("quiz"))
        show(self.page)
        self._focus()

    def follow(self, link: str) -> None:
        self.asked.append(link)
        if link.startswith("r2p://quiz"):
            self.page.show_link(Link.parse(link))
            self._focus()

    def _focus(self) -> None:
        first = self.page.first_focus()
        if first is not None:
            first.setFocus()

    @property
    def start(self) -> StartView:
        assert isinstance(self.page._view, StartView)
        return self.page._view

    @property
    def form(self) -> RunForm:
        assert self.start.form is not None
        return self.start.form

    @property
    def run(self) -> RunView:
        assert isinstance(self.page._view, RunView)
        return self.page._view

    @property
    def summary(self) -> RunSummary:
        assert isinstance(self.page._view, RunSummary)
        return self.page._view

    def begin(self, mode: Mode = Mode.PRACTICE) -> RunView:
        """Start a run about Rwanda: five questions of the small library."""
        self.form._modes.choose([Mode.PRACTICE, Mode.TEST].index(mode))
        press(TWO, ENTER)
        return self.run

    def answer(self, *, right: bool = True) -> None:
        """Choose by keys and say "sure"."""
        view = self.run._view
        wanted = key(view.question) if right else None
        for number in range(1, 6):
            view.card.press_number(number)
            if isinstance(view.question, SingleChoice) and (view.card.answer() == wanted) is right:
                break
        press(ENTER, THREE)

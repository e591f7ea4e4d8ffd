"""The live quiz beside a lesson, for the teacher: where the room stands, its steps, and what the class sees."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.lessons.quiz_beside import QuizBeside
from r2p_app.ui.live.scene import make_scene
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.live.steps import StepButtons, outcome_words
from r2p_app.ui.live.words import where_words
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import Card, button, label


class PhonesCard(Card):
    """An open room: where it stands, how many have answered, its steps, and whether the class sees it."""

    def __init__(self, quiz: QuizBeside, session: LiveSession, parent: QWidget | None = None) -> None:
        super().__init__("check", parent=parent)
        self._quiz, self._session = quiz, session
        self.phase, self.outcome = label("", TextRole.BODY_STRONG), label("")
        self.shown = button("", "secondary")
        self.steps = StepButtons(self.shown)
        for widget in (label(self.tr("Live quiz"), TextRole.H3), self.phase, self.outcome, self.steps):
            self.body.addWidget(widget)
        self.steps.chosen.connect(quiz.press)
        self.shown.clicked.connect(quiz.toggle)
        quiz.changed.connect(self._on_quiz_changed)
        self._on_quiz_changed()

    @Slot()
    def _on_quiz_changed(self) -> None:
        if not self._session.is_open:
            return
        host = self._session.host
        scene = make_scene(host, with_names=False)
        self.phase.setText(where_words(scene.head, host.room.phase, scene.count))
        self.outcome.setText(outcome_words(host))
        self.outcome.setVisible(bool(self.outcome.text()))
        self.steps.show_room(host.room)
        lesson, quiz = self.tr("Show the class the lesson"), self.tr("Show the class the quiz")
        self.shown.setText(lesson if self._quiz.is_shown else quiz)
        self.shown.setAccessibleName(self.shown.text())

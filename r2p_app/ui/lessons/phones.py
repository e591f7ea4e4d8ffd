"""A live quiz beside a lesson: while a room is open, the class sees it in the lesson's own window when it is wanted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.lessons.slides import Show, Slide
from r2p_app.live.events import Phase
from r2p_app.live.room import Room
from r2p_app.ui.live.projector import show_scene
from r2p_app.ui.live.scene import make_scene
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.live.steps import STEPS, StepButtons, outcome_words
from r2p_app.ui.live.words import phase_words
from r2p_app.ui.projector.canvas import ProjectorCanvas
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import Card, button, label

_BETWEEN = frozenset({Phase.LOBBY, Phase.EXPLAINED})
"""The phases after which another question is asked."""


class PhonesCard(Card):
    """An open room: where it stands, how many have answered, its steps, and whether the class sees it.

    Signals:
        changed: Something happened in the room, or the class sees something else.
    """

    changed = Signal()

    def __init__(self, session: LiveSession, parent: QWidget | None = None) -> None:
        super().__init__("check", parent=parent)
        self._session = session
        self.phase, self.outcome = label("", TextRole.BODY_STRONG), label("")
        self.shown = button("", "secondary")
        self._is_shown = True
        self.steps = StepButtons(self.shown)
        for widget in (label(self.tr("Live quiz"), TextRole.H3), self.phase, self.outcome, self.steps):
            self.body.addWidget(widget)
        self.steps.chosen.connect(self.press)
        self.shown.clicked.connect(self._on_shown_clicked)
        session.changed.connect(self._on_session_changed)
        self._on_session_changed()

    @property
    def is_shown(self) -> bool:
        """Whether the class sees the quiz, not the lesson."""
        return self._session.is_open and self._is_shown

    def show_on(self, canvas: ProjectorCanvas) -> None:
        """Show the class the room."""
        show_scene(canvas, make_scene(self._session.host, with_names=False), self._session.door)

    def set_shown(self, *, shown: bool) -> None:
        """Show the class the quiz, or the lesson."""
        if shown != self._is_shown:
            self._is_shown = shown
            self._on_session_changed()

    @Slot(str)
    def press(self, step: str) -> None:
        """Make a step of the room, where it allows it."""
        self._session.do(STEPS[step])

    def go_on(self) -> bool:
        """Go on with the question; after its explanation the lesson goes on. Tell whether the room took the step."""
        if self._room.phase in {Phase.EXPLAINED, Phase.ENDED}:
            self.set_shown(shown=False)
            return False
        self.press("go_on")
        return True

    def meet(self, slide: Slide) -> None:
        """The lesson has come to a slide: the phones take over a question whose turn it is; others leave the screen."""
        if slide.show is Show.QUESTION and slide.items[0] == self._coming:
            self.set_shown(shown=True)
            if self._room.phase is Phase.EXPLAINED:
                self.press("go_on")
        else:
            self.set_shown(shown=False)

    @property
    def question(self) -> str:
        """The question in view, "" for none."""
        return self._room.question

    @property
    def _room(self) -> Room:
        return self._session.host.room

    @property
    def _coming(self) -> str:
        """The question that is being voted on, or is asked next."""
        room = self._room
        place = room.place + (room.phase in _BETWEEN)
        return room.opened.questions[place] if 0 <= place < len(room.opened.questions) else ""

    @Slot()
    def _on_shown_clicked(self) -> None:
        self.set_shown(shown=not self._is_shown)

    @Slot()
    def _on_session_changed(self) -> None:
        if not self._session.is_open:
            return
        host = self._session.host
        scene = make_scene(host, with_names=False)
        self.phase.setText(" · ".join(part for part in (scene.head, phase_words(host.room.phase), scene.count) if part))
        self.outcome.setText(outcome_words(host))
        self.outcome.setVisible(bool(self.outcome.text()))
        self.steps.show_room(host.room)
        lesson, quiz = self.tr("Show the class the lesson"), self.tr("Show the class the quiz")
        self.shown.setText(lesson if self._is_shown else quiz)
        self.shown.setAccessibleName(self.shown.text())
        self.changed.emit()

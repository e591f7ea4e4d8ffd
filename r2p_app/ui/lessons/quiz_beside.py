"""A live quiz beside a lesson: which of the two the class sees. Each follows where the other goes."""

from PySide6.QtCore import QObject, Signal, Slot

from r2p_app.lessons.slides import Show
from r2p_app.live.events import Phase
from r2p_app.live.room import ROUNDS, Room
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.live.projector import show_scene
from r2p_app.ui.live.scene import make_scene
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.live.steps import STEPS
from r2p_app.ui.projector.canvas import ProjectorCanvas

_VOTING = frozenset({*ROUNDS, Phase.COUNTED, Phase.TALK})
"""The phases of a question from which its last step can be taken back."""
_OVER = frozenset({Phase.EXPLAINED, Phase.ENDED})
"""The phases after which the lesson goes on."""


class QuizBeside(QObject):
    """The open room of a live quiz, as long as a lesson is taught beside it.

    The lesson comes to a question: the room asks it, also out of turn, and what was skipped stays behind. The room
    comes to a question: the lesson goes to its slide. The room is at its end: the lesson goes on behind the question.

    Signals:
        changed: Something happened in the room, or the class sees something else.
    """

    changed = Signal()

    def __init__(self, running: RunningLesson, session: LiveSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running, self._session = running, session
        self._is_shown = True
        self._place = running.place
        self._question, self._phase = self.room.question, self.room.phase
        running.slide_changed.connect(self._on_running_slide_changed)
        session.changed.connect(self._on_session_changed)

    @property
    def room(self) -> Room:
        """The room as it stands; only while it is open."""
        return self._session.host.room

    @property
    def is_shown(self) -> bool:
        """Whether the class sees the quiz, not the lesson."""
        return self._session.is_open and self._is_shown

    @property
    def can_go_back(self) -> bool:
        """Whether the class sees a vote whose last step can be taken back."""
        return self.is_shown and self.room.phase in _VOTING

    def asks(self, question: str) -> bool:
        """Tell whether this is one of the room's questions."""
        return self._session.is_open and question in self.room.opened.questions

    def show_on(self, canvas: ProjectorCanvas) -> None:
        """Show the class the room."""
        show_scene(canvas, make_scene(self._session.host, with_names=False), self._session.door)

    @Slot()
    def toggle(self) -> None:
        """Show the class the lesson instead of the quiz, or the quiz again."""
        self._set_shown(shown=not self._is_shown)

    @Slot(str)
    def press(self, step: str) -> None:
        """Make a step of the room, where it allows it; first of all it asks the question the lesson is at."""
        here = self._running.question
        if step == "go_on" and self.room.phase is Phase.LOBBY and here is not None and self.asks(here.id):
            self._ask(here.id)
        else:
            self._session.do(STEPS[step])

    def go_on(self) -> None:
        """Go on with the question; after its explanation the lesson goes on."""
        if self.room.phase in _OVER:
            self._leave(self.room.question)
        else:
            self.press("go_on")

    def go_back(self) -> None:
        """Take the last step of the vote back; where there is none the lesson goes back."""
        if self.can_go_back:
            self.press("go_back")
        else:
            self._running.back()

    def finish(self) -> None:
        """The lesson is over: so is the session, if nothing is left to be asked. The room and its results stay."""
        if self._session.is_open and self.room.phase is Phase.EXPLAINED and self.room.is_last:
            self._session.do(Room.go_on)

    def close(self) -> None:
        """The room is gone: the lesson goes on behind a question that was explained."""
        if self._phase is Phase.EXPLAINED:
            self._leave(self._question)

    def _meet(self) -> None:
        """The lesson has come to another slide: the phones take over a question of theirs; others leave the screen."""
        found, room = self._running.question, self.room
        question = found.id if found is not None else ""
        is_here = bool(question) and question == room.question
        match self._running.slide.show:
            case Show.QUESTION if self.asks(question):
                self._set_shown(shown=is_here or room.phase is Phase.LOBBY or self._ask(question))
            case Show.ANSWER:
                self._set_shown(shown=is_here and room.phase is Phase.EXPLAINED)
            case _:
                self._set_shown(shown=False)

    def _ask(self, question: str) -> bool:
        """Have the room ask a question, in its turn or not; tell whether it does."""
        place = self.room.opened.questions.index(question)
        return self._session.do(lambda room: room.ask(place))

    def _follow(self, question: str) -> None:
        """The room has come to a question by itself: the class sees it, and the lesson goes to its slide."""
        if question not in self._running.slide.items:
            slides = enumerate(self._running.slides)
            found = (place for place, slide in slides if slide.show is Show.QUESTION and question in slide.items)
            self._running.go_to(next(found, self._running.place))
        self._set_shown(shown=True)

    def _leave(self, question: str) -> None:
        """Show the lesson again: behind the slides of a question, if it is at them."""
        self._set_shown(shown=False)
        running = self._running
        behind = range(running.place, len(running.slides))
        place = next((place for place in behind if question not in running.slides[place].items), running.place)
        if place != running.place:
            running.go_to(place)

    def _set_shown(self, *, shown: bool) -> None:
        if shown != self._is_shown:
            self._is_shown = shown
            self.changed.emit()

    @Slot()
    def _on_running_slide_changed(self) -> None:
        if self._session.is_open and self._place != self._running.place:
            self._place = self._running.place
            self._meet()

    @Slot()
    def _on_session_changed(self) -> None:
        if not self._session.is_open:
            return
        room, question, phase = self.room, self._question, self._phase
        self._question, self._phase = room.question, room.phase
        if room.phase is Phase.ENDED and phase is not Phase.ENDED:
            self._leave(question)
        elif room.question not in {"", question}:
            self._follow(room.question)
        self.changed.emit()

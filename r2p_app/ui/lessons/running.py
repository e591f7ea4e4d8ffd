"""A lesson that is being taught: which slide, since when, blank or not, hands counted. Views follow its signals."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Lesson, LessonStep
from r2p_app.lessons.pace import Pace, pace
from r2p_app.lessons.slides import Show, Slide, first_of, slides
from r2p_app.ui.lessons.slide_sheet import Sheet
from r2p_app.ui.lessons.vote_slide import Hands

_TICK = 1000
_ASKING = frozenset({Show.QUESTION, Show.VOTE, Show.ANSWER})


class RunningLesson(QObject):
    """The state of a lesson between its two windows.

    Signals:
        slide_changed: Another slide is shown, or its hands have changed.
        blank_changed: The projector goes blank, or shows again.
        ticked: A second has passed.
        ended: The teacher has ended the lesson.
    """

    slide_changed = Signal()
    blank_changed = Signal(bool)
    ticked = Signal()
    ended = Signal()

    def __init__(
        self,
        lesson: Lesson,
        library: Library,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.lesson, self.library = lesson, library
        self.slides = slides(lesson, library)
        self.is_blank, self.shows_clock = False, False
        self._place = 0
        self._hands: dict[str, Hands] = {}
        self._clock = clock
        self._began: float | None = None
        self._step_began: float | None = None
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self.ticked)

    @property
    def place(self) -> int:
        """Which slide is shown."""
        return self._place

    @property
    def slide(self) -> Slide:
        """The slide that is shown."""
        return self.slides[self._place]

    @property
    def question(self) -> QuestionBase | None:
        """The question that is shown, before its vote or after."""
        return self.library.find(self.slide.items[0], QuestionBase) if self.slide.items else None

    def questions_to_come(self) -> tuple[str, ...]:
        """Return the ids of the question that is shown and of those after it, in their order."""
        ahead = [slide.items[0] for slide in self.slides[self._place :] if slide.show in _ASKING]
        return tuple(dict.fromkeys(ahead))

    @property
    def step(self) -> LessonStep | None:
        """The step it belongs to; None before the first."""
        return self.lesson.steps[self.slide.step] if self.slide.step >= 0 else None

    def sheet(self, place: int | None = None) -> Sheet:
        """Return what stands on a slide, the present one without a place."""
        slide = self.slides[self._place if place is None else place]
        hands = self._hands.get(slide.items[0], Hands()) if slide.items else Hands()
        return Sheet(slide, self.lesson, self.library, hands)

    def pace(self) -> Pace:
        """Return the lesson's clock."""
        now = self._clock()
        elapsed = now - self._began if self._began is not None else 0.0
        in_step = now - self._step_began if self._step_began is not None else 0.0
        return pace(self.lesson, self.slide.step, elapsed=elapsed, in_step=in_step)

    @Slot()
    def next(self) -> None:
        """Show the next slide; a blank screen shows again."""
        self.go_to(self._place + 1)

    @Slot()
    def back(self) -> None:
        """Show the slide before."""
        self.go_to(self._place - 1)

    def next_step(self) -> None:
        """Go to the first slide of the next step, past what the present one could still show."""
        if self.slide.step + 1 < len(self.lesson.steps):
            self.go_to(first_of(self.slides, self.slide.step + 1))

    def go_to(self, place: int) -> None:
        """Show a slide; nothing beyond the first and the last."""
        if not 0 <= place < len(self.slides):
            return
        before, self._place = self.slide.step, place
        self.set_blank(blank=False)
        if self.slide.step != before:
            self._begin_step()
        self.slide_changed.emit()

    @Slot()
    def toggle_blank(self) -> None:
        """Hide everything from the class, or show it again."""
        self.set_blank(blank=not self.is_blank)

    def set_blank(self, *, blank: bool) -> None:
        """Hide everything from the class, or show it again."""
        if blank != self.is_blank:
            self.is_blank = blank
            self.blank_changed.emit(blank)

    @Slot()
    def toggle_clock(self) -> None:
        """Show the class how long the step still takes, or do not: no clock is the default."""
        self.shows_clock = not self.shows_clock
        self.slide_changed.emit()

    def count(self, round_: int, part: str, hands: int) -> None:
        """Write down how many hands were raised for a part of the question that is shown."""
        question = self.slide.items[0]
        self._hands[question] = self._hands.get(question, Hands()).counted(round_, part, hands)
        self.slide_changed.emit()

    @Slot()
    def end(self) -> None:
        """End the lesson."""
        self._ticking.stop()
        self.ended.emit()

    def _begin_step(self) -> None:
        now = self._clock()
        if self._began is None and self.slide.step >= 0:
            self._began = now
            self._ticking.start()
        self._step_began = now

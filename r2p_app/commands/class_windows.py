"""The windows of a class for `r2p screenshots`: presenter and projector of a lesson, console and projector of a quiz.

Each has a link of its own: `presenter://l-x/3` is the third step of a lesson as its teacher sees it, and
`projector://l-x/3.2` the second slide of that step as the class does. `console://q-a,q-b/explained` is a live quiz with
these questions at that moment of the first, led from the main window; `projector://q-a,q-b/explained` is what the class
sees of it. The room is open on this computer alone, with a class that answers by chance.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from random import Random
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from r2p_app.commands.offscreen import OffscreenRun

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from r2p_app.content.teaching import Lesson
    from r2p_app.live.events import Phase
    from r2p_app.live.host import Host
    from r2p_app.ui.lessons.running import RunningLesson
    from r2p_app.ui.live.session import LiveSession

W = TypeVar("W", bound="QWidget")

_LINK = re.compile(r"(presenter|projector|console)://([\w,-]+)(?:/([\w.-]+))?")
_SLIDE = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))?")
_LOOPBACK = "127.0.0.1"
_STUDENTS = 24
_KNOW = {1: 0.3, 2: 0.7}
"""Who knows the answer in the first vote and in the second; the others guess."""

_GONE = 0.4
"""The part of the present step's time that has gone by; the steps before took what was planned for them."""


class NothingThere(Exception):  # noqa: N818 - said to a person
    """A link names no lesson, question, slide or moment that there is."""


class ClassView(NamedTuple):
    """A window of a class: which one, of which lesson or questions, at which moment ("" for the beginning)."""

    window: str
    subject: str
    moment: str = ""

    @classmethod
    def parse(cls, link: str) -> "ClassView | None":
        """Read `presenter://l-x/3`; None for a link of another kind."""
        match = _LINK.fullmatch(link)
        return cls(match[1], match[2], match[3] or "") if match is not None else None


def opened(offscreen: OffscreenRun, view: ClassView) -> AbstractContextManager["QWidget"]:
    """Return a context that opens a window of a class and closes it; entering it may raise `NothingThere`."""
    from r2p_app.content.teaching import Lesson

    lesson = offscreen.program.services.state.library.find(view.subject, Lesson)
    if lesson is not None and view.window != "console":
        return _lesson_window(offscreen, lesson, view)
    return _quiz_window(offscreen, view)


@contextmanager
def _lesson_window(offscreen: OffscreenRun, lesson: "Lesson", view: ClassView) -> Iterator["QWidget"]:
    from r2p_app.ui.lessons.edges import edges
    from r2p_app.ui.lessons.presenter import Presenter
    from r2p_app.ui.projector.window import ProjectorWindow

    running = _taught(offscreen, lesson, view.moment)
    if view.window == "presenter":
        with _closed_after(offscreen, Presenter(running, offscreen.program.services.state)) as presenter:
            presenter.first_focus().setFocus()
            yield presenter
    else:
        with _closed_after(offscreen, ProjectorWindow()) as projector:
            projector.canvas.show_content(running.sheet(), edges(running))
            yield projector


def _taught(offscreen: OffscreenRun, lesson: "Lesson", moment: str) -> "RunningLesson":
    """Return a lesson that was taught as planned up to a slide."""
    from r2p_app.lessons.plan import starts
    from r2p_app.ui.lessons.running import RunningLesson

    seconds = [0.0]
    running = RunningLesson(lesson, offscreen.program.services.state.library, clock=lambda: seconds[0])
    place = _place(running, moment)
    for number in range(place + 1):
        step = running.slides[number].step
        seconds[0] = 60.0 * starts(lesson)[max(step, 0)]
        running.go_to(number)
    if running.step is not None:
        seconds[0] += 60.0 * running.step.minutes * _GONE
    return running


def _place(running: "RunningLesson", moment: str) -> int:
    """Return where the slide stands that is called `3` (the first of the step) or `3.2`; the title for ""."""
    if not moment:
        return 0
    match = _SLIDE.fullmatch(moment)
    step, number = (int(match[1]), int(match[2] or 1)) if match is not None else (0, 0)
    found = [place for place, slide in enumerate(running.slides) if slide.step == step - 1 >= 0]
    if not 0 < number <= len(found):
        raise NothingThere(moment)
    return found[number - 1]


@contextmanager
def _quiz_window(offscreen: OffscreenRun, view: ClassView) -> Iterator["QWidget"]:
    from r2p_app.ui.live.projector import show_scene
    from r2p_app.ui.live.scene import make_scene
    from r2p_app.ui.projector.window import ProjectorWindow

    with _room(offscreen, view) as session:
        if view.window == "console":
            yield offscreen.program.window
            return
        with _closed_after(offscreen, ProjectorWindow()) as projector:
            show_scene(projector.canvas, make_scene(session.host, with_names=False), session.door)
            yield projector


@contextmanager
def _room(offscreen: OffscreenRun, view: ClassView) -> Iterator["LiveSession"]:
    """Open a room on the page of the live quiz, and lead a class to the moment of a view."""
    from r2p_app.content.questions import QuestionBase
    from r2p_app.live.events import Options, Phase
    from r2p_app.live.kinds import askable
    from r2p_app.live.opening import Wish

    services = offscreen.program.services
    ids = tuple(view.subject.split(","))
    asked = askable(one for one in (services.state.library.find(name, QuestionBase) for name in ids) if one is not None)
    moment = view.moment or Phase.LOBBY
    if view.window == "presenter" or len(asked) != len(ids) or moment not in {*Phase}:
        raise NothingThere(view.subject)
    services.shell.navigation.open("r2p://live")
    offscreen.settle()
    session = services.state.live
    if session is None:
        raise NothingThere(view.subject)
    session.open(services.state.library, Wish(ids, Options(), _LOOPBACK))
    offscreen.wait_until(lambda: session.is_open, "the room of a live quiz")
    try:
        with _told(offscreen, session.changed):
            _attend(session.host, Phase(moment))
        yield session
    finally:
        with _told(offscreen, session.closed):
            session.close()


@contextmanager
def _told(offscreen: OffscreenRun, signal: "SignalInstance") -> Iterator[None]:
    """Wait until the window has heard of what was done."""
    told: list[None] = []
    signal.connect(lambda: told.append(None))
    yield
    offscreen.wait_until(lambda: bool(told), "the room of a live quiz")


def _attend(host: "Host", until: "Phase") -> None:
    """Have a class come in and answer the first question by chance, up to a moment."""
    from r2p_app.live.events import Phase
    from r2p_app.live.room import Room

    rng = Random(_STUDENTS)
    for _ in range(_STUDENTS):
        host.join("")
    while host.room.phase is not until:
        host.do(Room.end if until is Phase.ENDED else Room.go_on)
        for student in host.room.students if host.room.round is not None else ():
            _vote(host, student, rng)


def _vote(host: "Host", student: int, rng: Random) -> None:
    """Answer rightly or by chance; after talking more answer rightly."""
    from r2p_app.learning.questions import key
    from r2p_app.live.events import Round
    from r2p_app.live.forms import ChoiceForm, ChoiceReply
    from r2p_app.live.kinds import form_of, reply_of
    from r2p_app.live.protocol import VoteRequest

    room, shown = host.room, host.shown
    if shown is None or room.round is None:
        return
    form, reply = form_of(shown.question, room.opened.seed, with_words=True), None
    if isinstance(form, ChoiceForm) and rng.random() > _KNOW[room.round]:
        reply = ChoiceReply((rng.randrange(len(form.options)),))
    right = reply_of(shown.question, room.opened.seed, key(shown.question))
    host.vote(student, VoteRequest(place=room.place, round=Round(room.round), reply=reply or right))


@contextmanager
def _closed_after(offscreen: OffscreenRun, window: W) -> Iterator[W]:
    """Show a window and close it in the end."""
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        offscreen.process_events()

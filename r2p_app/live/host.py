"""An open room between the thread of the server and the thread of the window: one lock, one change at a time."""

import secrets
import threading
from collections.abc import Callable, Mapping
from hashlib import blake2b
from random import Random
from secrets import compare_digest

import msgspec

from r2p_app.live.events import Event, Joined, Opened, Options, Round
from r2p_app.live.journal import Journal
from r2p_app.live.kinds import answer_of
from r2p_app.live.phone import Asked, common_state, phone_state
from r2p_app.live.protocol import PhoneState, VoteRequest
from r2p_app.live.replay import apply
from r2p_app.live.room import Reason, Refused, Room

CODE_DIGITS = 6
_TOKEN_BYTES = 24
_encode = msgspec.json.Encoder().encode


def new_code(rng: Random) -> str:
    """Return the digits that students type."""
    return f"{rng.randrange(10**CODE_DIGITS):0{CODE_DIGITS}}"


def opening(questions: tuple[str, ...], options: Options, address: str, port: int, rng: Random) -> Opened:
    """Return how a new room begins; `rng` must not be one that can be guessed."""
    return Opened(
        room=f"{rng.getrandbits(64):016x}",
        code=new_code(rng),
        seed=rng.getrandbits(32),
        questions=questions,
        options=options,
        address=address,
        port=port,
    )


class Host:
    """The room, its file, and who wants to hear of changes. Every method may be called from any thread.

    Listeners are called in the thread that made the change, after it.
    """

    def __init__(self, room: Room, questions: Mapping[str, Asked], journal: Journal) -> None:
        self._room, self._questions, self.journal = room, questions, journal
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._common: PhoneState | None = None
        self._by_print = {student.token_print: student.number for student in room.students.values()}

    @property
    def room(self) -> Room:
        """The room as it stands."""
        return self._room

    @property
    def shown(self) -> Asked | None:
        """The question in view."""
        return self._questions.get(self._room.question)

    def asked(self, question: str) -> Asked:
        """Return a question of the room."""
        return self._questions[question]

    def listen(self, listener: Callable[[], None]) -> None:
        """Have a function called after every change."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """Call it no longer."""
        self._listeners.remove(listener)

    def do(self, step: Callable[[Room], Event]) -> Event:
        """Make a change, as `host.do(Room.go_on)`; raise `Refused`. For the teacher: it is not reached from outside."""
        with self._lock:
            event = step(self._room)
            self.journal.append(event)
            self._room = apply(self._room, event)
        for listener in tuple(self._listeners):
            listener()
        return event

    def knows(self, code: str) -> bool:
        """Tell whether this is the code of the room."""
        return compare_digest(code.encode(), self._room.opened.code.encode())

    def join(self, name: str) -> str:
        """Let a student in and return the token."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        event = self.do(lambda room: room.join(name, _print(token)))
        if isinstance(event, Joined):
            self._by_print[event.token_print] = event.student
        return token

    def student(self, token: str) -> int | None:
        """Return the student whose token this is, None for a stranger or someone removed."""
        number = self._by_print.get(_print(token))
        return number if number in self._room.students else None

    def vote(self, student: int, request: VoteRequest) -> None:
        """Take a vote; raise `Refused`."""
        places = self._room.opened.questions
        shown = self._questions.get(places[request.place]) if request.place < len(places) else None
        if shown is None:
            raise Refused(Reason.NOT_OPEN)
        answer = answer_of(shown.question, self._room.opened.seed, request.reply)
        if answer is None:
            raise Refused(Reason.UNSOUND)
        self.do(lambda room: room.vote(student, request.place, Round(request.round), answer, request.sure))

    def phone_state(self, student: int) -> bytes:
        """Return what this student's phone shows, encoded; raise `Refused` for one who is not in the room."""
        room = self._room
        if student not in room.students:
            raise Refused(Reason.UNKNOWN)
        shown, common = self._questions.get(room.question), self._common
        if common is None or common.version != room.version:
            common = self._common = common_state(room, shown)
        return _encode(phone_state(common, room, student, shown))


def _print(token: str) -> str:
    return blake2b(token.encode(), digest_size=16).hexdigest()

"""A class vote as a value (rule L9): ask, vote in silence, talk, vote again, explain. It knows no network and no clock.

Every change is an `Event`. A method that may be refused returns the event or raises `Refused`; `apply` makes of a room
and an event the next room. A fixed order, paced by the teacher; nobody votes twice.
"""

import enum
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer
from r2p_app.live.events import Event, Joined, Moved, Opened, Options, Phase, Removed, Revealed, Round, Voted

MOST_STUDENTS = 400
LONGEST_NAME = 24
_FORMAT = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Characters that are not seen but can turn or hide what is."""

ROUNDS: Mapping[Phase, Round] = {Phase.FIRST_VOTE: Round.FIRST, Phase.SECOND_VOTE: Round.SECOND}
"""The phases in which votes are taken."""

_NEXT: Mapping[Phase, Phase] = {
    Phase.ASKED: Phase.FIRST_VOTE,
    Phase.FIRST_VOTE: Phase.COUNTED,
    Phase.COUNTED: Phase.TALK,
    Phase.TALK: Phase.SECOND_VOTE,
    Phase.SECOND_VOTE: Phase.EXPLAINED,
}
_BACK: Mapping[Phase, Phase] = {
    Phase.FIRST_VOTE: Phase.ASKED,
    Phase.COUNTED: Phase.FIRST_VOTE,
    Phase.TALK: Phase.COUNTED,
    Phase.SECOND_VOTE: Phase.TALK,
}
"""Never back from an explanation: whoever has seen the key does not vote."""


class Reason(enum.StrEnum):
    """Why something was refused."""

    FULL = "full"
    NOT_OPEN = "not-open"
    VOTED = "voted"
    UNKNOWN = "unknown"
    UNSOUND = "unsound"


class Refused(Exception):  # noqa: N818 - an answer to a wish, not an error
    """The room does not allow it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Student:
    """Someone in the room. The number counts those who came and is never given twice."""

    number: int
    token_print: str
    name: str


@dataclass(frozen=True)
class Vote:
    """One answer."""

    answer: AnyAnswer
    confidence: Confidence | None = None


Ballots = Mapping[int, Vote]
"""The votes of one round, by the student's number."""


@dataclass(frozen=True)
class Room:
    """A room at one moment. `place` is the question in view, from 0; -1 before the first.

    `version` rises with everything that phones have to hear of; a vote concerns only the one who gave it.
    """

    opened: Opened
    place: int = -1
    phase: Phase = Phase.LOBBY
    is_revealed: bool = False
    students: Mapping[int, Student] = field(default_factory=dict)
    votes: Mapping[tuple[str, Round], Ballots] = field(default_factory=dict)
    came: int = 0
    version: int = 0

    @property
    def options(self) -> Options:
        """How the room asks."""
        return self.opened.options

    @property
    def question(self) -> str:
        """The id of the question in view, "" where there is none."""
        return self.opened.questions[self.place] if 0 <= self.place < len(self.opened.questions) else ""

    @property
    def round(self) -> Round | None:
        """The vote that is open."""
        return ROUNDS.get(self.phase)

    @property
    def shows_first_vote(self) -> bool:
        """Whether the results of the first vote may be seen by the class."""
        return self.phase is Phase.EXPLAINED or (self.is_revealed and self.phase in {Phase.COUNTED, Phase.TALK})

    def ballots(self, round_: Round, question: str = "") -> Ballots:
        """Return the votes of a round on a question, by default the one in view."""
        return self.votes.get((question or self.question, round_), {})

    def join(self, name: str, token_print: str) -> Joined:
        """Let a student in, under a name that nobody else has."""
        if len(self.students) >= MOST_STUDENTS or self.phase is Phase.ENDED:
            raise Refused(Reason.FULL if self.phase is not Phase.ENDED else Reason.NOT_OPEN)
        return Joined(student=self.came + 1, token_print=token_print, name=self._free_name(clean_name(name)))

    def remove(self, student: int) -> Removed:
        """Remove a student."""
        self._require(student)
        return Removed(student=student)

    def vote(
        self, student: int, place: int, round_: Round, answer: AnyAnswer, confidence: Confidence | None = None
    ) -> Voted:
        """Take a vote: on the question in view, in the round that is open, once."""
        self._require(student)
        if student in self.votes.get((self._id_at(place), round_), {}):
            raise Refused(Reason.VOTED)
        if place != self.place or round_ is not self.round:
            raise Refused(Reason.NOT_OPEN)
        return Voted(question=self.question, round=round_, student=student, answer=answer, confidence=confidence)

    def go_on(self) -> Moved:
        """Go to the next phase; from an explanation to the next question, from the last one to the end."""
        if self.phase in _NEXT:
            return Moved(place=self.place, phase=_NEXT[self.phase])
        if self.phase is Phase.ENDED:
            raise Refused(Reason.NOT_OPEN)
        is_last = self.place + 1 >= len(self.opened.questions)
        return Moved(place=self.place + 1, phase=Phase.ENDED if is_last else Phase.ASKED)

    def go_back(self) -> Moved:
        """Take the last step back, where nothing was shown that would tell the answer."""
        if self.phase not in _BACK or (self.phase is Phase.COUNTED and self.is_revealed):
            raise Refused(Reason.NOT_OPEN)
        return Moved(place=self.place, phase=_BACK[self.phase])

    def explain(self) -> Moved:
        """Explain without a second vote."""
        if self.phase not in {Phase.COUNTED, Phase.TALK}:
            raise Refused(Reason.NOT_OPEN)
        return Moved(place=self.place, phase=Phase.EXPLAINED)

    def end(self) -> Moved:
        """End the session, whatever is in view."""
        return Moved(place=self.place, phase=Phase.ENDED)

    def reveal(self) -> Revealed:
        """Show the results of the first vote, or hide them; never while votes are taken."""
        if self.phase not in {Phase.COUNTED, Phase.TALK}:
            raise Refused(Reason.NOT_OPEN)
        return Revealed(shown=not self.is_revealed)

    def _id_at(self, place: int) -> str:
        return self.opened.questions[place] if 0 <= place < len(self.opened.questions) else ""

    def _require(self, student: int) -> None:
        if student not in self.students:
            raise Refused(Reason.UNKNOWN)

    def _free_name(self, name: str) -> str:
        taken = {student.name.casefold() for student in self.students.values()}
        candidates = (name, *(f"{name} ({number})" for number in range(2, MOST_STUDENTS + 2)))
        return next(free for free in candidates if free.casefold() not in taken) if name else ""


def clean_name(name: str) -> str:
    """Return a name on one line, without what cannot be seen, no longer than names are."""
    composed = unicodedata.normalize("NFC", name[: 4 * LONGEST_NAME])
    seen = "".join(" " if c.isspace() else c for c in composed if c.isspace() or unicodedata.category(c) not in _FORMAT)
    return " ".join(seen.split())[:LONGEST_NAME].rstrip()


def replay(events: Iterable[Event]) -> Room:
    """Return the room that these events made; the first is `Opened`. Raises `ValueError` where it is not."""
    first, *rest = events
    if not isinstance(first, Opened):
        raise ValueError("a room begins by being opened")
    return reduce(apply, rest, Room(first))


def apply(room: Room, event: Event) -> Room:
    """Return the room after an event that it allowed."""
    return _APPLY[type(event)](room, event)


def _joined(room: Room, event: Joined) -> Room:
    student = Student(event.student, event.token_print, event.name)
    return replace(room, students={**room.students, event.student: student}, came=max(room.came, event.student))


def _removed(room: Room, event: Removed) -> Room:
    students = {number: student for number, student in room.students.items() if number != event.student}
    votes = {key: {n: vote for n, vote in found.items() if n != event.student} for key, found in room.votes.items()}
    return replace(room, students=students, votes=votes, version=room.version + 1)


def _voted(room: Room, event: Voted) -> Room:
    key = (event.question, event.round)
    ballots = {**room.votes.get(key, {}), event.student: Vote(event.answer, event.confidence)}
    return replace(room, votes={**room.votes, key: ballots})


def _moved(room: Room, event: Moved) -> Room:
    keeps = event.place == room.place and event.phase in {Phase.COUNTED, Phase.TALK}
    revealed = room.is_revealed and keeps
    return replace(room, place=event.place, phase=event.phase, is_revealed=revealed, version=room.version + 1)


def _revealed(room: Room, event: Revealed) -> Room:
    return replace(room, is_revealed=event.shown, version=room.version + 1)


# Any: each function takes its own kind of event.
_APPLY: Mapping[type, Callable[[Room, Any], Room]] = {
    Joined: _joined,
    Removed: _removed,
    Voted: _voted,
    Moved: _moved,
    Revealed: _revealed,
}

"""A class vote as a value (rule L9): ask, vote in silence, talk, vote again, explain. It knows no network and no clock.

Every change is an `Event`. A method that may be refused returns the event or raises `Refused`; `replay.apply` makes of
a room and an event the next room. Paced by the teacher, who may skip a question or ask one out of turn; nobody votes
twice.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer
from r2p_app.live.events import Joined, Moved, Opened, Options, Phase, Removed, Revealed, Round, Voted
from r2p_app.live.names import clean_name, free_name

MOST_STUDENTS = 400

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

    `explained` are the places whose key the class has seen: they are not asked again. `version` rises with everything
    that phones have to hear of; a vote concerns only the one who gave it.
    """

    opened: Opened
    place: int = -1
    phase: Phase = Phase.LOBBY
    is_revealed: bool = False
    students: Mapping[int, Student] = field(default_factory=dict)
    votes: Mapping[tuple[str, Round], Ballots] = field(default_factory=dict)
    explained: frozenset[int] = frozenset()
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
    def is_last(self) -> bool:
        """Whether nothing is left to be asked after the question in view."""
        return self._next_place == len(self.opened.questions)

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
        taken = (student.name for student in self.students.values())
        return Joined(student=self.came + 1, token_print=token_print, name=free_name(clean_name(name), taken))

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
        return self._to_next()

    def skip(self) -> Moved:
        """Leave the question in view without an explanation and go to the next, from the last one to the end."""
        if self.phase not in _NEXT:
            raise Refused(Reason.NOT_OPEN)
        return self._to_next()

    def ask(self, place: int) -> Moved:
        """Ask another question, whatever is in view; never one whose key the class has seen."""
        is_other = place != self.place and place in range(len(self.opened.questions))
        if self.phase is Phase.ENDED or not is_other or place in self.explained:
            raise Refused(Reason.NOT_OPEN)
        return Moved(place=place, phase=Phase.ASKED)

    def go_back(self) -> Moved:
        """Take the last step back, where nothing was shown that would tell the answer; so is a skipped question."""
        if self.phase is Phase.ASKED and self.place > 0:
            return self.ask(self.place - 1)
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

    @property
    def _next_place(self) -> int:
        after = range(self.place + 1, len(self.opened.questions))
        return next((place for place in after if place not in self.explained), len(self.opened.questions))

    def _to_next(self) -> Moved:
        return Moved(place=self._next_place, phase=Phase.ENDED if self.is_last else Phase.ASKED)

    def _id_at(self, place: int) -> str:
        return self.opened.questions[place] if 0 <= place < len(self.opened.questions) else ""

    def _require(self, student: int) -> None:
        if student not in self.students:
            raise Refused(Reason.UNKNOWN)

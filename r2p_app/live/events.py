"""What happens in a room, as values: a room is what its events made of it, so that a list of them brings it back."""

import enum

from msgspec import Struct

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer


class Phase(enum.StrEnum):
    """Where a room stands: with a question in view, from `ASKED` to `EXPLAINED`."""

    LOBBY = "lobby"
    ASKED = "asked"
    FIRST_VOTE = "first-vote"
    COUNTED = "counted"
    TALK = "talk"
    SECOND_VOTE = "second-vote"
    EXPLAINED = "explained"
    ENDED = "ended"


class Round(enum.IntEnum):
    """The vote in silence, and the vote after talking."""

    FIRST = 1
    SECOND = 2


class Options(Struct, frozen=True, kw_only=True):
    """How a room asks: the words of a question on the phones or letters only; "how sure are you?" or not."""

    words_on_phones: bool = True
    asks_confidence: bool = True


class Opened(Struct, frozen=True, kw_only=True, tag="opened"):
    """The room, its questions in their order, and where phones find it.

    Everyone sees the parts of a question in one order, which follows from `seed`.
    """

    room: str
    code: str
    seed: int
    questions: tuple[str, ...]
    options: Options
    address: str
    port: int


class Joined(Struct, frozen=True, kw_only=True, tag="joined"):
    """A student came in. Only a fingerprint of the token is kept; the name is "" where none was given."""

    student: int
    token_print: str
    name: str


class Removed(Struct, frozen=True, kw_only=True, tag="removed"):
    """The teacher removed a student; the votes go as well."""

    student: int


class Voted(Struct, frozen=True, kw_only=True, tag="voted"):
    """A student answered."""

    question: str
    round: Round
    student: int
    answer: AnyAnswer
    confidence: Confidence | None = None


class Moved(Struct, frozen=True, kw_only=True, tag="moved"):
    """The teacher went on, or back."""

    place: int
    phase: Phase


class Revealed(Struct, frozen=True, kw_only=True, tag="revealed"):
    """The teacher shows the results of the first vote, or hides them again."""

    shown: bool


Event = Opened | Joined | Removed | Voted | Moved | Revealed

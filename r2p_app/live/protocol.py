"""What is said between the room and a phone. A phone gets its whole state each time, so that nothing can be missed."""

from typing import Annotated

from msgspec import Meta, Struct

from r2p_app.learning.confidence import Confidence
from r2p_app.live.events import Phase, Round
from r2p_app.live.forms import AnyForm, AnyReply

Token = Annotated[str, Meta(min_length=16, max_length=64)]


class JoinRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """A phone wants to come in."""

    code: Annotated[str, Meta(max_length=16)]
    name: Annotated[str, Meta(max_length=100)] = ""


class JoinReply(Struct, frozen=True):
    """The phone is in; the token is shown to nobody else."""

    token: str


class VoteRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to the question at `place` in a round."""

    place: Annotated[int, Meta(ge=0, le=999)]
    round: Round
    reply: AnyReply
    sure: Confidence | None = None


class Hello(Struct, frozen=True, forbid_unknown_fields=True):
    """The first and only message of a phone over its WebSocket."""

    token: Token


class Trouble(Struct, frozen=True):
    """Why a request was refused; `wait` are seconds after which it may be tried again."""

    reason: str
    wait: int = 0


class Given(Struct, frozen=True):
    """An answer that was received."""

    reply: AnyReply
    sure: Confidence | None = None


class Why(Struct, frozen=True):
    """A part of the question after the explanation: what it is, whether it is right, and the reason."""

    text: str
    right: bool
    rationale: str


class Explanation(Struct, frozen=True, omit_defaults=True):
    """What may be known once a question is explained. `days` is the date asked for, first and last day."""

    key: AnyReply
    why: tuple[Why, ...]
    sources: tuple[str, ...]
    rationale: str = ""
    outcome: str = ""
    days: tuple[int, int] | None = None


class PhoneState(Struct, frozen=True, omit_defaults=True):
    """Everything a phone shows. `number` counts questions from 1; `language` is that of the content.

    `given` is this phone's answer in the round in view, `before` its answer in the first.
    """

    version: int
    phase: Phase
    total: int
    number: int = 0
    round: int = 0
    name: str = ""
    language: str = "en"
    prompt: str = ""
    note: str = ""
    form: AnyForm | None = None
    asks_sure: bool = False
    given: Given | None = None
    before: Given | None = None
    explanation: Explanation | None = None

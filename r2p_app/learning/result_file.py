"""A student's run as one small file for the teacher.

A file says what was answered and nothing else; a name is in it only if the student typed one. It has a version and a
checksum, so that what was damaged or is something else is named and left out.
"""

import enum
from collections.abc import Collection, Iterable
from datetime import datetime
from hashlib import blake2b
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from r2p_app.learning.attempts import Attempt, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer

SUFFIX = ".r2presult"
LARGEST = 1_000_000
_FORMAT = "r2p-result"
_VERSION = 1

ShortText = Annotated[str, Meta(max_length=200)]


class Reason(enum.StrEnum):
    """Why a file was left out."""

    FOREIGN = "foreign"
    DAMAGED = "damaged"
    NEWER = "newer"
    DOUBLED = "doubled"


class Unreadable(ValueError):  # noqa: N818 - a finding about a file
    """The file is not a sound result."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class SavedAnswer(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One answer. `is_first` says that the student had never answered the question before."""

    question: ShortText
    answer: AnyAnswer
    key_print: ShortText
    is_first: bool = True
    confidence: Confidence | None = None
    seconds: float = 0.0


class SavedResult(Struct, frozen=True, kw_only=True):
    """A run as its file tells it. `name` is what the student typed for the teacher, "" for nothing."""

    run: ShortText
    pack: ShortText
    pack_version: ShortText
    mode: ShortText
    started_at: datetime
    answers: Annotated[tuple[SavedAnswer, ...], Meta(max_length=2_000)]
    name: ShortText = ""


class _Envelope(Struct, frozen=True):
    format: str
    version: int
    sum: str
    result: msgspec.Raw


def saved_result(
    run: Run, attempts: Iterable[Attempt], first: Collection[str], *, pack: str, pack_version: str, name: str = ""
) -> SavedResult:
    """Return a run as it is saved; `first` are the questions that were never answered before it."""
    answers = tuple(
        SavedAnswer(
            question=attempt.question,
            answer=attempt.answer,
            key_print=attempt.key_print,
            is_first=attempt.counts and attempt.question in first,
            confidence=attempt.confidence,
            seconds=attempt.seconds,
        )
        for attempt in attempts
    )
    return SavedResult(
        run=run.id,
        pack=pack,
        pack_version=pack_version,
        mode=run.mode.value,
        started_at=run.started_at,
        answers=answers,
        name=" ".join(name.split())[:80],
    )


def to_bytes(result: SavedResult) -> bytes:
    """Return the file."""
    inner = msgspec.json.encode(result)
    return msgspec.json.encode(_Envelope(_FORMAT, _VERSION, _sum(inner), msgspec.Raw(inner)))


def from_bytes(data: bytes) -> SavedResult:
    """Read a file; raise `Unreadable`."""
    if len(data) > LARGEST:
        raise Unreadable(Reason.FOREIGN)
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Unreadable(Reason.DAMAGED if _FORMAT.encode() in data[:100] else Reason.FOREIGN) from None
    if envelope.format != _FORMAT:
        raise Unreadable(Reason.FOREIGN)
    if envelope.version > _VERSION:
        raise Unreadable(Reason.NEWER)
    return _checked(bytes(envelope.result), envelope.sum)


def _checked(inner: bytes, told: str) -> SavedResult:
    if _sum(inner) != told:
        raise Unreadable(Reason.DAMAGED)
    try:
        return msgspec.json.decode(inner, type=SavedResult)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Unreadable(Reason.DAMAGED) from None


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()

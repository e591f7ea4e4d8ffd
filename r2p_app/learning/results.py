"""A student's run as one small file for the teacher, and what the files of a class come to together.

A file says what was answered and nothing else; a name is in it only if the student typed one. It has a version and a
checksum, so that what was damaged or is something else is named and left out. Of a class nothing is said about single
students, and nothing about fewer than ten answers (rule L10).
"""

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.calibration import Calibration
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import AnyAnswer, fits, grade
from r2p_app.learning.statistics import QuestionStatistics, Tally, calibration_of, response, statistics, tallies

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


@dataclass(frozen=True)
class Collected:
    """The sound results, each run once, and the names of the files that were left out, with the reason."""

    results: tuple[SavedResult, ...] = ()
    left_out: tuple[tuple[str, Reason], ...] = ()


def collect(files: Iterable[tuple[str, bytes]], before: Collected | None = None) -> Collected:
    """Read files by name and content and add them to those before. Of a run saved twice the fuller one counts."""
    known = {result.run: result for result in (before.results if before else ())}
    left_out = list(before.left_out if before else ())
    for name, data in files:
        try:
            result = from_bytes(data)
        except Unreadable as fault:
            left_out.append((name, fault.reason))
            continue
        if result.run in known:
            left_out.append((name, Reason.DOUBLED))
        if result.run not in known or len(result.answers) > len(known[result.run].answers):
            known[result.run] = result
    return Collected(tuple(known.values()), tuple(left_out))


@dataclass(frozen=True)
class Item:
    """What a class did with one question. `right` are those who were wholly right."""

    question: QuestionBase
    right: int
    statistics: QuestionStatistics


@dataclass(frozen=True)
class ClassReport:
    """A class as a whole: its questions in the order asked, and how sure it was against how right.

    `outdated` counts answers to questions whose key has changed since, or that are not in the content any more.
    """

    students: int
    items: tuple[Item, ...]
    calibration: tuple[Calibration, ...]
    outdated: int = 0
    tallies: tuple[Tally, ...] = ()


def class_report(results: Sequence[SavedResult], questions: Mapping[str, QuestionBase]) -> ClassReport:
    """Return what the results come to, judged by today's key; only first answers count."""
    answers = [(result, answer) for result in results for answer in result.answers if answer.is_first]
    sound = [(result, answer) for result, answer in answers if _is_current(answer, questions)]
    attempts = ((result.run, _attempt(result, answer, questions)) for result, answer in sound)
    return report(len(results), attempts, questions, outdated=len(answers) - len(sound))


def report(
    students: int,
    attempts: Iterable[tuple[str, Attempt]],
    questions: Mapping[str, QuestionBase],
    *,
    outdated: int = 0,
) -> ClassReport:
    """Return what attempts come to, each with the person who made it; persons are told apart and not named."""
    tallied = tallies(one for person, attempt in attempts if (one := response(person, attempt)) is not None)
    items = tuple(Item(questions[one.question], one.right, statistics(one)) for one in tallied)
    return ClassReport(students, items, calibration_of(tallied), outdated, tallied)


def result_tallies(result: SavedResult, questions: Mapping[str, QuestionBase]) -> tuple[Tally, ...]:
    """Return the tallies of one file, judged by today's key; a diagnostic counts for nothing."""
    if result.mode == Mode.DIAGNOSTIC:
        return ()
    sound = (answer for answer in result.answers if answer.is_first and _is_current(answer, questions))
    found = (response(result.run, _attempt(result, answer, questions)) for answer in sound)
    return tallies(one for one in found if one is not None)


def _is_current(answer: SavedAnswer, questions: Mapping[str, QuestionBase]) -> bool:
    question = questions.get(answer.question)
    return question is not None and fits(question, answer.answer) and key_print(question) == answer.key_print


def _attempt(result: SavedResult, answer: SavedAnswer, questions: Mapping[str, QuestionBase]) -> Attempt:
    return Attempt(
        run=result.run,
        question=answer.question,
        answer=answer.answer,
        score=grade(questions[answer.question], answer.answer).score,
        at=result.started_at,
        confidence=answer.confidence,
        seconds=answer.seconds,
        key_print=answer.key_print,
    )

"""Numbers: each has a value or a range, ranges hold their values, votes add up."""

from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.model import Document, Figure, Series
from r2p_app.content.problems import Level, Position
from r2p_app.content.questions import Numeric
from r2p_app.content.subjects import Subject

COUNCIL_SEATS = 15


def _amount(value: float | None, low: float | None, high: float | None, at: Position) -> Iterator[Fault]:
    if value is None and (low is None or high is None):
        hint = "write “value”, or both “low” and “high”; a point of a series may say under “note” why nothing is known"
        yield Fault(at, "there is neither a value nor a range", hint)
    elif (low is None) != (high is None):
        yield Fault(at, "a range needs both ends", "write both “low” and “high”")
    elif low is not None and high is not None and not low <= (low if value is None else value) <= high:
        yield Fault(at, "the value does not lie between “low” and “high”")


def figure(record: Figure, subject: Subject) -> Iterator[Fault]:
    """A figure has a value or a range."""
    yield from _amount(record.value, record.low, record.high, subject.at())


def points(record: Series, subject: Subject) -> Iterator[Fault]:
    """So has every point of a series, or it says why nothing is known there: a gap. And there are points."""
    if not record.points:
        yield Fault(subject.at("points"), "a series needs points")
    for index, point in enumerate(record.points):
        is_gap = point.value is None and point.low is None and point.high is None and bool(point.note)
        if not is_gap:
            yield from _amount(point.value, point.low, point.high, subject.at("points", index))


def vote(record: Document, subject: Subject) -> Iterator[Fault]:
    """The names listed agree with the numbers, and the Council has fifteen seats."""
    if record.vote is None:
        return
    at = subject.at("vote")
    cast = record.vote.in_favour + record.vote.against + record.vote.abstaining
    if "Security Council" in record.body and cast > COUNCIL_SEATS:
        yield Fault(at, f"{cast} votes, but the Council has {COUNCIL_SEATS} seats")
    for key, number in (("opponents", record.vote.against), ("abstainers", record.vote.abstaining)):
        names = getattr(record.vote, key)
        if names and len(names) != number:
            yield Fault(subject.at("vote", key), f"{len(names)} names under “{key}”, but the number is {number}")


def mistakes(record: Numeric, subject: Subject) -> Iterator[Fault]:
    """A wrong number is outside the tolerance, and listed once."""
    seen: set[float] = set()
    for index, mistake in enumerate(record.mistakes):
        at = subject.at("mistakes", index, "value")
        if abs(mistake.value - record.value) <= record.tolerance:
            message = f"{mistake.value:g} counts as right: it is within {record.tolerance:g} of {record.value:g}"
            yield Fault(at, message, "narrow the tolerance or delete the mistake")
        elif mistake.value in seen:
            yield Fault(at, f"{mistake.value:g} stands here twice")
        seen.add(mistake.value)


def tolerance(record: Numeric, subject: Subject) -> Iterator[Fault]:
    """A tolerance as large as the value lets nearly everything pass."""
    if record.tolerance and record.tolerance >= abs(record.value):
        yield Fault(subject.at("tolerance"), "the tolerance is as large as the value", "narrow it")


RECORD_CHECKS = (
    RecordCheck("figure-value", Figure, figure, drops=True),
    RecordCheck("series-value", Series, points, drops=True),
    RecordCheck("vote-count", Document, vote),
    RecordCheck("numeric-mistake", Numeric, mistakes),
    RecordCheck("numeric-tolerance", Numeric, tolerance, Level.WARNING),
)

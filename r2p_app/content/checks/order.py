"""Dates that must follow one another."""

from collections.abc import Iterator
from itertools import pairwise

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.dates import parse
from r2p_app.content.model import Series, SeriesKind
from r2p_app.content.problems import Level
from r2p_app.content.questions import Ordering, TimelinePlacement
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import Story


def series(record: Series, subject: Subject) -> Iterator[Fault]:
    """The points of a line or of steps ascend; bars and ranges may stand for things of one date."""
    if record.kind not in (SeriesKind.LINE, SeriesKind.STEP):
        return
    for index, (before, after) in enumerate(pairwise(record.points), 1):
        if parse(after.date).sort_key <= parse(before.date).sort_key:
            message = f"the point of {after.date} does not come after the one of {before.date}"
            yield Fault(subject.at("points", index, "date"), message, "put the points in the order of their dates")


def ordering(record: Ordering, subject: Subject) -> Iterator[Fault]:
    """Things to put in order stand in the right order in the file."""
    for index, (before, after) in enumerate(pairwise(record.items), 1):
        if before.date and after.date and parse(after.date).latest < parse(before.date).earliest:
            message = f"{after.date} comes before {before.date}, the item above it"
            yield Fault(subject.at("items", index, "date"), message, "write the items in the right order")


def ambiguous_ordering(record: Ordering, subject: Subject) -> Iterator[Fault]:
    """Dates that overlap leave more than one right order."""
    for index, (before, after) in enumerate(pairwise(record.items), 1):
        if before.date and after.date:
            first, second = parse(before.date), parse(after.date)
            if second.earliest <= first.latest and second.latest >= first.earliest:
                message = f"{before.date} and {after.date} overlap: more than one order is right"
                yield Fault(subject.at("items", index, "date"), message, "give days, or choose other items")


def placement(record: TimelinePlacement, subject: Subject) -> Iterator[Fault]:
    """The date to be placed lies on the axis that is shown."""
    date, start, end = parse(record.date), parse(record.start), parse(record.end)
    if start.earliest >= end.latest:
        yield Fault(subject.at("end"), "the axis ends before it begins")
    elif date.earliest < start.earliest or date.latest > end.latest:
        yield Fault(subject.at("date"), f"{record.date} lies outside the axis from {record.start} to {record.end}")


def story(record: Story, subject: Subject) -> Iterator[Fault]:
    """The steps of a story go forward in time, or say why not; none ends before it begins."""
    for index, step in enumerate(record.steps):
        if parse(step.end).latest < parse(step.start).earliest:
            yield Fault(subject.at("steps", index, "end"), f"{step.end} is before {step.start}", "swap them")
    for index, (before, after) in enumerate(pairwise(record.steps), 1):
        if parse(after.start).earliest < parse(before.start).earliest and not after.back_because:
            message = f"the step goes back from {before.start} to {after.start}"
            hint = "say why under “back_because”, or put the steps in the order of time"
            yield Fault(subject.at("steps", index, "start"), message, hint)


RECORD_CHECKS = (
    RecordCheck("date-order", Series, series),
    RecordCheck("date-order", Ordering, ordering, drops=True),
    RecordCheck("date-overlap", Ordering, ambiguous_ordering, Level.WARNING),
    RecordCheck("date-order", TimelinePlacement, placement, drops=True),
    RecordCheck("story-order", Story, story),
)

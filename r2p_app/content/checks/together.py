"""Do records that are shown together agree: a step and its event, an arrow and its days, a guide and its table?"""

from collections import Counter
from collections.abc import Iterator

from r2p_app.content.checks.base import Fault
from r2p_app.content.checks.whole import Found, Whole, WholeCheck
from r2p_app.content.dates import Date, parse
from r2p_app.content.model import Case, Event, Movement, Place
from r2p_app.content.problems import Level
from r2p_app.content.questions import MapLocation
from r2p_app.content.teaching import Comparison, DecisionPoint, Guide, Sequence, Story, StoryStep

LEAST_DECISIONS = 6


def vague_locations(whole: Whole) -> Iterator[Found]:
    """Learners are not asked to find a place whose position is only approximate."""
    vague = {place.name.casefold() for _, place in whole.of(Place) if place.approximate}
    for entry, question in whole.of(MapLocation):
        if question.name.casefold() in vague:
            message = f"the position of “{question.name}” is only approximate"
            yield Found(entry.file, Fault(entry, message, "ask for another place"))


def unseen_story_events(whole: Whole) -> Iterator[Found]:
    """The event that a step of a story selects is on the screen: among its days, and in one of its lanes."""
    for entry, story in whole.of(Story):
        for number, step in enumerate(story.steps, 1):
            event = whole.entries.get(step.event)
            if event is not None and isinstance(event.item, Event) and (why := _why_unseen(step, event.item)):
                message = f"step {number}: the event “{step.event}” is not seen, because {why}"
                yield Found(entry.file, Fault(entry, message, "change the days or the lanes of the step"))


def _why_unseen(step: StoryStep, event: Event) -> str:
    date = parse(event.date)
    if date.latest < parse(step.start).earliest or date.earliest > parse(step.end).latest:
        return f"its date is {event.date}"
    return "it stands in other lanes" if step.lanes and not {*step.lanes} & {*event.lanes} else ""


def movements_beside_events(whole: Whole) -> Iterator[Found]:
    """A movement and the events that it belongs to share a day, so that the map does not contradict the timeline."""
    for entry, movement in whole.of(Movement):
        date = parse(movement.date)
        for event in (whole.entries[name].item for name in movement.events if name in whole.entries):
            if isinstance(event, Event) and not _touch(date, parse(event.date)):
                message = f"the movement is dated {movement.date}, its event “{event.id}” {event.date}"
                yield Found(entry.file, Fault(entry, message, "mend a date, or leave the event out"))


def _touch(one: Date, other: Date) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def sequences_back_in_time(whole: Whole) -> Iterator[Found]:
    """A sequence follows the days of its decision points."""
    for entry, sequence in whole.of(Sequence):
        found = [whole.entries.get(step.decision) for step in sequence.steps]
        days = [parse(one.item.date) for one in found if one is not None and isinstance(one.item, DecisionPoint)]
        if days != sorted(days, key=lambda day: day.sort_key):
            message = f"the steps of “{sequence.id}” are not in the order of time"
            yield Found(entry.file, Fault(entry, message, "what one has learned cannot be unlearned"))


def few_decisions(whole: Whole) -> Iterator[Found]:
    """A case that has decision points has enough of them to choose from."""
    counts = Counter(entry.case for entry, _ in whole.of(DecisionPoint))
    for entry, case in whole.of(Case):
        if 0 < counts[case.id] < LEAST_DECISIONS:
            message = f"the case “{case.id}” has {counts[case.id]} decision points, fewer than {LEAST_DECISIONS}"
            yield Found(entry.file, Fault(entry, message, "write others, from different seats and times"))


def guides_beside_comparisons(whole: Whole) -> Iterator[Found]:
    """A guide asks about rows of its comparison and leads to its columns, to each of them."""
    for entry, guide in whole.of(Guide):
        found = whole.entries.get(guide.comparison)
        if found is not None and isinstance(found.item, Comparison):
            for message in _unfit(guide, found.item):
                yield Found(entry.file, Fault(entry, message, f"see the rows and columns of “{guide.comparison}”"))


def _unfit(guide: Guide, comparison: Comparison) -> Iterator[str]:
    rows, columns = {row.id for row in comparison.rows}, {column.id for column in comparison.columns}
    outcomes = [outcome.column for outcome in guide.outcomes]
    yield from (f"the comparison has no row “{step.row}”" for step in guide.steps if step.row not in rows)
    named = {name for step in guide.steps for choice in step.choices for name in choice.fits}
    yield from (f"the comparison has no column “{name}”" for name in sorted({*named, *outcomes} - columns))
    yield from (f"no outcome says what “{name}” is" for name in sorted(columns.difference(outcomes)))
    yield from (f"no answers lead to “{name}” alone" for name in sorted(columns) if not _is_reached(guide, name))


def _is_reached(guide: Guide, column: str) -> bool:
    """Tell whether somebody who has this column in mind can answer so that it alone is left."""
    left = {outcome.column for outcome in guide.outcomes}
    for step in guide.steps:
        fitting = sorted((choice.fits for choice in step.choices if column in choice.fits), key=len)
        left.intersection_update(*fitting[:1])
    return left == {column}


WHOLE_CHECKS = (
    WholeCheck("place-approximate", vague_locations),
    WholeCheck("story-event", unseen_story_events),
    WholeCheck("sequence-order", sequences_back_in_time),
    WholeCheck("decision-few", few_decisions, Level.WARNING),
    WholeCheck("guide-comparison", guides_beside_comparisons),
    WholeCheck("movement-event", movements_beside_events),
)

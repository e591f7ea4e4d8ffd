"""Questions about the pack as a whole: does everything that is named exist, and is everything there reached?"""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from r2p_app.content.checks.base import Fault
from r2p_app.content.dates import Date, parse
from r2p_app.content.files import CASES, PackFile
from r2p_app.content.kinds import CASE, CHAPTER
from r2p_app.content.library import Entry
from r2p_app.content.lint.tolls import counts_dead
from r2p_app.content.model import Case, Event, Figure, Movement, Place, Series, Source
from r2p_app.content.pointers import Pointer
from r2p_app.content.problems import Faults, Level, Problem
from r2p_app.content.questions import MapLocation
from r2p_app.content.teaching import Comparison, DecisionPoint, Guide, Story, StoryStep
from r2p_app.content.teaching import Sequence as DecisionSequence
from r2p_app.content.unit import Unit

LEAST_DECISIONS = 6

MAX_SUGGESTIONS = 40
"""Looking for the id an author may have meant is slow; nobody needs more at a time."""


class Whole:
    """All files of the pack, and all sound records by id.

    A single file is checked beside a pack by giving the pack's records, and the anchors of its chapters.
    """

    def __init__(
        self,
        files: Sequence[tuple[PackFile, Unit[Any]]],
        entries: Mapping[str, Entry],
        anchors: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.files = files
        self.entries = entries
        self.anchors = _anchors(files) if anchors is None else anchors
        self.left_out = frozenset(item_id for _, unit in files for item_id in unit.left_out)
        self._suggestions = MAX_SUGGESTIONS

    @cached_property
    def targets(self) -> frozenset[str]:
        """Every id that something points to."""
        return frozenset(pointer.target for _, unit in self.files for pointer in unit.pointers)

    def of(self, type_: type[Any]) -> Iterator[tuple[Entry, Any]]:
        """Yield the entries whose record is of a type."""
        return ((entry, entry.item) for entry in self.entries.values() if isinstance(entry.item, type_))

    def suggestion(self, target: str, kinds: tuple[str, ...]) -> str:
        """Return a hint: the id that may have been meant."""
        known = [entry.id for entry in self.entries.values() if not kinds or entry.kind in kinds]
        self._suggestions -= 1
        close = difflib.get_close_matches(target[:100], known, n=1) if self._suggestions >= 0 else []
        return f"did you mean “{close[0]}”?" if close else "look for the id in the files of its kind"


def _anchors(files: Sequence[tuple[PackFile, Unit[Any]]]) -> Mapping[str, frozenset[str]]:
    """The anchors of each chapter."""
    return {unit.records[0].id: frozenset(unit.anchors) for _, unit in files if unit.anchors}


class Found(NamedTuple):
    """A fault and the file it is in."""

    file: str
    fault: Fault


class WholeCheck(NamedTuple):
    """A question about the pack."""

    code: str
    find: Callable[[Whole], Iterator[Found]]
    level: Level = Level.ERROR


def broken(whole: Whole) -> Iterator[Found]:
    """Everything that is named exists and is of the right kind."""
    for file, unit in whole.files:
        for pointer in unit.pointers:
            if (fault := _broken(pointer, whole)) is not None:
                yield Found(file.path, fault)


def _broken(pointer: Pointer, whole: Whole) -> Fault | None:
    wanted = " or ".join(pointer.kinds) or "record"
    entry = whole.entries.get(pointer.target)
    if entry is None:
        if pointer.target in whole.left_out:
            return None  # what is wrong with it is reported where it stands
        message = f"there is no {wanted} “{pointer.target}”"
        return Fault(pointer, message, whole.suggestion(pointer.target, pointer.kinds))
    if pointer.kinds and entry.kind not in pointer.kinds:
        return Fault(pointer, f"“{pointer.target}” is of the kind {entry.kind}; expected {wanted}")
    if pointer.fragment and pointer.fragment not in whole.anchors.get(pointer.target, ()):
        hint = "write {#" + pointer.fragment + "} after a heading or paragraph of that chapter"
        return Fault(pointer, f"“{pointer.target}” has no anchor “{pointer.fragment}”", hint)
    return None


def unused_sources(whole: Whole) -> Iterator[Found]:
    """Every source is cited."""
    for entry, _ in whole.of(Source):
        if entry.id not in whole.targets:
            yield Found(entry.file, Fault(entry, f"nothing cites the source “{entry.id}”", "cite it or delete it"))


def unlisted_chapters(whole: Whole) -> Iterator[Found]:
    """Every chapter stands in the order of its case."""
    listed = {chapter for _, case in whole.of(Case) for chapter in case.chapters}
    for entry in whole.entries.values():
        if entry.kind == CHAPTER.name and entry.id not in listed:
            hint = "add it to “chapters” in case.yaml"
            yield Found(entry.file, Fault(entry, f"no case lists the chapter “{entry.id}”", hint))


def foreign_chapters(whole: Whole) -> Iterator[Found]:
    """A case lists the chapters of its own folder."""
    for entry, case in whole.of(Case):
        for chapter_id in case.chapters:
            chapter = whole.entries.get(chapter_id)
            if chapter is not None and chapter.case != case.id:
                hint = f"it stands in {chapter.file}"
                yield Found(entry.file, Fault(entry, f"the chapter “{chapter_id}” belongs to another case", hint))


def cases_without_file(whole: Whole) -> Iterator[Found]:
    """A folder of a case says what the case is."""
    known = {entry.id for entry in whole.entries.values() if entry.kind == CASE.name} | whole.left_out
    seen: set[str] = set()
    for file, unit in whole.files:
        if file.case and file.case not in known | seen and unit.kind != CASE.name:
            seen.add(file.case)
            hint = f"add {CASES}/{file.case}/case.yaml with “case:”"
            yield Found(file.path, Fault(None, f"the folder {CASES}/{file.case} has no case", hint))


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


def dead_on_the_map(whole: Whole) -> Iterator[Found]:
    """An arrow stands for people who moved: no toll gives its number (rule G6)."""
    for entry, movement in whole.of(Movement):
        figure = whole.entries.get(movement.figure)
        if figure is not None and isinstance(figure.item, Figure) and figure.item.toll:
            message = f"the figure “{movement.figure}” counts people killed"
            yield Found(entry.file, Fault(entry, message, "name a figure of those who moved, or none"))


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


def dead_compared(whole: Whole) -> Iterator[Found]:
    """No chart sets the dead of one case beside those of another (rule G6)."""
    cases = [case.title for _, case in whole.of(Case) if case.kind == "case"]
    for entry, series in whole.of(Series):
        if counts_dead(f"{series.unit} {series.title} {series.question}"):
            words = " ".join(f"{point.label} {point.note}" for point in series.points)
            named = [title for title in cases if re.search(rf"\b{re.escape(title)}\b", words)]
            if len(named) > 1:
                message = f"this chart compares people killed in {' and '.join(named)}"
                yield Found(
                    entry.file, Fault(entry, message, "tolls of different cases are not compared: leave it out")
                )


def sequences_back_in_time(whole: Whole) -> Iterator[Found]:
    """A sequence follows the days of its decision points."""
    for entry, sequence in whole.of(DecisionSequence):
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


WHOLE_CHECKS = (
    WholeCheck("link-broken", broken),
    WholeCheck("source-unused", unused_sources, Level.WARNING),
    WholeCheck("chapter-unlisted", unlisted_chapters, Level.WARNING),
    WholeCheck("chapter-foreign", foreign_chapters),
    WholeCheck("case-file", cases_without_file),
    WholeCheck("place-approximate", vague_locations),
    WholeCheck("story-event", unseen_story_events),
    WholeCheck("sequence-order", sequences_back_in_time),
    WholeCheck("decision-few", few_decisions, Level.WARNING),
    WholeCheck("guide-comparison", guides_beside_comparisons),
    WholeCheck("movement-event", movements_beside_events),
    WholeCheck("movement-toll", dead_on_the_map),
    WholeCheck("toll-compared", dead_compared),
)


def check_whole(whole: Whole) -> list[Problem]:
    """Return what is wrong with the pack as a whole."""
    found: dict[str, Faults] = {}
    for check in WHOLE_CHECKS:
        for file, fault in check.find(whole):
            faults = found.setdefault(file, Faults(file))
            faults.add(check.level, fault.at, fault.message, fault.hint, code=check.code)
    return [problem for faults in found.values() for problem in faults.found]

"""A room after what happened in it: one event at a time, or all that a file has kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from r2p_app.live.events import Event, Joined, Moved, Opened, Phase, Removed, Revealed, Voted
from r2p_app.live.room import Room, Student, Vote


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
    seen = room.explained | {event.place} if event.phase is Phase.EXPLAINED else room.explained
    moved = replace(room, place=event.place, phase=event.phase, is_revealed=revealed, explained=seen)
    return replace(moved, version=room.version + 1)


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

"""The filters in force in words, each with the filter that is left when it ends."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.model import Actor, Lane
from r2p_app.timeline.filters import Filter
from r2p_app.ui.text import label as enum_label

translate = QCoreApplication.translate


class Active(NamedTuple):
    """One choice in force: its words, and the filter without it."""

    words: str
    without: Filter


def importance_words(least: int) -> str:
    """Return what is shown from an importance on."""
    return {
        1: translate("TimelineFilter", "All events"),
        2: translate("TimelineFilter", "Without minor events"),
        3: translate("TimelineFilter", "Landmarks only"),
    }[least]


def active_filters(library: Library, filter_: Filter, *, toggled: Collection[str] = ()) -> list[Active]:
    """Return the choices in force, but for the text and the fields that have toggles of their own."""
    found: list[Active] = []
    if "responsibilities" not in toggled:
        found += _of_field(filter_, "responsibilities", translate("TimelineFilter", "Responsibility"))
    if "lanes" not in toggled:
        names = {lane.id: lane.title for lane in library.all(Lane)}
        found += _of_field(filter_, "lanes", translate("TimelineFilter", "Lane"), names)
    found += _of_field(filter_, "themes", translate("TimelineFilter", "Theme"))
    if filter_.importance > 1:
        found.append(Active(importance_words(filter_.importance), replace(filter_, importance=1)))
    found += _of_field(filter_, "sources", translate("TimelineFilter", "Source"))
    found += _of_actors(library, filter_)
    return found


def _of_field(filter_: Filter, field: str, group: str, names: dict[str, str] | None = None) -> Iterator[Active]:
    chosen: frozenset[Any] | None = getattr(filter_, field)  # Any: ids or members of an enum
    if chosen is None:
        return
    if not chosen:
        yield Active(in_group(group, translate("TimelineFilter", "none")), _with(filter_, field, None))
    for value in sorted(chosen):
        words = enum_label(value) if names is None else names.get(value, value)
        yield Active(in_group(group, words), _with(filter_, field, (chosen - {value}) or None))


def _with(filter_: Filter, field: str, chosen: frozenset[Any] | None) -> Filter:
    changes: dict[str, Any] = {field: chosen}
    return replace(filter_, **changes)


def _of_actors(library: Library, filter_: Filter) -> Iterator[Active]:
    for actor_id in sorted(filter_.actors):
        actor = library.find(actor_id, Actor)
        yield Active(actor.name if actor else actor_id, replace(filter_, actors=filter_.actors - {actor_id}))


def in_group(group: str, words: str) -> str:
    """Return a choice with what it is a choice of: "Lane: Rwanda"."""
    return translate("TimelineFilter", "%1: %2").replace("%1", group).replace("%2", words)

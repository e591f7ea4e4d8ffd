"""A frieze of events: which stand above the line, what each sheet says, and the sources on a sheet behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import parse
from r2p_app.content.model import Event, Theme
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.frieze import SPAN, UNITS, Placed, place
from r2p_app.export.paper.handouts.parts import Section
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.ui.format import date, year
from r2p_app.ui.paper.asked import Setting
from r2p_app.ui.paper.words import citations, kicker

translate = QCoreApplication.translate

_DECIDED = frozenset({Theme.COUNCIL, Theme.DIPLOMACY, Theme.DOCTRINE, Theme.JUSTICE})
"""What stands below the line: what was decided elsewhere, not what happened on the ground."""

MOST = 60
"""With more events only the more important ones are shown: nobody joins twenty sheets."""


@dataclass(frozen=True, slots=True)
class FriezeSheets:
    """The sheets of a frieze as data."""

    title: str
    above: str
    below: str
    sheets: Sequence[Json]

    def json(self) -> Json:
        """Return the data of the sheets."""
        return {
            "layout": "frieze",
            "title": self.title,
            "running": {"left": "", "right": self.title},
            "above": self.above,
            "below": self.below,
            "units": UNITS,
            "sheets": list(self.sheets),
            "apart": False,
        }


def chosen(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events that a frieze has room for: all, or those above a measure of importance."""
    for least in (1, 2, 3):
        found = tuple(event for event in events if event.importance >= least)
        if len(found) <= MOST:
            return found
    return found


def frieze_sheets(setting: Setting, subject: Subject) -> list[Section | FriezeSheets]:
    """Return the frieze, and its sources."""
    events = chosen(subject.events)
    title = translate("Handouts", "Timeline: %1").replace("%1", subject.title)
    placed = place([event.theme not in _DECIDED for event in events])
    count = placed[-1].sheet + 1
    sheets = [_sheet(setting, events, placed, number, count) for number in range(count)]
    return [
        FriezeSheets(
            title,
            translate("Handouts", "Above the line: what happened"),
            translate("Handouts", "Below the line: what was decided, negotiated or judged"),
            sheets,
        ),
        Section(
            title=title,
            kicker=kicker(subject, Handout.FRIEZE),
            blocks=[setting.form.small(_how_to_join())],
            sources=citations(setting.library, (text for event in events for text in event.sources)),
        ),
    ]


def _how_to_join() -> str:
    return translate(
        "Handouts",
        "Cut every sheet but the last along its dashed line, and paste it on the edge of the next one, cross on cross. "
        "Events stand in the order of time; the line has no scale.",
    )


def _sheet(setting: Setting, events: Sequence[Event], placed: Sequence[Placed], number: int, count: int) -> Json:
    here = [one for one in placed if one.sheet == number]
    following = translate("Handouts", "Cut here, then join sheet %1").replace("%1", str(number + 2))
    before = translate("Handouts", "Paste sheet %1 over this edge").replace("%1", str(number))
    return {
        "events": [_event(setting, events[one.event], one) for one in here],
        "years": _years(events, placed, number),
        "cut": following if number + 1 < count else "",
        "paste": before if number else "",
    }


def _event(setting: Setting, event: Event, one: Placed) -> Json:
    return {
        "at": one.at,
        "span": SPAN,
        "is-above": one.is_above,
        "date": date(event.date),
        "title": setting.form.spans(event.title),
        "text": setting.form.spans(event.summary),
    }


def _years(events: Sequence[Event], placed: Sequence[Placed], number: int) -> list[Json]:
    """Return the year where it changes, and on every sheet once more."""
    found: list[Json] = []
    before: int | None = None
    for one in placed:
        first = parse(events[one.event].date).first
        told = first.year if first is not None else None
        is_new_sheet = one.sheet == number and not found
        if told is not None and one.sheet == number and (told != before or is_new_sheet):
            found.append({"at": one.at, "text": year(told)})
        before = told
    return found

"""Events in the format of TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

Texts there are HTML, so everything is escaped. A date says no more than its author knew: a month has no day. What the
format cannot say (about, possibly, open ends) stands in `display_date`, in words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import msgspec

from r2p_app.content.dates import Moment, parse
from r2p_app.content.library import Library
from r2p_app.content.model import Event, Lane
from r2p_app.export.cells import citations, plain

_ERA_IMPORTANCE, _ERA_DAYS = 3, 28
"""A landmark at least so long is an era, the coloured ground behind the axis."""

Json = dict[str, Any]  # Any: a JSON value


@dataclass(frozen=True, slots=True)
class Words:
    """What the format shows in the language of the reader; `date` writes an EDTF date in words."""

    date: Callable[[str], str]
    status: Callable[[Event], str]
    sources: str
    disputed: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The title slide: a headline, and paragraphs below it."""

    headline: str
    paragraphs: tuple[str, ...] = ()


def timelinejs_pieces(
    library: Library, events: Sequence[Event], lanes: Sequence[Lane], heading: Heading, words: Words
) -> Iterator[bytes]:
    """Yield the file piece by piece, a line for each event; `lanes` are those shown, in their order."""
    title = {"text": {"headline": escape(heading.headline), "text": _paragraphs(heading.paragraphs)}}
    yield b'{"scale": "human",\n"title": ' + _json(title) + b',\n"events": ['
    for number, event in enumerate(events):
        yield (b",\n" if number else b"\n") + _json(_slide(library, event, lanes, words))
    yield b'\n],\n"eras": ' + _json([_era(event) for event in _eras(events)]) + b"}\n"


def _slide(library: Library, event: Event, lanes: Sequence[Lane], words: Words) -> Json:
    slide: Json = {
        "unique_id": event.id,
        **_days(event),
        "display_date": words.date(event.date),
        "text": {"headline": escape(plain(event.title)), "text": _text(library, event, words)},
        "autolink": False,
    }
    group = next((lane.title for lane in lanes if lane.id in event.lanes), "")
    return slide | ({"group": group} if group else {})


def _days(event: Event) -> Json:
    """Return its beginning and, of an interval, its end; one of which only the end is known begins there."""
    date = parse(event.date)
    start = date.first or date.last
    days = {"start_date": _moment(start)} if start else {}
    if date.is_interval and date.first and date.last and date.last != date.first:
        days["end_date"] = _moment(date.last)
    return days


def _moment(moment: Moment) -> dict[str, int]:
    parts = {"year": moment.year, "month": moment.month, "day": moment.day}
    return {name: value for name, value in parts.items() if value or name == "year"}


def _text(library: Library, event: Event, words: Words) -> str:
    paragraphs = [plain(event.summary)]
    if event.disputed:
        paragraphs.append(f"{words.disputed}: {plain(event.disputed)}")
    cited = " ".join(citations(library, event))
    return _paragraphs((*paragraphs, words.status(event), f"{words.sources}: {cited}"))


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def _eras(events: Sequence[Event]) -> list[Event]:
    """Return the long landmarks, the longest first, none of which overlaps another: eras are one row of colour."""
    chosen: list[Event] = []
    for event in sorted(filter(_is_era, events), key=_length, reverse=True):
        if not any(_overlap(event, other) for other in chosen):
            chosen.append(event)
    return sorted(chosen, key=lambda event: parse(event.date).sort_key)


def _is_era(event: Event) -> bool:
    date = parse(event.date)
    known = date.first is not None and date.last is not None
    return date.is_interval and known and event.importance >= _ERA_IMPORTANCE and _length(event) >= _ERA_DAYS


def _length(event: Event) -> int:
    date = parse(event.date)
    return date.latest - date.earliest + 1


def _overlap(one: Event, other: Event) -> bool:
    first, second = parse(one.date), parse(other.date)
    return first.earliest <= second.latest and second.earliest <= first.latest


def _era(event: Event) -> Json:
    return {**_days(event), "text": {"headline": escape(plain(event.title))}}


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)

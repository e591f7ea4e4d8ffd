"""Synthetic events of the benchmarks of the timeline: the same for every program that is measured."""

from collections.abc import Iterator
from random import Random

from r2p_app.content.dates import civil
from r2p_app.content.model import Event, Lane, Responsibility, Status, Theme

WIDTH, HEIGHT = 1440, 900
FIRST, YEARS = 7_300, 40
LANES = tuple(
    Lane(id=f"lane-{case}", title=case.title(), case=case) for case in ("rwanda", "srebrenica", "kosovo", "doctrine")
)
VIEWS = (("detail", 60.0), ("middle", 730.0), ("overview", YEARS * 365.0))
"""Names of views and the days they show."""

MIDDLE = FIRST + YEARS * 365 * 0.45
"""The day in the middle of every view; many events are near it."""

PAN, ZOOM, FRAMES = 13.0, 1.03, 120
"""Pixels and factor from frame to frame, and how many frames."""


def edtf(day: int) -> str:
    return "{:04}-{:02}-{:02}".format(*civil(day))


def events(count: int) -> Iterator[Event]:
    """Events crowded around three moments, one in five a span, one in ten in two lanes."""
    random = Random(20050916)
    kinds = tuple(Responsibility)
    for number in range(count):
        centre = random.choice((0.3, 0.45, 0.6, random.random()))
        day = FIRST + int(min(0.999, max(0.0, random.gauss(centre, 0.04))) * YEARS * 365)
        end = day + int(random.expovariate(1 / 40)) + 1
        lanes = {random.choice(LANES).id, random.choice(LANES).id} if number % 10 == 0 else {random.choice(LANES).id}
        yield Event(
            id=f"ev-{number}",
            date=f"{edtf(day)}/{edtf(end)}" if number % 5 == 0 else edtf(day)[:7] if number % 17 == 0 else edtf(day),
            title=f"Event {number} of a synthetic history, with a title of usual length",
            summary="What happened.",
            lanes=tuple(sorted(lanes)),
            responsibility=kinds[number % 3],
            theme=Theme.MILITARY,
            status=Status.SCHOLARSHIP,
            sources=("none",),
            importance=random.choices((1, 2, 3), (70, 25, 5))[0],
        )

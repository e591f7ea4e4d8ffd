"""Events for tests of the timeline, and what a layout must never do."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from hypothesis import strategies as st

from r2p_app.content.dates import civil
from r2p_app.content.model import Event, Lane, Responsibility, Status, Theme
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.layout import LaneLayout, LaneTable
from r2p_app.timeline.placing import Measure, Metrics, Visible

METRICS = Metrics(radius=6, gap=4, label_least=60, label_most=240, cluster=90)
LANES = (Lane(id="lane-a", title="A"), Lane(id="lane-b", title="B"), Lane(id="lane-c", title="C"))


def edtf(day: int) -> str:
    year, month, of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{of_month:02}"


def event(
    number: int, date: str, *, importance: int = 2, lanes: tuple[str, ...] = ("lane-a",), **more: object
) -> Event:
    values: dict[str, object] = {
        "title": f"Event {number}",
        "summary": f"What happened the {number}th time.",
        "responsibility": Responsibility.REACT,
        "theme": Theme.MILITARY,
        "status": Status.OFFICIAL_RECORD,
        "sources": ("un",),
    }
    return Event(id=f"ev-{number}", date=date, lanes=lanes, importance=importance, **(values | more))  # type: ignore[arg-type]


@st.composite
def dates(draw: st.DrawFn, first: int = 7_000, last: int = 12_000) -> str:
    day = draw(st.integers(first, last))
    match draw(st.sampled_from(["day", "day", "month", "year", "span", "about", "open"])):
        case "month":
            return edtf(day)[:7]
        case "year":
            return edtf(day)[:4]
        case "span":
            return f"{edtf(day)}/{edtf(day + draw(st.integers(1, 2_000)))}"
        case "about":
            return f"{edtf(day)[:4]}~"
        case "open":
            return f"{edtf(day)}/.."
    return edtf(day)


def events(least: int = 0, most: int = 60) -> st.SearchStrategy[list[Event]]:
    """Lists of events crowded in a few years, of every precision and importance."""
    rows = st.lists(st.tuples(dates(), st.integers(1, 3)), min_size=least, max_size=most)
    return rows.map(lambda rows: [event(n, date, importance=rank) for n, (date, rank) in enumerate(rows)])


def items_of(made: Iterable[Event]) -> Items:
    return Items(made, LANES)


def shown_of(made: Iterable[Event], filter_: Filter | None = None) -> Shown:
    return Shown(items_of(made), filter_ or Filter())


def layout_of(
    made: Iterable[Event],
    *,
    rows: int = 4,
    pinned: Collection[int] = (),
    label: float = 150,
    measure: Measure | None = None,
) -> LaneLayout:
    shown = shown_of(made)
    table = LaneTable(shown.items, shown.lanes[0])
    return LaneLayout(table, rows, METRICS, measure or (lambda index, _: label + 10 * (index % 7)), pinned=pinned)


def assert_no_overlap(items: Items, seen: Visible, scale: float, last_row: int) -> None:
    """Nothing may stand on something else: marks, labels, bars and clusters, on every row."""
    taken: dict[int, list[tuple[float, float]]] = {}
    for placed in seen.placed:
        x = placed.day * scale
        right = x + METRICS.radius + (2 * METRICS.gap + placed.room if placed.room else 0)
        left = x - METRICS.radius
        if placed.rail:
            left, right = items.first[placed.event] * scale, items.end(placed.event) * scale
        elif placed.bar:
            right = max(right + METRICS.inset, items.end(placed.event) * scale)
        taken.setdefault(placed.row, []).append((left, right))
    for cluster in seen.clusters:
        left = cluster.day * scale
        taken.setdefault(last_row, []).append((left, left + METRICS.cluster))
    for boxes in taken.values():
        for before, after in pairwise(sorted(boxes)):
            assert before[1] <= after[0] + 1e-3

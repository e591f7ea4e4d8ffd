from hypothesis import given, settings
from hypothesis import strategies as st

from r2p_app.content.model import Event
from r2p_app.timeline.axis import Axis, Limits, level_scale
from r2p_app.timeline.layout import LaneLayout
from r2p_app.timeline.placing import Visible
from tests.timeline.making import METRICS, assert_no_overlap, event, events, items_of, layout_of

FIRST, END = 4_000, 16_000
SCALES = st.floats(0.02, 60.0)


def whole(layout: LaneLayout, scale: float) -> Visible:
    """Everything at a scale, on one very wide axis."""
    return layout.visible(Axis.showing(FIRST, END, (END - FIRST) * scale))


def seen(cell: Visible) -> list[int]:
    return sorted(placed.event for placed in cell.placed)


@settings(max_examples=150)
@given(events(), SCALES, st.integers(2, 7))
def test_nothing_stands_on_something_else(made: list[Event], scale: float, rows: int) -> None:
    if made:
        layout = layout_of(made, rows=rows)
        assert_no_overlap(items_of(made), whole(layout, scale), scale, layout.rows - 1)


@settings(max_examples=150)
@given(events(least=1), SCALES, st.integers(2, 7))
def test_every_event_is_seen_once_or_counted_in_one_cluster(made: list[Event], scale: float, rows: int) -> None:
    layout = layout_of(made, rows=rows)
    level = Axis(0, scale, 100).level
    cell = whole(layout, scale)
    hidden = [index for cluster in cell.clusters for index in layout.events_of(level, cluster)]
    assert sorted(seen(cell) + hidden) == list(range(len(made)))
    assert sum(cluster.size for cluster in cell.clusters) == len(hidden)
    assert [index for index in range(len(made)) if layout.shows(level, index)] == seen(cell)


@settings(max_examples=60)
@given(events(least=1), SCALES, st.lists(st.floats(FIRST, END), min_size=2, max_size=6))
def test_a_pan_moves_nothing_against_the_line(made: list[Event], scale: float, starts: list[float]) -> None:
    layout = layout_of(made)
    everything = whole(layout_of(made), scale)
    for start in starts:
        part = layout.visible(Axis(start, scale, 700))
        assert set(part.placed) <= set(everything.placed)
        assert set(part.clusters) <= set(everything.clusters)


@settings(max_examples=60)
@given(events(least=1), SCALES, st.floats(FIRST, END))
def test_what_an_axis_covers_is_in_what_it_shows(made: list[Event], scale: float, start: float) -> None:
    items, layout = items_of(made), layout_of(made)
    axis = Axis(start, scale, 700)
    part = layout.visible(axis)
    for placed in whole(layout, scale).placed:
        end = items.end(placed.event) if placed.bar else placed.day
        if placed.day <= axis.end and end > axis.start:
            assert placed in part.placed


@settings(max_examples=60)
@given(events(least=1), SCALES)
def test_labels_keep_their_least_width(made: list[Event], scale: float) -> None:
    layout = layout_of(made)
    for placed in whole(layout, scale).placed:
        assert placed.room >= METRICS.label_least - 1e-6 or placed.row == layout.rows - 1


@settings(max_examples=60)
@given(events(least=1), SCALES)
def test_clusters_stand_over_the_days_of_their_events(made: list[Event], scale: float) -> None:
    level = Axis(0, scale, 100).level
    layout, width = layout_of(made), METRICS.cluster / level_scale(level)
    for cluster in whole(layout, scale).clusters:
        assert cluster.day - 1e-6 <= cluster.first + 0.5
        assert cluster.last <= cluster.day + width + 1e-6


@settings(max_examples=60)
@given(events(least=1), SCALES)
def test_long_bars_stay_on_their_row_at_every_scale(made: list[Event], scale: float) -> None:
    layout = layout_of(made)
    rails = {placed.event: placed.row for placed in whole(layout, scale).placed if placed.rail}
    finer = {placed.event: placed.row for placed in whole(layout, scale * 4).placed if placed.rail}
    assert rails.items() <= finer.items()


def test_labels_stack_then_shorten_then_collapse() -> None:
    alone = layout_of([event(0, "1994-04-06")], label=200)
    stacked = layout_of([event(n, "1994-04-06") for n in range(3)], label=200)
    neighbours = layout_of([event(n, f"1994-04-{6 + n:02}") for n in range(4)], rows=3, label=200)
    crowd = layout_of([event(n, "1994-04-06") for n in range(30)], label=200)
    assert [placed.row for placed in whole(alone, 1.0).placed] == [0]
    assert [placed.row for placed in whole(stacked, 1.0).placed] == [0, 1, 2]
    shortened = whole(neighbours, 90.0)
    assert len(shortened.placed) == 4
    assert min(placed.room for placed in shortened.placed) < 200
    (cluster,) = whole(crowd, 1.0).clusters
    assert (cluster.size, cluster.first, cluster.last) == (27, 8861, 8861)


def test_importance_decides_who_is_seen() -> None:
    crowd = [event(n, "1994-04-06", importance=1) for n in range(20)]
    landmarks = [event(100 + n, "1994-04-06", importance=3) for n in range(3)]
    items = items_of(crowd + landmarks)
    cell = whole(layout_of(crowd + landmarks), 1.0)
    assert {items.events[placed.event].importance for placed in cell.placed} == {3}


def test_importance_decides_across_the_borders_of_cells() -> None:
    """Wherever a landmark stands, the small events around it must not push it into a cluster."""
    crowd = [event(n, f"{1970 + n // 12}-{n % 12 + 1:02}-15", importance=1) for n in range(360)]
    for year in range(1972, 1998):
        landmark = event(1_000, f"{year}-06-20", importance=3)
        items, layout = items_of([*crowd, landmark]), layout_of([*crowd, landmark])
        index = items.index_of("ev-1000")
        assert index is not None
        assert layout.shows(Axis(0, 0.5, 100).level, index)


def test_a_pinned_event_is_seen_where_it_would_be_counted() -> None:
    crowd = [event(n, "1994-04-06", importance=1 + n % 3) for n in range(30)]
    level = Axis(0, 1.0, 100).level
    hidden = next(n for n in range(30) if not layout_of(crowd).shows(level, n))
    pinned = layout_of(crowd, pinned=[hidden])
    cell = whole(pinned, 1.0)
    assert hidden in seen(cell)
    assert len(seen(cell)) + sum(cluster.size for cluster in cell.clusters) == 30


@settings(max_examples=150)
@given(events(least=1), SCALES, st.integers(2, 5), st.integers(0, 59))
def test_whatever_is_pinned_is_seen_and_nothing_is_lost(
    made: list[Event], scale: float, rows: int, number: int
) -> None:
    pinned = number % len(made)
    layout, items = layout_of(made, rows=rows, pinned=[pinned]), items_of(made)
    cell = whole(layout, scale)
    assert pinned in seen(cell)
    assert layout.shows(Axis(0, scale, 100).level, pinned)
    assert len(seen(cell)) + sum(cluster.size for cluster in cell.clusters) == len(made)
    assert_no_overlap(items, cell, scale, layout.rows - 1)


def test_ten_thousand_events_on_one_day_are_one_cluster() -> None:
    measured: list[int] = []
    crowd = [event(n, "1994-04-06") for n in range(10_000)]

    def measure(index: int, _level: int) -> float:
        measured.append(index)
        return 500.0

    cell = whole(layout_of(crowd, measure=measure), 1.0)
    assert sum(cluster.size for cluster in cell.clusters) + len(cell.placed) == 10_000
    assert len(measured) < 20


def test_five_hundred_years_and_the_time_before_christ() -> None:
    made = [event(0, "-0500-03-15"), event(1, "1400/1899"), event(2, "-0044"), event(3, "1994-04-06")]
    items = items_of(made)
    limits = Limits(items.first[0], max(map(items.end, range(4))))
    layout = layout_of(made)
    assert seen(layout.visible(limits.all(1200))) == [0, 1, 2, 3]
    inside = layout.visible(Axis.showing(-100_000, -99_999, 1200))
    assert [(placed.event, placed.rail) for placed in inside.placed] == [(2, True)]


def test_the_coarser_level_holds_between_two() -> None:
    made = [event(n, f"1994-04-{n + 1:02}") for n in range(28)]
    layout = layout_of(made)
    level = 4
    scale = level_scale(level)
    assert whole(layout, scale) == whole(layout, scale * 1.25)

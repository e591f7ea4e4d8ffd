"""Going far: by the header, by a marked range, by a date; each time it is asked first, so that Back undoes it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.timeline.axis import Axis
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import CTRL, LEFT, NO_KEY, SHIFT, K, box_of, clusters, drag, title


def days(view: TimelineView) -> tuple[float, float]:
    return pytest.approx(view.axis.start, abs=0.01), pytest.approx(view.axis.end, abs=0.01)  # type: ignore[return-value]


def x_of(view: TimelineView, day: float) -> int:
    return round(view.scene.sizes.column + view.axis.x(day))


def test_a_click_in_the_header_fills_the_view_with_the_month(qtbot: QtBot, view: TimelineView) -> None:
    at = QPoint(x_of(view, day_number(1994, 5, 10)), view.scene.sizes.header - 10)
    with qtbot.waitSignal(view.jump_requested):
        QTest.mouseClick(view, LEFT, NO_KEY, at)
    assert days(view) == (day_number(1994, 5), day_number(1994, 6))


def test_a_click_in_the_line_above_fills_the_view_with_the_year(qtbot: QtBot, view: TimelineView) -> None:
    at = QPoint(x_of(view, day_number(1994, 5, 10)), 10)
    assert view.calendar.words_at(at.toPointF()) == "1994"
    with qtbot.waitSignal(view.jump_requested):
        QTest.mouseClick(view, LEFT, NO_KEY, at)
    assert days(view) == (day_number(1994), day_number(1995))


@pytest.mark.parametrize(
    ("key", "first", "end"),
    [
        (K.Key_Y, day_number(1994), day_number(1995)),
        (K.Key_M, day_number(1994, 1), day_number(1994, 2)),
        (K.Key_D, day_number(1994, 1, 11), day_number(1994, 1, 12)),
    ],
)
def test_keys_fill_the_view_with_a_unit_around_what_is_selected(
    view: TimelineView, key: K, first: int, end: int
) -> None:
    view.select(view.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(view, key)
    assert days(view) == (first, end)


def test_each_line_of_the_header_is_large_enough_to_point_at(view: TimelineView) -> None:
    assert view.scene.sizes.tier >= 24
    assert view.scene.sizes.header - view.scene.sizes.tier >= 24


def test_a_drag_in_the_header_fills_the_view_with_the_range(view: TimelineView) -> None:
    first, end = day_number(1994, 3), day_number(1994, 6)
    drag(view, QPoint(x_of(view, end), 10), QPoint(x_of(view, first), 12))
    assert view.axis.start == pytest.approx(first, abs=0.5)
    assert view.axis.end == pytest.approx(end, abs=0.5)


def test_a_drag_with_shift_does_so_anywhere(view: TimelineView) -> None:
    first, end = day_number(1994, 3), day_number(1994, 6)
    drag(view, QPoint(x_of(view, first), 200), QPoint(x_of(view, end), 220), SHIFT)
    assert (round(view.axis.start), round(view.axis.end)) == (first, end)


def test_the_marked_range_is_seen_while_dragging(view: TimelineView) -> None:
    before = view.grab().toImage()
    QTest.mousePress(view, LEFT, SHIFT, QPoint(400, 200))
    QTest.mouseMove(view, QPoint(600, 200))
    assert view.grab().toImage().pixelColor(500, 380) != before.pixelColor(500, 380)
    QTest.mouseRelease(view, LEFT, SHIFT, QPoint(400, 200))


def test_dates_are_jumped_to(view: TimelineView) -> None:
    view.show_days(day_number(1994, 4, 1), day_number(1994, 4, 30))
    assert days(view) == (day_number(1994, 4), day_number(1994, 5))


def test_whoever_keeps_a_history_goes_by_himself(view: TimelineView) -> None:
    asked: list[Axis] = []

    def go(axis: Axis) -> None:
        asked.append(axis)
        view.go_to(axis.panned(1), at_once=True)  # a link rounds

    view.jump_requested.connect(go)
    view.show_days(day_number(1994, 4, 1), day_number(1994, 4, 30))
    assert view.axis == asked[0].panned(1)


def test_where_one_is_already_nothing_is_asked(qtbot: QtBot, view: TimelineView) -> None:
    view.show_days(day_number(1994, 4, 1), day_number(1994, 4, 30))
    with qtbot.assertNotEmitted(view.jump_requested):
        view.show_days(day_number(1994, 4, 1), day_number(1994, 4, 30))


def test_a_cluster_is_reached_by_keys_and_gone_into_by_enter(qtbot: QtBot, crowded: TimelineView) -> None:
    crowded.fit_all()
    for _ in range(len(crowded.boxes())):
        QTest.keyClick(crowded, K.Key_Right, CTRL)
        if any(crowded.is_selected(box) for box in clusters(crowded)):
            break
    chosen = next(box for box in clusters(crowded) if crowded.is_selected(box))
    with qtbot.waitSignal(crowded.jump_requested):
        QTest.keyClick(crowded, K.Key_Return)
    assert crowded.axis.start <= chosen.thing.first < crowded.axis.end  # type: ignore[union-attr]


def test_arrows_go_on_from_a_cluster(crowded: TimelineView) -> None:
    crowded.fit_all()
    chosen = clusters(crowded)[2]
    QTest.keyClick(crowded, K.Key_Home)
    while not crowded.is_selected(chosen):
        QTest.keyClick(crowded, K.Key_Right, CTRL)
    QTest.keyClick(crowded, K.Key_Right)
    index = crowded.selected
    assert index is not None
    assert crowded.scene.shown.items.first[index] == chosen.thing.first  # type: ignore[union-attr]
    QTest.keyClick(crowded, K.Key_Down)
    assert crowded.current_lane == 1


def test_a_double_click_on_an_event_only_opens_it(view: TimelineView) -> None:
    before, box = view.axis, box_of(view, "Cable from Kigali")
    at = QPoint(round(box.rect.left() + 8), round(box.rect.center().y()))
    QTest.mouseClick(view, LEFT, NO_KEY, at)
    QTest.mouseDClick(view, LEFT, NO_KEY, at)
    assert (view.axis, title(view)) == (before, "Cable from Kigali")

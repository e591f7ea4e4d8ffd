import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import LEFT, NO_KEY, K, box_of, click, clusters, title, wheel


def test_arrows_go_from_event_to_event_and_from_lane_to_lane(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-1"))
    walked = []
    for key in (K.Key_Right, K.Key_Right, K.Key_Left, K.Key_Right, K.Key_Down, K.Key_Right, K.Key_Up):
        QTest.keyClick(view, key)
        walked.append(title(view))
    genocide, res_912 = "Genocide against the Tutsi", "Resolution 912"
    assert walked == [genocide, res_912, genocide, res_912, res_912, "Resolution 918", res_912]


def test_the_first_arrow_begins_in_the_middle_of_the_view(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignal(view.event_selected) as caught:
        QTest.keyClick(view, K.Key_Right)
    assert caught.args == [view.selected, False]
    assert title(view) == "Resolution 912"


def test_home_and_end_go_to_the_edges_of_the_lane_and_the_view_follows(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(view, K.Key_Home)
    assert title(view) == "Arusha accords"
    assert view.axis.start < day_number(1993, 8, 4) < view.axis.end
    QTest.keyClick(view, K.Key_End)
    assert title(view).startswith("Return")
    assert view.axis.start < day_number(1996, 11, 15) < view.axis.end


def test_what_is_stepped_to_is_seen_even_in_a_crowd(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-139"))
    view.reveal(view.selected or 0)
    assert any(view.is_selected(box) for box in view.boxes())


def test_plus_and_minus_zoom_about_the_selected_event(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-3"))
    anchor, before = day_number(1994, 4, 21) + 0.5, view.axis
    QTest.keyClick(view, K.Key_Plus)
    assert view.axis.scale > before.scale
    assert view.axis.x(anchor) == pytest.approx(before.x(anchor), abs=0.5)
    QTest.keyClick(view, K.Key_Minus)
    assert view.axis.scale == pytest.approx(before.scale)


def test_page_keys_move_on_and_zero_shows_everything(qtbot: QtBot, view: TimelineView) -> None:
    before = view.axis
    QTest.keyClick(view, K.Key_PageDown)
    assert view.axis.start == pytest.approx(before.start + 0.9 * before.days)
    QTest.keyClick(view, K.Key_PageUp)
    assert view.axis.start == pytest.approx(before.start)
    QTest.keyClick(view, K.Key_0)
    assert view.axis.start < day_number(1993, 8, 4)
    assert view.axis.end > day_number(1996, 11, 15)


def test_enter_opens_and_escape_lets_go(qtbot: QtBot, view: TimelineView) -> None:
    view.select(0)
    with qtbot.waitSignal(view.event_opened):
        QTest.keyClick(view, K.Key_Return)
    with qtbot.waitSignal(view.selection_cleared):
        QTest.keyClick(view, K.Key_Escape)
    assert view.selected is None


def test_other_keys_are_left_to_the_page(qtbot: QtBot, view: TimelineView) -> None:
    before = view.axis
    QTest.keyClick(view, K.Key_F)
    QTest.keyClick(view, K.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (view.axis, view.selected) == (before, None)


def test_a_click_selects_what_was_pointed_at(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignal(view.event_selected) as caught:
        click(view, box_of(view, "Cable from Kigali"))
    assert caught.args == [view.selected, True]
    assert title(view) == "Cable from Kigali"


def test_a_click_on_nothing_keeps_the_selection(qtbot: QtBot, view: TimelineView) -> None:
    view.select(0)
    with qtbot.assertNotEmitted(view.event_selected):
        QTest.mouseClick(view, LEFT, NO_KEY, QPoint(view.width() - 5, view.height() - 5))
    assert view.selected == 0


def test_a_drag_moves_the_view_and_selects_nothing(qtbot: QtBot, view: TimelineView) -> None:
    before, box = view.axis, box_of(view, "Cable from Kigali")
    at = QPoint(round(box.rect.left() + 8), round(box.rect.center().y()))
    with qtbot.assertNotEmitted(view.event_selected):
        QTest.mousePress(view, LEFT, NO_KEY, at)
        QTest.mouseMove(view, at + QPoint(60, 0))
        QTest.mouseMove(view, at + QPoint(120, 0))
        QTest.mouseRelease(view, LEFT, NO_KEY, at + QPoint(120, 0))
    assert view.axis.x(before.start) == pytest.approx(120, abs=1)


def test_the_wheel_zooms_to_the_pointer(view: TimelineView) -> None:
    at = QPoint(600, 200)
    day = view.axis.day(at.x() - view.scene.sizes.column)
    wheel(view, at, 2)
    assert view.axis.day(at.x() - view.scene.sizes.column) == pytest.approx(day, abs=0.01)
    assert view.axis.scale == pytest.approx(1.25**2 * 748 / 243, rel=0.05)


def test_the_wheel_with_shift_moves_along(view: TimelineView) -> None:
    before = view.axis
    wheel(view, QPoint(600, 200), 1, Qt.KeyboardModifier.ShiftModifier)
    assert view.axis.scale == before.scale
    assert view.axis.start < before.start


def test_a_double_click_zooms_in(qtbot: QtBot, view: TimelineView) -> None:
    before = view.axis
    QTest.mouseDClick(view, LEFT, NO_KEY, QPoint(850, 380))
    assert view.axis.scale > 2 * before.scale


def test_a_cluster_on_one_day_lists_its_events(qtbot: QtBot, view: TimelineView) -> None:
    view.fit_all()
    crowd = next(box for box in view.boxes() if isinstance(box.thing, Cluster))
    with qtbot.waitSignal(view.cluster_opened) as caught:
        QTest.mouseClick(view, LEFT, NO_KEY, crowd.rect.center().toPoint())
    (events,) = caught.args
    assert len(events) == crowd.thing.size  # type: ignore[union-attr]
    assert view.is_selected(crowd)
    with qtbot.waitSignal(view.cluster_opened):
        QTest.keyClick(view, K.Key_Return)


def test_a_cluster_of_many_days_is_gone_into(qtbot: QtBot, crowded: TimelineView) -> None:
    crowded.fit_all()
    box = max(clusters(crowded), key=lambda box: box.thing.last - box.thing.first)  # type: ignore[union-attr]
    days = crowded.axis.days
    with qtbot.waitSignal(crowded.jump_requested), qtbot.assertNotEmitted(crowded.cluster_opened):
        QTest.mouseClick(crowded, LEFT, NO_KEY, box.rect.center().toPoint())
    assert crowded.axis.days < days / 2
    assert crowded.axis.start <= box.thing.first < box.thing.last < crowded.axis.end  # type: ignore[union-attr]


def test_other_events_keep_the_days_and_the_selection(view: TimelineView, items: Items) -> None:
    view.select(items.index_of("ev-3"))
    before = view.axis
    view.show_events(Shown(items, Filter(lanes=frozenset({"lane-b"}))))
    assert (view.axis, title(view)) == (before, "Resolution 912")
    view.show_events(Shown(items, Filter(importance=1, text="arusha")))
    assert view.selected is None


def test_movement_ends_where_it_should(qtbot: QtBot, look: Look, shown: Shown) -> None:
    view = TimelineView(shown)
    qtbot.addWidget(view)
    view.resize(600, 300)
    target = view.limits.fit(day_number(1994), day_number(1995), view.scene.plot_width)
    view.go_to(target)
    assert view.axis == target
    qtbot.waitUntil(lambda: view._view.axis == target)


def test_a_new_width_shows_the_same_days(view: TimelineView) -> None:
    before = view.axis
    view.resize(600, 300)
    assert view.axis.start == pytest.approx(before.start)
    assert view.axis.end == pytest.approx(before.end)
    assert view.axis.width == view.scene.plot_width


def test_lanes_that_do_not_fit_scroll_and_the_selected_one_is_seen(
    qtbot: QtBot, view: TimelineView, look: Look
) -> None:
    view.resize(700, 130)
    assert view.scene.overflow > 0
    view.select(view.scene.shown.items.index_of("ev-3"), 0)
    QTest.keyClick(view, K.Key_Down)
    assert view._view.scroll == view.scene.overflow
    QTest.keyClick(view, K.Key_Up)
    assert view._view.scroll == 0


def test_the_look_is_followed(qtbot: QtBot, view: TimelineView, look: Look) -> None:
    row = view.scene.sizes.row
    look.apply("contrast", 2.0)
    assert view.scene.sizes.row == 2 * row
    assert view.grab().toImage().pixelColor(400, 200) == QColor("#000000")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_marks_have_the_colour_of_their_responsibility(
    qtbot: QtBot, view: TimelineView, look: Look, theme: str, scale: float
) -> None:
    look.apply(theme, scale)
    view.resize(900, 600)
    box = box_of(view, "Cable from Kigali")
    sizes = view.scene.sizes
    at = QPoint(round(box.rect.left() + sizes.radius), round(box.rect.center().y() + sizes.radius / 2))
    assert view.grab().toImage().pixelColor(at) == look.theme.colour("react")

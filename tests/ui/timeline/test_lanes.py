from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import ALT, K, box_of, click, drag, head_of, lane_names, title

RWANDA, COUNCIL = "Rwanda", "Council and doctrine"


def test_a_click_on_a_head_folds_the_lane_and_another_opens_it(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignal(view.arrangement_changed):
        click(view, head_of(view, RWANDA))
    assert lane_names(view) == [f"[{RWANDA}]", COUNCIL]
    assert view.arrangement == Arrangement(folded=frozenset({"lane-a"}))
    click(view, head_of(view, RWANDA))
    assert lane_names(view) == [RWANDA, COUNCIL]


def test_a_folded_lane_is_low_and_gives_its_room_to_the_others(view: TimelineView) -> None:
    before = head_of(view, COUNCIL).rect.height()
    view.fold(0)
    assert head_of(view, RWANDA).rect.height() == view.scene.sizes.fold
    assert head_of(view, COUNCIL).rect.height() > before
    assert all(box.lane == 1 for box in view.boxes()[1:])


def test_c_folds_the_lane_of_the_selected_event_and_opens_it_again(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-1"))
    with qtbot.waitSignals([view.arrangement_changed, view.selection_cleared]):
        QTest.keyClick(view, K.Key_C)
    assert (lane_names(view), view.selected) == ([f"[{RWANDA}]", COUNCIL], None)
    QTest.keyClick(view, K.Key_C)
    assert lane_names(view) == [RWANDA, COUNCIL]


def test_heads_are_reached_before_the_first_event_and_walked_by_keys(view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-0"))
    QTest.keyClick(view, K.Key_Left)
    assert view.is_selected(head_of(view, RWANDA))
    QTest.keyClick(view, K.Key_Down)
    assert view.is_selected(head_of(view, COUNCIL))
    QTest.keyClick(view, K.Key_Return)
    assert lane_names(view) == [RWANDA, f"[{COUNCIL}]"]
    QTest.keyClick(view, K.Key_Up)
    QTest.keyClick(view, K.Key_Right)
    assert title(view) == "Cable from Kigali"  # the first that is seen


def test_arrows_pass_over_folded_lanes(view: TimelineView) -> None:
    view.fold(1)
    view.select(view.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(view, K.Key_Down)
    assert title(view) == "Cable from Kigali"


def test_alt_and_arrows_move_the_lane_of_what_is_selected(qtbot: QtBot, view: TimelineView) -> None:
    view.select(view.scene.shown.items.index_of("ev-1"))
    with qtbot.waitSignal(view.arrangement_changed):
        QTest.keyClick(view, K.Key_Down, ALT)
    assert lane_names(view) == [COUNCIL, RWANDA]
    assert title(view) == "Cable from Kigali"
    QTest.keyClick(view, K.Key_Up)
    assert view.current_lane == 1
    with qtbot.assertNotEmitted(view.arrangement_changed):
        QTest.keyClick(view, K.Key_Up, ALT)
    QTest.keyClick(view, K.Key_Down, ALT)
    assert (lane_names(view), view.arrangement) == ([RWANDA, COUNCIL], Arrangement())


def test_a_head_is_dragged_past_another_lane(qtbot: QtBot, view: TimelineView) -> None:
    from_ = head_of(view, RWANDA).rect.center().toPoint()
    with qtbot.waitSignal(view.arrangement_changed):
        drag(view, from_, QPoint(from_.x(), view.height() - 5))
    assert lane_names(view) == [COUNCIL, RWANDA]
    assert view.arrangement.order == ("lane-b", "lane-a")


def test_an_arrangement_from_a_link_is_taken_in_silence(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.assertNotEmitted(view.arrangement_changed):
        view.arrange(Arrangement(("lane-b",), frozenset({"lane-a"})))
    assert lane_names(view) == [COUNCIL, f"[{RWANDA}]"]


def test_an_event_in_a_folded_lane_opens_it_when_it_is_asked_for(view: TimelineView) -> None:
    view.arrange(Arrangement(folded=frozenset({"lane-a", "lane-b"})))
    view.select(view.scene.shown.items.index_of("ev-4"))
    assert lane_names(view) == [f"[{RWANDA}]", COUNCIL]
    assert view.is_selected(box_of(view, "Resolution 918"))


def test_an_event_in_two_lanes_is_shown_in_the_open_one(view: TimelineView) -> None:
    view.fold(0)
    view.select(view.scene.shown.items.index_of("ev-3"))
    assert (lane_names(view), view.current_lane) == ([f"[{RWANDA}]", COUNCIL], 1)


def test_all_lanes_may_be_folded(view: TimelineView) -> None:
    view.arrange(Arrangement(folded=frozenset({"lane-a", "lane-b"})))
    QTest.keyClick(view, K.Key_Right)
    assert (title(view), view.grab().isNull()) == ("", False)

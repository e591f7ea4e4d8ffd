"""Ground and Council: two lanes, and between them the days that passed."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.content.model import Event
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.placing import Placed
from r2p_app.ui.timeline.connectors import Connectors
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import K, box_of, click, head_of, lane_names, title, title_in

NAME = QAccessible.Text.Name


@pytest.fixture
def paired(view: TimelineView) -> TimelineView:
    """The cable of January with resolution 918 of May, and the genocide with resolution 912."""
    view.resize(900, 560)
    events = {event.id: event for event in view.scene.shown.items.events}
    pairs = [("ev-1", "ev-4", "A warning, and troops"), ("ev-2", "ev-3", "Killing, and a cut")]
    view.show_pairs([pair(events, *each) for each in pairs])
    return view


def pair(events: dict[str, Event], ground: str, council: str, words: str) -> Pair:
    pairing = Pairing(id=f"pair-{ground}", title=words, ground=ground, council=council)
    return Pair(pairing, events[ground], events[council])


def plain(words: str) -> str:
    return words.replace("\xa0", " ")


def test_the_delays_have_a_lane_above_what_was_decided(paired: TimelineView) -> None:
    assert lane_names(paired) == ["Rwanda", "Delay", "Council and doctrine"]
    delays = [title_in(paired, box) for box in paired.boxes() if box.lane == 2 and isinstance(box.thing, Placed)]
    assert delays == ["A warning, and troops", "Killing, and a cut"]
    label = paired.scene.lanes[2].words.fitted(0, paired.view.level, 900)
    assert plain(label) == "126 days: A warning, and troops"


def test_without_pairs_all_lanes_come_back(paired: TimelineView) -> None:
    paired.show_pairs([])
    assert lane_names(paired) == ["Rwanda", "Council and doctrine"]


def test_the_lane_of_the_delays_folds_and_opens_as_others_do(qtbot: QtBot, paired: TimelineView) -> None:
    with qtbot.waitSignal(paired.arrangement_changed):
        click(paired, head_of(paired, "Delay"))
    assert lane_names(paired) == ["Rwanda", "[Delay]", "Council and doctrine"]
    assert not paired.grab().isNull()
    paired.select(paired.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(paired, K.Key_Down)
    assert title(paired)  # the arrows pass over it
    click(paired, head_of(paired, "Delay"))
    assert lane_names(paired) == ["Rwanda", "Delay", "Council and doctrine"]


def test_a_folded_lane_of_delays_counts_delays(paired: TimelineView) -> None:
    interface = QAccessible.queryAccessibleInterface(paired)
    head = next(box for box in (interface.child(n) for n in range(interface.childCount())) if box.text(NAME) == "Delay")
    assert head.text(QAccessible.Text.Description) == "2 delays"


def test_the_lane_of_the_delays_moves_as_others_do(qtbot: QtBot, paired: TimelineView) -> None:
    with qtbot.waitSignal(paired.arrangement_changed):
        paired.move_lane(2, 1)
    assert lane_names(paired) == ["Rwanda", "Council and doctrine", "Delay"]
    paired.move_lane(2, -2)
    assert lane_names(paired) == ["Delay", "Rwanda", "Council and doctrine"]
    paired.select(paired.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(paired, K.Key_Up)
    QTest.keyClick(paired, K.Key_Down)
    assert title(paired) == "Cable from Kigali"
    paired.show_pairs([])
    assert lane_names(paired) == ["Rwanda", "Council and doctrine"]


def test_what_was_decided_can_stand_above_what_happened(paired: TimelineView) -> None:
    paired.move_lane(1, -2)
    assert lane_names(paired) == ["Council and doctrine", "Rwanda", "Delay"]
    paired.move_lane(2, -1)
    paired.select(paired.scene.shown.items.index_of("ev-1"))
    QTest.keyClick(paired, K.Key_Up)
    QTest.keyClick(paired, K.Key_Up)
    assert title(paired) == "Resolution 918"


def test_lines_join_each_delay_to_its_two_events(paired: TimelineView) -> None:
    seen = {lane: paired.scene.visible(lane, paired.view) for lane in paired.scene.open}
    connectors = Connectors(paired.scene, paired.view, seen)
    delay = next(placed for placed in seen[2].placed if placed.event == 0)
    up, down = connectors.lines(2, delay, paired.axis)
    column = paired.scene.sizes.column
    assert up.x1() - column == pytest.approx(paired.axis.x(day_number(1994, 1, 11) + 0.5), abs=1)
    assert down.x1() - column == pytest.approx(paired.axis.x(day_number(1994, 5, 17) + 0.5), abs=1)
    assert up.y1() < up.y2() == down.y2() < down.y1()


def test_keys_go_from_what_happened_to_the_delay_to_what_was_decided(qtbot: QtBot, paired: TimelineView) -> None:
    paired.select(paired.scene.shown.items.index_of("ev-1"))
    with qtbot.waitSignal(paired.delay_selected) as caught:
        QTest.keyClick(paired, K.Key_Down)
    assert caught.args == ["pair-ev-1"]
    assert paired.selected is None
    QTest.keyClick(paired, K.Key_Down)
    assert title(paired) == "Resolution 918"
    QTest.keyClick(paired, K.Key_Up)
    QTest.keyClick(paired, K.Key_Up)
    assert title(paired) == "Cable from Kigali"


def test_a_delay_is_opened_by_enter_and_selected_by_a_click(qtbot: QtBot, paired: TimelineView) -> None:
    with qtbot.waitSignal(paired.delay_selected):
        click(paired, box_of(paired, "Killing, and a cut"))
    with qtbot.waitSignal(paired.delay_opened) as caught:
        QTest.keyClick(paired, K.Key_Return)
    assert caught.args == ["pair-ev-2"]


def test_a_screen_reader_hears_both_events_and_the_days(paired: TimelineView) -> None:
    interface = QAccessible.queryAccessibleInterface(paired)
    names = [plain(interface.child(place).text(NAME)) for place in range(interface.childCount())]
    assert (
        "11 January 1994: Cable from Kigali — 17 May 1994: Resolution 918; 126 days later (about 4 months)"
    ) in names

"""While a gesture lasts a coarser layout is held; it settles when the finer one is ready."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.timeline.axis import Axis
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline import canvas
from r2p_app.ui.timeline.ahead import Ahead, is_ready
from r2p_app.ui.timeline.looking import Head
from r2p_app.ui.timeline.paint import TimelinePainter
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import K


def ready(timeline: TimelineView, axis: Axis) -> bool:
    return is_ready(timeline.scene, timeline.view, axis, axis.level)


def finish(ahead: Ahead) -> None:
    while ahead.work(1.0):
        pass


def test_everything_a_view_needs_is_made_ready_then_what_is_around_it(crowded: TimelineView) -> None:
    crowded.fit_all()
    scene, view = crowded.scene, crowded.view
    ahead, prepared = Ahead(), []
    ahead.prepared.connect(lambda: prepared.append(ready(crowded, view.axis)))
    ahead.look(scene, view, 1.0)
    finish(ahead)
    assert prepared == [True]
    assert ready(crowded, view.axis.panned(0.2 * view.axis.width))
    assert ready(crowded, view.axis.zoomed(1.26, 300))
    assert ready(crowded, view.axis.zoomed(1 / 1.26, 300))


def test_the_first_frame_waits_for_nothing_and_the_next_shows_everything(
    qtbot: QtBot, crowded: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[list[int]] = []

    class Watched(TimelinePainter):
        def paint(self) -> None:
            late.append(list(self._late))
            super().paint()

    crowded.hide()
    crowded.show_events(crowded.scene.shown)  # as if nothing had been laid out
    monkeypatch.setattr(canvas, "_FIRST", 0.0)
    monkeypatch.setattr(canvas, "TimelinePainter", Watched)
    crowded.show()
    qtbot.waitUntil(lambda: len(late) > 1)
    assert late[:2] == [[0, 1], []]
    crowded.hide()
    crowded.show()
    qtbot.waitUntil(lambda: len(late) > 2)
    assert late[2:] == [[]] * (len(late) - 2)  # what is ready is there at once


def test_a_gesture_holds_the_coarser_layout_until_the_finer_is_ready(qtbot: QtBot, crowded: TimelineView) -> None:
    crowded.fit_all()
    level = crowded.view.level
    closer = crowded.axis.zoomed(1.5, 300)
    crowded.follow(closer)
    assert (crowded.axis, crowded.view.level) == (closer, level)
    held = [box.thing for box in crowded.boxes()]
    qtbot.waitUntil(lambda: crowded.view.level == closer.level)
    assert [box.thing for box in crowded.boxes()] != held


def test_nothing_overlaps_while_a_layout_is_held(crowded: TimelineView) -> None:
    crowded.fit_all()
    crowded.follow(crowded.axis.zoomed(1.5, 300))
    assert crowded.view.level < crowded.axis.level
    boxes = [box for box in crowded.boxes() if not isinstance(box.thing, Head)]
    for place, box in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert not box.rect.adjusted(1, 1, -1, -1).intersects(other.rect)


def test_a_jump_is_laid_out_at_once(crowded: TimelineView) -> None:
    crowded.fit_all()
    crowded.go_to(crowded.axis.zoomed(1.5, 300), at_once=True)
    assert crowded.view.level == crowded.axis.level


def test_a_movement_holds_the_coarser_of_both_ends(qtbot: QtBot, look: Look, crowded: TimelineView) -> None:
    crowded.fit_all()
    levels: list[tuple[int, int]] = []
    moving = TimelineView(crowded.scene.shown)
    qtbot.addWidget(moving)
    moving.resize(900, 400)
    with qtbot.waitExposed(moving):
        moving.show()
    start = moving.view.level
    moving.axis_changed.connect(lambda: levels.append((moving.view.level, moving.view.axis.level)))
    moving.zoom(40)
    qtbot.waitUntil(lambda: moving.view.level == moving.axis.level > start)
    assert {level for level, _ in levels[:-1]} == {start}
    QTest.keyClick(moving, K.Key_0)
    qtbot.waitUntil(lambda: moving.view.axis == moving.axis)
    assert max(level for level, _ in levels[-3:]) <= start


def test_a_hidden_timeline_prepares_nothing(qtbot: QtBot, crowded: TimelineView) -> None:
    crowded.fit_all()
    crowded.hide()
    crowded.follow(crowded.axis.zoomed(1.5, 300))
    assert not crowded._ahead._timer.isActive()


def test_a_gesture_that_leads_away_goes_on_by_two_levels(crowded: TimelineView) -> None:
    crowded.fit_all()
    crowded.go_to(crowded.axis.zoomed(40, 300), at_once=True)
    level = crowded.view.level
    ahead = Ahead()
    ahead._scale = crowded.axis.scale  # it was there already
    ahead.look(crowded.scene, crowded.view, 1.0)
    while not is_ready(crowded.scene, crowded.view, crowded.axis, level - 2):
        ahead.work(0)
    crowded.follow(crowded.axis.zoomed(1 / 1.3, 300))
    assert (crowded.axis.level, crowded.view.level) == (level - 1, level - 2)

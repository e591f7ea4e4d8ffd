"""Data that breaks timelines: everything on one day, before year 1, over centuries, with endless or foreign titles."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Event
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.looking import Head
from r2p_app.ui.timeline.view import TimelineView
from tests.timeline.making import event
from tests.ui.timeline.conftest import LANES
from tests.ui.timeline.driving import LEFT, NO_KEY, K, clusters, wheel

TITLES = (
    "x" * 500,
    "word " * 100,
    "הסכם השלום נחתם בארושה",
    "عملية السلام \u202e reversed",
    "👩‍👩‍👧‍👦 🇷🇼 events with emoji 🕊️",
    "Zalgo t̷̨̛e̴͓͝x̶̡̛t",
    "line\nbreak\tand tab",
    "<b>no markup</b> &amp; {0} %1 %2",
    "\u200b",
)

CASES: dict[str, list[Event]] = {
    "one day": [event(n, "1994-04-06", importance=1 + n % 3) for n in range(10_000)],
    "before year 1": [event(n, f"-{500 - n:04}-03-15") for n in range(40)] + [event(99, "Y-12000")],
    "centuries": [event(0, "1400/1899"), event(1, "1500/.."), event(2, "../1600"), event(3, "1999-03-24")],
    "titles": [event(n, f"1994-04-{n + 1:02}", title=title) for n, title in enumerate(TITLES)],
    "one event": [event(0, "1994-04-06")],
    "same span": [event(n, "1994-04-06/1994-07-18") for n in range(300)],
    "nothing": [],
}


@pytest.fixture(params=CASES)
def hostile(request: pytest.FixtureRequest, qtbot: QtBot, look: Look) -> TimelineView:
    made = TimelineView(Shown(Items(CASES[request.param], LANES), Filter()), reduced_motion=lambda: True)
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def assert_sound(view: TimelineView) -> None:
    """Nothing overlaps, and it can be painted and spoken."""
    boxes = [box for box in view.boxes() if not isinstance(box.thing, Head)]
    for place, box in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert not box.rect.adjusted(1, 1, -1, -1).intersects(other.rect)
    assert not view.grab().isNull()
    interface = QAccessible.queryAccessibleInterface(view)
    assert all(interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount()))


def test_it_is_sound_at_every_scale(hostile: TimelineView) -> None:
    hostile.fit_all()
    for _ in range(12):
        assert_sound(hostile)
        hostile.zoom(4.0)
    wheel(hostile, QPoint(400, 200), -3)
    assert_sound(hostile)


def test_it_is_walked_by_keys(hostile: TimelineView) -> None:
    keys = (K.Key_Right, K.Key_End, K.Key_Left, K.Key_Home, K.Key_Plus, K.Key_PageDown, K.Key_Down, K.Key_C, K.Key_C)
    for key in (*keys, K.Key_Return, K.Key_0, K.Key_Escape):
        QTest.keyClick(hostile, key)
        assert_sound(hostile)


def test_the_header_can_be_pressed_anywhere(hostile: TimelineView) -> None:
    for x in range(140, 800, 110):
        QTest.mouseClick(hostile, LEFT, NO_KEY, QPoint(x, 10))
        assert_sound(hostile)


def test_ten_thousand_on_one_day_are_counted_and_listed(qtbot: QtBot, look: Look) -> None:
    view = TimelineView(Shown(Items(CASES["one day"], LANES), Filter()), reduced_motion=lambda: True)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.fit_all()
    (crowd,) = clusters(view)
    seen = sum(not isinstance(box.thing, Head | Cluster) for box in view.boxes())
    assert crowd.thing.size + seen == 10_000  # type: ignore[union-attr]
    with qtbot.waitSignal(view.cluster_opened) as caught:
        view.open_box(crowd)
    assert len(caught.args[0]) == 10_000 - seen

import gc

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.ui.accessible_items import AccessibleItem
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.accessible import AccessibleTimeline
from r2p_app.ui.timeline.view import TimelineView

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def interface(view: TimelineView) -> AccessibleTimeline:
    found = QAccessible.queryAccessibleInterface(view)
    assert isinstance(found, AccessibleTimeline)
    return found


def things(view: TimelineView) -> list[AccessibleItem]:
    made = interface(view)
    found = (made.child(place) for place in range(made.childCount()))
    return [child for child in found if isinstance(child, AccessibleItem)]


def names(view: TimelineView) -> list[str]:
    made = interface(view)
    return [made.child(place).text(NAME).replace("\xa0", " ") for place in range(made.childCount())]  # type: ignore[union-attr]


def test_every_visible_event_is_a_child_with_date_and_title(view: TimelineView) -> None:
    assert names(view) == [
        "Rwanda",
        "11 January 1994: Cable from Kigali",
        "7 April – 17 July 1994: Genocide against the Tutsi",
        "21 April 1994: Resolution 912",
        "July 1994: The war ends",
        "Council and doctrine",
        "21 April 1994: Resolution 912",
        "17 May 1994: Resolution 918",
    ]
    assert interface(view).role() == QAccessible.Role.List
    assert interface(view).text(NAME) == "Timeline"


def test_a_child_tells_its_lane_and_what_happened(view: TimelineView) -> None:
    child = interface(view).child(1)
    assert child is not None
    assert child.text(DESCRIPTION) == "Rwanda. What happened the 1th time."
    assert (child.role(), child.childCount()) == (QAccessible.Role.ListItem, 0)
    assert child.parent().object() is view


def test_a_cluster_is_a_button_with_number_and_dates(view: TimelineView) -> None:
    view.fit_all()
    assert any(name.endswith("events, 15 November 1996") for name in names(view))
    roles = {child.role() for child in things(view)}
    assert roles == {QAccessible.Role.ListItem, QAccessible.Role.Button}


def test_the_selected_event_has_the_focus(qtbot: QtBot, view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    child = interface(view).focusChild()
    assert child is not None
    assert child.text(NAME).endswith("Resolution 912")
    assert child.state().selected
    assert [thing.state().selected for thing in things(view)].count(True) == 1


def test_the_same_thing_has_the_same_interface(view: TimelineView) -> None:
    made = interface(view)
    first = made.child(0)
    assert made.child(0) is first
    assert first is not None
    assert made.indexOfChild(first) == 0
    assert made.child(99) is None


def test_what_lies_under_a_place_of_the_screen(view: TimelineView) -> None:
    made = interface(view)
    thing = things(view)[1]
    centre = thing.rect().center()
    assert made.childAt(centre.x(), centre.y()) is thing
    corner = view.mapToGlobal(QPoint(1, 1))
    assert made.childAt(corner.x(), corner.y()) is None


def test_a_thing_that_left_the_screen_says_nothing_old(view: TimelineView) -> None:
    before = things(view)[1]
    view.go_to(Axis.showing(day_number(1996), day_number(1997), view.axis.width), at_once=True)
    assert (before.text(NAME), before.rect()) == ("", QRect().translated(view.mapToGlobal(QPoint(0, 0))))
    assert interface(view).indexOfChild(before) == -1


def test_heads_tell_whether_their_lane_is_open(view: TimelineView) -> None:
    view.fold(0)
    heads = [thing.state() for thing in things(view) if thing.text(NAME) in {"Rwanda", "Council and doctrine"}]
    assert [(state.collapsed, state.expanded) for state in heads] == [(True, False), (False, True)]


def test_interfaces_end_with_their_timeline(qtbot: QtBot, look: Look, shown: Shown) -> None:
    for _ in range(20):
        view = TimelineView(shown)
        view.resize(400, 200)
        view.fit_all()
        assert names(view)
        view.deleteLater()
        del view
    gc.collect()

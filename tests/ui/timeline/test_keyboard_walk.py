"""Somebody who has only a keyboard, and hears instead of sees."""

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.ui.timeline.view import TimelineView
from tests.ui.timeline.driving import ALT, K, lane_names

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def heard(view: TimelineView) -> str:
    child = QAccessible.queryAccessibleInterface(view).focusChild()
    return "" if child is None else child.text(NAME).replace("\xa0", " ")


def test_from_the_first_key_to_the_last(qtbot: QtBot, view: TimelineView) -> None:
    assert heard(view) == ""
    QTest.keyClick(view, K.Key_Right)
    assert heard(view) == "21 April 1994: Resolution 912"
    QTest.keyClick(view, K.Key_Home)
    assert heard(view) == "4 August 1993: Arusha accords"
    assert view.axis.start < day_number(1993, 8, 4) < view.axis.end
    for expected in ("11 January 1994: Cable from Kigali", "7 April – 17 July 1994: Genocide against the Tutsi"):
        QTest.keyClick(view, K.Key_Right)
        assert heard(view) == expected
    with qtbot.waitSignal(view.event_opened):
        QTest.keyClick(view, K.Key_Return)
    QTest.keyClick(view, K.Key_Down)
    assert heard(view) == "21 April 1994: Resolution 912"
    QTest.keyClick(view, K.Key_Up, ALT)
    assert lane_names(view) == ["Council and doctrine", "Rwanda"]
    QTest.keyClick(view, K.Key_C)
    assert heard(view) == "Council and doctrine"
    QTest.keyClick(view, K.Key_Space)
    QTest.keyClick(view, K.Key_Down)
    assert heard(view) == "Rwanda"
    QTest.keyClick(view, K.Key_End)
    assert heard(view).startswith("15 November 1996: Return")
    QTest.keyClick(view, K.Key_0)
    with qtbot.waitSignal(view.selection_cleared):
        QTest.keyClick(view, K.Key_Escape)
    assert heard(view) == ""


def test_the_selected_event_is_on_the_screen_wherever_one_steps(view: TimelineView) -> None:
    QTest.keyClick(view, K.Key_Home)
    for _ in range(45):
        QTest.keyClick(view, K.Key_Right)
        interface = QAccessible.queryAccessibleInterface(view)
        child = interface.focusChild()
        assert child is not None
        assert child.state().focused
        assert interface.rect().contains(child.rect().center())
        assert child.text(DESCRIPTION).startswith("Rwanda. ")


def test_heads_tell_what_they_are(view: TimelineView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    head = interface.child(0)
    assert (head.text(NAME), head.text(DESCRIPTION)) == ("Rwanda", "45 events")
    assert (head.role(), head.state().expanded) == (QAccessible.Role.Button, True)
    view.fold(0)
    head = interface.child(0)
    assert (head.state().expanded, head.state().collapsed) == (False, True)

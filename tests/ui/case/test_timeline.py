import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.ui.case.timeline import TimelineTab
from r2p_app.ui.pages.case import CasePage
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> TimelineTab:
    """The lane."""
    made = go("timeline")
    assert isinstance(made, TimelineTab)
    return made


def test_only_the_lanes_of_the_case_are_shown(tab: TimelineTab) -> None:
    assert [lane.events.lane.id for lane in tab.view.scene.lanes] == ["lane-rwanda"]
    assert "5 events" in [label.text() for label in tab.findChildren(QLabel)]


def test_stepping_shows_details_and_the_link_keeps_the_event(tab: TimelineTab, page: CasePage) -> None:
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Right)
    event = page.place().value("event")
    assert event.startswith("ev-")
    assert tab.detail.accessibleName() != "Details"
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert tab.detail.isAncestorOf(focus)


def test_a_link_restores_days_and_event(tab: TimelineTab, go: Go, page: CasePage) -> None:
    go("timeline?from=1994-04-01&to=1994-04-30&event=ev-res-912")
    place = page.place()
    assert place.value("event") == "ev-res-912"
    assert "Resolution 912" in tab.detail.accessibleName()
    tab.view.zoom(2.0)
    assert page.place() != place
    page.show_link(place)
    assert page.place() == place


def test_an_event_of_another_case_changes_nothing(tab: TimelineTab, go: Go, page: CasePage) -> None:
    go("timeline?event=ev-world-summit")
    assert page.place().value("event") == ""


def test_the_whole_timeline_opens_at_the_same_days(qtbot: QtBot, tab: TimelineTab, page: CasePage) -> None:
    tab.whole.setFocus()
    with qtbot.waitSignal(tab.link_requested) as asked:
        QTest.keyClick(tab.whole, Qt.Key.Key_Return)
    asked_for = Link.parse(asked.args[0])
    assert asked_for.page == "timeline"
    assert asked_for.value("from") == page.place().value("from")


def test_without_room_the_details_wait_until_there_is_something_to_tell(tab: TimelineTab, page: CasePage) -> None:
    assert tab.detail.isVisible()
    page.resize(700, 600)
    QApplication.processEvents()
    assert not tab.detail.isVisible()
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Right)
    assert tab.detail.isVisible()
    QApplication.processEvents()
    assert tab.detail.mapTo(tab, tab.detail.rect().topLeft()).y() > tab.view.height()
    QTest.keyClick(tab.view, Qt.Key.Key_Escape)
    assert not tab.detail.isVisible()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.map import MapTab
from r2p_app.ui.pages.case import CasePage
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> MapTab:
    """The map."""
    made = go("map")
    assert isinstance(made, MapTab)
    return made


def test_the_region_comes_first_and_all_places_on_request(tab: MapTab, page: CasePage) -> None:
    assert tab.view.map.sheet.name == "great-lakes"
    assert not tab.view.has("pl-new-york")
    QTest.mouseClick(tab.choice._group.buttons()[1], Qt.MouseButton.LeftButton)
    assert tab.view.has("pl-new-york")
    assert tab.view.has("pl-kigali")
    assert page.place().value("map") == "world"


def test_map_and_list_follow_each_other_and_the_link_follows_both(tab: MapTab, page: CasePage) -> None:
    view = tab.view
    view.map.setFocus()
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    assert view.map.selected
    assert view.list.currentItem().text().startswith(view.map.item_words(view.map.selected)[0])
    assert page.place().fragment == view.map.selected
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Home)
    assert page.place().fragment == "pl-arusha"


def test_enter_opens_a_place(qtbot: QtBot, tab: MapTab, go: Go) -> None:
    go("map#pl-kigali")
    tab.view.map.setFocus()
    with qtbot.waitSignal(tab.link_requested) as asked:
        QTest.keyClick(tab.view.map, Qt.Key.Key_Return)
    assert asked.args == ["r2p://place/pl-kigali"]


def test_a_link_to_a_place_far_away_shows_the_world(tab: MapTab, go: Go) -> None:
    go("map#pl-new-york")
    assert tab.view.map.sheet.name == "world"
    assert tab.view.map.selected == "pl-new-york"
    go("map?map=great-lakes#pl-kigali")
    assert tab.view.map.sheet.name == "great-lakes"

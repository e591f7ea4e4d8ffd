import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.ui.case.map import MapTab
from r2p_app.ui.export.picture import Picture
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.maps.view import paint_map
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import load_theme
from tests.pictures import unlike
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
    assert page.place().fragment == "mv-flight"
    for _ in range(2):  # the heading of the places is read on the way
        QTest.keyClick(view.list, Qt.Key.Key_Down)
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


# --- by a date -------------------------------------------------------------------------------------------------------


def test_a_link_restores_the_date_and_the_date_is_in_the_link(tab: MapTab, page: CasePage, go: Go) -> None:
    go("map?by=1993-12-01")
    assert page.place().value("by") == "1993-12-01"
    assert tab.view.map.day == date(1993, 12, 1)
    before = str(page.place())
    go("map?map=great-lakes")
    assert page.place().value("by") == ""
    assert tab.view.map.day == tab.view.map.sheet.info.day
    page.show_link(Link.parse(before))
    assert page.place().value("by") == "1993-12-01"


def test_a_link_to_the_tab_alone_leaves_the_date(tab: MapTab, go: Go) -> None:
    go("map?by=1993-12-01")
    go("map")
    assert tab.view.day is not None


def test_no_date_in_a_link_is_no_date(tab: MapTab, go: Go) -> None:
    go("map?by=yesterday")
    assert tab.view.day is None


def test_the_slider_changes_map_list_and_link(tab: MapTab, page: CasePage) -> None:
    by = tab.view.by
    assert by is not None
    everything = tab.view.list.count()
    by.slider.setFocus()
    QTest.keyClick(by.slider, Qt.Key.Key_Home)
    assert len(tab.view.map.item_keys()) < everything
    assert tab.view.list.count() < everything
    assert page.place().value("by")
    QTest.keyClick(by.slider, Qt.Key.Key_End)
    assert tab.view.list.count() == everything
    assert page.place().value("by") == ""


def test_a_link_to_what_is_not_there_yet_shows_everything(tab: MapTab, go: Go) -> None:
    go("map?by=1990-01-01#mv-flight")
    assert tab.view.map.selected == "mv-flight"
    assert tab.view.day is None


def test_a_movement_opens_its_record(qtbot: QtBot, tab: MapTab, go: Go) -> None:
    go("map#mv-flight")
    tab.view.map.setFocus()
    with qtbot.waitSignal(tab.link_requested) as asked:
        QTest.keyClick(tab.view.map, Qt.Key.Key_Return)
    assert asked.args == ["r2p://movement/mv-flight"]


def test_the_other_map_keeps_the_date(tab: MapTab, page: CasePage, go: Go) -> None:
    go("map?by=1994-01-01")
    QTest.mouseClick(tab.choice._group.buttons()[1], Qt.MouseButton.LeftButton)
    assert (page.place().value("map"), page.place().value("by")) == ("world", "1994-01-01")


# --- exported --------------------------------------------------------------------------------------------------------


def test_the_exported_map_has_caption_sources_and_licence(tab: MapTab) -> None:
    stem, make = tab._exported()
    assert stem == "r2p-map-rwanda-great-lakes"
    svg = make(load_theme("light")).svg().decode().replace("\N{NO-BREAK SPACE}", " ")
    words = " ".join(re.findall(r">([^<>]+)</text>", svg))
    for part in (
        "Rwanda and its neighbours",
        "All dates",
        "Natural Earth",
        "Licence: CC BY-SA 4.0",
        "Across the border",
    ):
        assert part in words
    assert "<title>" in svg


def test_picture_and_screen_are_painted_by_the_same_routine(tab: MapTab, look: Look) -> None:
    tab.view.map.setFocus()
    tab.view.map.clearFocus()
    picture = make_picture(tab)
    image = QImage.fromData(picture.png(1))
    assert image.size() == picture.size
    left, top = round(picture._margin), round(picture._top)
    width, height = tab.view.map.width(), tab.view.map.height()
    cut = image.copy(left, top, width, height - 60)
    bare = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(bare) as painter:
        paint_map(painter, tab.view.map.view(), tab.view.map.layers)
    assert unlike(cut, bare.copy(0, 0, width, height - 60)) < 0.01


def make_picture(tab: MapTab) -> Picture:
    return tab._exported().make(load_theme("light"))


@pytest.mark.parametrize(("scale", "name", "begins"), [(0, "map.svg", b"<?xml"), (2, "map.png", b"\x89PNG")])
def test_the_button_saves_svg_and_png(
    qtbot: QtBot, tab: MapTab, tmp_path: Path, preferences: Preferences, *, scale: int, name: str, begins: bytes
) -> None:
    tab.state.preferences = preferences
    target = tmp_path / name
    tab.export._ask = lambda *_args: str(target)
    tab.export.export(scale)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(begins)
    dialog = tab.window().findChild(SavingDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.buttons) == 2)
    dialog.accept()

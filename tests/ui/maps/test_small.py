from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Place
from r2p_app.ui.maps.places import MapPlace, places_of
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.theme.look import Look
from tests.ui import mini
from tests.ui.maps.conftest import Shown

LINK = "r2p://place/pl-kigali"


def library_with(place: Place, case: str) -> Library:
    return Library(mini.PACK, [*mini.entries(), Entry(place.id, "place", case, place)])


def test_enter_and_click_ask_for_the_link(look: Look, mini_library: Library, show: Shown, qtbot: QtBot) -> None:
    small = SmallMap(mini_library, "pl-kigali", link=LINK)
    show(small)
    small.picture.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(small.link_requested) as told:
            QTest.keyClick(small.picture, key)
        assert told.args == [LINK]


def test_without_a_link_it_is_a_picture_that_takes_no_focus(look: Look, mini_library: Library, show: Shown) -> None:
    small = SmallMap(mini_library, "pl-kigali")
    show(small)
    assert small.picture.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_says_what_it_shows(look: Look, mini_library: Library, show: Shown) -> None:
    small = SmallMap(mini_library, "pl-kigali")
    show(small)
    assert small.picture.accessibleName() == "Map: Kigali"
    assert small.picture.accessibleDescription() == "On the map of today: in Rwanda."
    assert "Natural Earth" in small.findChildren(QLabel)[0].text()


def test_near_a_border_it_does_not_pretend_to_know_the_side(look: Look, show: Shown) -> None:
    """The lines put Bukavu into Rwanda, for which a kilometre is enough."""
    bukavu = Place(id="pl-bukavu", name="Bukavu, Zaire (DR Congo)", lat=-2.5083, lon=28.8608, why="Camps")
    small = SmallMap(library_with(bukavu, "rwanda"), "pl-bukavu")
    show(small)
    assert "at the border between DR Congo and Rwanda" in small.picture.accessibleDescription()


def test_an_approximate_place_is_said_to_be_one(look: Look, show: Shown) -> None:
    place = Place(id="pl-nyange", name="Nyange", lat=-2.05, lon=29.59, why="Church", approximate=True)
    small = SmallMap(library_with(place, "rwanda"), "pl-nyange")
    show(small)
    assert small.picture.accessibleDescription().endswith("Position approximate.")


def test_it_keeps_its_shape_and_does_not_grow_without_end(look: Look, mini_library: Library, show: Shown) -> None:
    picture = SmallMap(mini_library, "pl-kigali").picture
    assert picture.heightForWidth(300) == 186
    assert picture.heightForWidth(2000) == 260


def test_the_ring_shows_the_focus(look: Look, mini_library: Library, show: Shown) -> None:
    small = SmallMap(mini_library, "pl-kigali", link=LINK)
    show(small)
    small.picture.setFocus()
    focused = small.picture.grab().toImage()
    small.picture.clearFocus()
    assert small.picture.grab().toImage() != focused


def test_places_of_a_case_are_its_own_and_those_of_its_events(mini_library: Library) -> None:
    found = places_of(mini_library, "rwanda")
    assert {place.id for place in found} == {"pl-kigali", "pl-arusha"}
    weights = [place.weight for place in found]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0


def test_a_label_leaves_out_what_the_map_shows() -> None:
    goma = Place(id="pl-goma", name="Goma, Zaire (DR Congo)", lat=-1.6792, lon=29.2228, why="")
    assert MapPlace.of(goma).label == "Goma"

"""Movements on a map: seen, chosen, and told from one another without colour."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.model import MovementKind
from r2p_app.maps.region import Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.key import MapKey, entries
from r2p_app.ui.maps.map_list import MapList
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.movements import STROKES, MapMovement
from r2p_app.ui.theme.look import Look
from tests.ui.maps.conftest import PLACES, Shown

KIGALI, GOMA, BUTARE = (place.point for place in PLACES[:3])
FLIGHT = MapMovement(
    "mv-flight",
    "Flight to Goma",
    MovementKind.DISPLACEMENT,
    "1994-07-14/1994-07-18",
    ("pl-kigali", "pl-goma"),
    (KIGALI, GOMA),
    "People fled.",
)
TROOPS = MapMovement(
    "mv-troops",
    "Troops come",
    MovementKind.DEPLOYMENT,
    "1994-06-23",
    ("pl-butare", "pl-kigali"),
    (BUTARE, KIGALI),
    "They came.",
)
SHORT = MapMovement(
    "mv-short", "A few steps", MovementKind.RETURN, "1996-11", ("pl-a", "pl-b"), (KIGALI, Point(-1.955, 30.083)), "H."
)
MOVEMENTS = (FLIGHT, TROOPS, SHORT)


@pytest.fixture
def view(look: Look, rwanda: Sheet, show: Shown) -> MapView:
    made = MapView(rwanda, PLACES, MOVEMENTS)
    show(made)
    made.setFocus()
    return made


def middle(view: MapView, movement_id: str) -> QPoint:
    return QPointF(*view._spots()[movement_id]).toPoint()


def test_a_click_on_an_arrow_selects_it_and_a_second_opens(view: MapView, qtbot: QtBot) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, "mv-flight"))
    assert view.selected == "mv-flight"
    with qtbot.waitSignal(view.item_opened) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, "mv-flight"))
    assert told.args == ["mv-flight"]


def test_arrow_keys_reach_movements_too(view: MapView) -> None:
    reached = set()
    for start in view.item_keys():
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            view.fit_home()
            view._show_selected(start, least=0)
            QTest.keyClick(view, key)
            reached.add(view.selected)
    assert {"mv-flight", "mv-troops"} <= reached


def test_an_arrow_too_small_to_be_drawn_is_shown_larger_when_it_is_chosen(view: MapView) -> None:
    assert "mv-short" not in view._spots()
    view.select("mv-short")
    assert "mv-short" in view._spots()
    assert view.selected == "mv-short"


def test_what_is_shown_can_change_and_the_selection_with_it(view: MapView) -> None:
    view.select("mv-flight")
    day = view.day
    view.show_items(PLACES[:1], (), None)
    assert view.selected == ""
    assert list(view.item_keys()) == ["pl-kigali"]
    assert view.day == day


def test_a_screen_reader_hears_kind_date_and_words(view: MapView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    child = interface.child(len(PLACES))
    assert child is not None
    assert child.text(QAccessible.Text.Name) == "Flight to Goma"
    words = child.text(QAccessible.Text.Description).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "Flight or expulsion, 14–18 July 1994. People fled."


def test_every_kind_has_a_line_of_its_own_without_its_colour() -> None:
    drawn = {(STROKES[kind].dashes, STROKES[kind].filled) for kind in MovementKind}
    assert len(drawn) == len(MovementKind)


def test_dates_stand_beside_arrows_and_not_on_places(view: MapView) -> None:
    layer = view._movements
    boxes = layer._labels(view.view(), layer.arrows(view.view()), [])
    spots = [view.view().pixel(place.point) for place in PLACES]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert not [
        spot
        for box in boxes
        if box
        for spot in spots
        if box.left < spot.x() < box.right and box.top < spot.y() < box.bottom
    ]


def test_the_list_has_movements_before_places_and_headings_cannot_be_chosen(view: MapView, show: Shown) -> None:
    made = MapList(PLACES, MOVEMENTS)
    show(made)
    made.join(view)
    texts = [made.item(row).text().split("\n")[0] for row in range(made.count())]
    assert texts[:5] == ["Movements", "Flight to Goma", "Troops come", "A few steps", "Places"]
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert view.selected == "mv-flight"
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert view.selected.startswith("mv-")
    made.show_items(PLACES[:2], ())
    assert made.count() == 2
    assert made.currentItem() is None


def test_the_key_names_what_is_on_the_map_and_nothing_else(view: MapView, show: Shown) -> None:
    words = [entry.words for entry in entries(view.view(), view.places, view.movements)]
    assert words[:3] == ["Place", "Place, position approximate", "Other town"]
    assert {"Flight or expulsion", "Deployment or advance", "Return"} <= set(words)
    assert "Withdrawal" not in words
    made = MapKey()
    made.show_entries(entries(view.view(), view.places, ()))
    assert "Return" not in made.accessibleName()
    assert made.heightForWidth(300) > made.heightForWidth(1200)

"""What tests of maps on the screen share: places of Rwanda, and a map of them in an active window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.maps.region import Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.places import MapPlace
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.theme.look import Look

PLACES = (
    MapPlace("pl-kigali", "Kigali", "The capital", Point(-1.9441, 30.0619), weight=9),
    MapPlace("pl-goma", "Goma, Zaire (DR Congo)", "Where people fled to", Point(-1.6792, 29.2228), weight=5),
    MapPlace("pl-butare", "Butare (Huye)", "A university town", Point(-2.5967, 29.7394), weight=3),
    MapPlace("pl-nyarubuye", "Nyarubuye", "A parish", Point(-2.15, 30.7333), approximate=True, weight=1),
)

Shown = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Shown:
    """Show a widget in an active window, 700 by 500 pixels large."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(700, 500)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def rwanda() -> Sheet:
    """The map of Rwanda and its neighbours."""
    return shipped_atlas().sheet("great-lakes")


@pytest.fixture
def view(look: Look, rwanda: Sheet, show: Shown) -> MapView:
    """A map of four places."""
    made = MapView(rwanda, PLACES)
    show(made)
    made.setFocus()
    return made

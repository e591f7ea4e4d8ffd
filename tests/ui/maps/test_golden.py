"""What maps look like, at fixed sizes."""

import pytest
from PySide6.QtGui import QImage, QPainter

from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.view import paint_map
from r2p_app.ui.theme.look import Look
from tests.pictures import assert_picture
from tests.ui.maps.conftest import PLACES
from tests.ui.maps.test_movements import MOVEMENTS


def picture(sheet: Sheet) -> QImage:
    view = MapView(sheet, PLACES, MOVEMENTS) if sheet.name == "great-lakes" else MapView(sheet, ())
    view.resize(700, 500)
    view.fit_home()
    if view.places:
        view.select("mv-flight")
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_map(painter, view.view(), view.layers)
    view.deleteLater()
    return image


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)])
def test_themes_and_sizes_of_text(look: Look, rwanda: Sheet, theme: str, scale: float) -> None:
    look.apply(theme, scale, reduced_motion=True)
    assert_picture(f"maps/great-lakes-{theme}-{round(scale * 100)}", picture(rwanda))


@pytest.mark.parametrize("name", ["kosovo", "bosnia", "yugoslavia", "world"])
def test_the_other_maps(look: Look, name: str) -> None:
    assert_picture(f"maps/{name}", picture(shipped_atlas().sheet(name)))

"""One paint routine, for the screen and for files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from r2p_app.maps.labels import Box
from r2p_app.maps.region import BorderKind, Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.ground import GroundLayer, border_pen
from r2p_app.ui.maps.places import PlacesLayer
from r2p_app.ui.maps.scale import ScaleLayer, map_note, scale_km
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.maps.view import Layer, View, paint_map
from r2p_app.ui.theme.look import Look, current
from tests.ui.maps.conftest import PLACES

SIZE = QSize(700, 500)


def view_of(sheet: Sheet, day: date | None = None) -> View:
    camera = sheet.limits.fit(sheet.home, SIZE.width(), SIZE.height())
    return View(sheet, camera, current(), day or sheet.info.day)


def layers() -> list[Layer]:
    return [GroundLayer(), ScaleLayer(), PlacesLayer(PLACES, "pl-goma"), NamesLayer()]


def painted(view: View, what: list[Layer]) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        paint_map(painter, view, what)
    return image


def words_of(layer: Layer, view: View, *covered: Box) -> list[Box]:
    """Return what is taken after a layer was painted."""
    taken, image = list(covered), QImage(SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        layer.paint(painter, view, taken)
    return taken


def svg(view: View, what: list[Layer], path: Path) -> str:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(SIZE)
    generator.setViewBox(QRect(QPoint(0, 0), SIZE))
    with QPainter(generator) as painter:
        paint_map(painter, view, what)
    return path.read_text(encoding="utf-8")


def colour_at(image: QImage, view: View, lat: float, lon: float) -> QColor:
    return image.pixelColor(view.pixel(Point(lat, lon)).toPoint())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_land_lakes_and_neighbours_are_told_apart(theme: str, look: Look, rwanda: Sheet) -> None:
    look.apply(theme)
    view = view_of(rwanda)
    image = painted(view, [GroundLayer()])
    assert colour_at(image, view, -1.75, 30.3) == current().colour("surface")
    assert colour_at(image, view, -2.3, 28.75) == current().colour("surface-2")
    assert colour_at(image, view, -1.95, 29.25) == current().colour("accent-soft")


def test_a_file_of_lines_has_the_words(look: Look, rwanda: Sheet, tmp_path: Path) -> None:
    text = svg(view_of(rwanda), layers(), tmp_path / "map.svg")
    for words in ("Goma", "Kigali", "Butare (Huye)", "ZAIRE", "(now DR Congo)", "50 km", "Natural Earth"):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")


def test_names_follow_the_day(look: Look, rwanda: Sheet, tmp_path: Path) -> None:
    text = svg(view_of(rwanda, date(2010, 1, 1)), layers(), tmp_path / "map.svg")
    assert "ZAIRE" not in text
    assert "DR CONGO" in text


def test_words_keep_off_each_other_and_off_what_is_covered(look: Look, rwanda: Sheet) -> None:
    view = view_of(rwanda)
    taken = words_of(NamesLayer(), view, Box(560, 0, 140, 160))
    assert len(taken) > 1
    assert not [(a, b) for i, a in enumerate(taken) for b in taken[i + 1 :] if a.meets(b)]
    assert all(box.inside(view.frame) for box in taken)


def test_a_name_stands_in_its_own_country(look: Look) -> None:
    sheet = shipped_atlas().sheet("bosnia")
    view = view_of(sheet)
    taken = words_of(NamesLayer(), view)
    bosnia = view.pixel(Point(44.2, 17.8))
    assert [box for box in taken if abs(box.left + box.width / 2 - bosnia.x()) < 160 and box.top < 300]


def test_every_kind_of_border_has_its_own_line(look: Look) -> None:
    pens = [border_pen(current(), kind) for kind in BorderKind]
    assert len({(pen.style(), *pen.dashPattern()) for pen in pens}) == len(pens)


def test_the_note_tells_of_kosovo_where_its_border_is_seen(look: Look, rwanda: Sheet) -> None:
    kosovo = shipped_atlas().sheet("kosovo")
    assert "Kosovo declared independence" in map_note(view_of(kosovo))
    assert "Kosovo" not in map_note(view_of(rwanda))
    assert "Dashed: disputed" in map_note(view_of(shipped_atlas().sheet("world")))


def test_with_large_text_the_note_leaves_room_for_the_map(look: Look) -> None:
    look.apply(scale=2.0)
    view = view_of(shipped_atlas().sheet("kosovo"))
    taken = words_of(ScaleLayer(), view)
    assert taken[0].height < SIZE.height() / 4


@pytest.mark.parametrize(("at_most", "km"), [(1.0, 1), (9.9, 5), (34, 20), (50, 50), (4999, 2000), (0.3, 0.2)])
def test_the_scale_bar_is_a_round_number(at_most: float, km: float) -> None:
    assert scale_km(at_most) == pytest.approx(km)


def test_the_scale_bar_has_its_length(look: Look, rwanda: Sheet) -> None:
    """Fifty kilometres to the east of Kigali are as many pixels as the bar of fifty."""
    view = view_of(rwanda)
    a = view.pixel(Point(-1.94, 30.0))
    b = view.pixel(Point(-1.94, 30.0 + 50 / 111.13))
    assert (b.x() - a.x()) * view.camera.scale == pytest.approx(50, rel=0.005)


def test_a_further_layer_is_painted_between_land_and_places(look: Look, rwanda: Sheet) -> None:
    class Stripe:
        def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
            painter.fillRect(0, 0, round(view.camera.width), 40, current().colour("react"))
            taken.append(Box(0, 0, view.camera.width, 40))

    view = view_of(rwanda)
    image = painted(view, [GroundLayer(), Stripe(), PlacesLayer(PLACES), NamesLayer()])
    assert image.pixelColor(5, 5) == current().colour("react")

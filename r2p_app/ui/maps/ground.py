"""Land and water, and borders by their kind: what lies under everything else on a map."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from r2p_app.maps.labels import Box
from r2p_app.maps.region import BorderKind
from r2p_app.ui.maps.shapes import Part, globe, shapes
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import Theme

_DASHES = {BorderKind.DISPUTED: (5.0, 4.0), BorderKind.STATUS: (7.0, 3.0, 1.5, 3.0)}
"""Line and gap in widths of the pen: disputed borders are dashed; one that some hold for none is dashed and dotted."""

_LINE = 1.0
"""The width of the many lines in pixels: Qt draws them thirty times as fast as wider ones."""

_STATUS_SEEN = 5.0
"""Kilometres per pixel beyond which Kosovo's border is too small for its note."""


class GroundLayer:
    """Land and water, the state that the map is about, borders."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint from the sea upwards."""
        del taken
        theme = view.theme
        sea, shore = theme.colour("accent-soft"), QPen(theme.colour("accent", 0.45), _LINE)
        land, outline = _seen(view, Part.LAND), _seen(view, Part.OUTLINE)
        is_whole = not (view.sheet.info.focus or view.sheet.info.outline)
        painter.fillRect(QRectF(*view.frame), theme.colour("paper"))
        _fill(painter, view, [globe(view.sheet)], sea)
        _fill(painter, view, land, theme.colour("surface" if is_whole else "surface-2"))
        _fill(painter, view, [*_seen(view, Part.FOCUS), *outline], theme.colour("surface"))
        _draw(painter, view, _seen(view, Part.RIVERS), shore)
        _fill(painter, view, _seen(view, Part.LAKES), sea, shore)
        _draw(painter, view, land, shore)
        for kind in BorderKind:
            _draw(painter, view, _seen(view, kind), border_pen(theme, kind))
        _draw(painter, view, outline, QPen(theme.colour("ink"), _LINE))


class UnitsLayer:
    """Lines between first-level units of today; the key of the map says that they are not those of the time."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint fine dots."""
        del taken
        _draw(painter, view, _seen(view, Part.UNITS), units_pen(view.theme))


def border_pen(theme: Theme, kind: BorderKind) -> QPen:
    """Return the pen that draws borders of a kind."""
    if kind is BorderKind.STATE:
        return QPen(theme.colour("control-line"), _LINE)
    pen = QPen(theme.colour("ink-2"), 1.4)
    pen.setDashPattern(_DASHES[kind])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def units_pen(theme: Theme) -> QPen:
    """Return the pen that draws the lines between first-level units: fine dots, so that none is taken for a border."""
    pen = QPen(theme.colour("control-line", 0.8), 1.2)
    pen.setDashPattern((1.0, 3.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def shows_border(view: View, kind: BorderKind) -> bool:
    """Tell whether a border of a kind is seen, and large enough to be told from others."""
    if kind is BorderKind.STATUS and view.camera.scale >= _STATUS_SEEN:
        return False
    return bool(_seen(view, kind))


def shows_units(view: View) -> bool:
    """Tell whether lines between first-level units are seen."""
    return bool(_seen(view, Part.UNITS))


def _seen(view: View, part: Part | BorderKind) -> list[QPainterPath]:
    """Return the paths of a part of the map of which something may be in the picture."""
    left, top, right, bottom = view.camera.seen
    area = QRectF(left, top, right - left, bottom - top)
    return [path for path in shapes(view.sheet, part, view.camera.scale) if path.controlPointRect().intersects(area)]


def _fill(
    painter: QPainter, view: View, paths: Iterable[QPainterPath], colour: QColor, pen: QPen | None = None
) -> None:
    painter.setBrush(colour)
    painter.setPen(pen or Qt.PenStyle.NoPen)
    _paint(painter, view, paths)


def _draw(painter: QPainter, view: View, paths: Iterable[QPainterPath], pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    _paint(painter, view, paths)


def _paint(painter: QPainter, view: View, paths: Iterable[QPainterPath]) -> None:
    to_pixels = view.to_pixels
    for path in paths:
        painter.drawPath(to_pixels.map(path))

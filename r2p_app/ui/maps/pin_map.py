"""A map without words on which a place is pointed at: by mouse, or with a cross-hair moved by keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QWheelEvent

from r2p_app.maps.camera import Rect
from r2p_app.maps.labels import Box
from r2p_app.maps.region import Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.announce import announce
from r2p_app.ui.maps.canvas import MapCanvas
from r2p_app.ui.maps.ground import GroundLayer
from r2p_app.ui.maps.scale import ScaleLayer
from r2p_app.ui.maps.view import View
from r2p_app.ui.maps.where import point_words
from r2p_app.ui.theme.look import current

_STEP, _FAR = 6, 5
"""Pixels that an arrow key moves the pin, and how many times that with Shift."""

_PIN, _HAIR = 6, 16
"""Radius of the pin and half the length of its cross-hair, in pixels at 100 % text."""


@dataclass
class PinLayer:
    """The pin with its cross-hair; hidden once the answer is shown."""

    point: Point
    shown: bool = True

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint it over a light ground, so that it stands out on land and water."""
        del taken
        if self.shown:
            spot, theme = view.pixel(self.point), view.theme
            radius, hair = theme.px(_PIN), theme.px(_HAIR)
            for pen in (QPen(theme.colour("surface"), 5), QPen(theme.colour("accent"), 2)):
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(spot, radius, radius)
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    way = QPointF(dx, dy)
                    painter.drawLine(spot + way * radius, spot + way * hair)


class PinMap(MapCanvas):
    """A map with one pin. Arrow keys move it, with Shift further; a click sets it; dragging moves the map.

    Signals:
        pin_moved: The person put the pin somewhere.
    """

    pin_moved = Signal()

    def __init__(self, sheet: Sheet, frame: Rect) -> None:
        self.pin = PinLayer(sheet.projection.inverse(*frame.centre))
        self.locked = False
        super().__init__(sheet, [GroundLayer(), ScaleLayer(), self.pin], frame=frame)
        self._describe()

    @property
    def point(self) -> Point:
        """Where the pin is."""
        return self.pin.point

    def set_point(self, point: Point) -> None:
        """Put the pin somewhere; nobody is told."""
        self.pin.point = point
        self._describe()
        self.update()

    def point_at(self, pixel: QPointF) -> None:
        """Set the pin."""
        self._move_to(pixel)

    def step(self, direction: tuple[float, float], *, large: bool) -> None:
        """Move the pin, or the map once the answer is shown."""
        if self.locked:
            super().step(direction, large=large)
            return
        way = QPointF(*direction) * current().px(_STEP * (_FAR if large else 1))
        self._move_to(self.view().pixel(self.point) + way)
        self.reveal(self.view().pixel(self.point))
        announce(self, self.accessibleDescription())

    def zoom_centre(self) -> QPointF:
        """About the pin."""
        return super().zoom_centre() if self.locked else self.view().pixel(self.point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom once the map has the focus; before, the wheel scrolls the page, which would stop at the map."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _move_to(self, pixel: QPointF) -> None:
        if not self.locked:
            point = self.sheet.projection.inverse(*self.camera.to_plane(pixel.toTuple()))
            west, south, east, north = self.sheet.info.box
            lat, lon = max(south, min(north, point.lat)), max(west, min(east, point.lon))
            self.set_point(Point(lat, lon))
            self.pin_moved.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(point_words(self.sheet, self.point))

"""What a layer of a map gets to paint on: the map, the part that is seen, the look, the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from r2p_app.maps.camera import Camera
from r2p_app.maps.labels import Box
from r2p_app.maps.region import Point
from r2p_app.maps.regions import Sheet
from r2p_app.ui.theme.tokens import Theme


@dataclass(frozen=True)
class View:
    """One picture of a map. `day` decides on the names of states."""

    sheet: Sheet
    camera: Camera
    theme: Theme
    day: date | None = None

    def pixel(self, point: Point) -> QPointF:
        """Return where a place stands in the picture."""
        return QPointF(*self.camera.to_screen(self.sheet.xy(point)))

    @property
    def frame(self) -> Box:
        """The whole picture."""
        return Box(0, 0, self.camera.width, self.camera.height)

    @property
    def to_pixels(self) -> QTransform:
        """What turns kilometres of the plane into pixels."""
        camera = self.camera
        share = 1 / camera.scale
        left, top = camera.width / 2 - camera.x * share, camera.height / 2 - camera.y * share
        return QTransform(share, 0, 0, share, left, top)


class Layer(Protocol):
    """Something on a map. Layers are painted one over the other; the first to take a place for words has it."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint; add to `taken` where words and marks stand that others should not cover."""


def paint_map(painter: QPainter, view: View, layers: Sequence[Layer], covered: Sequence[Box] = ()) -> None:
    """Paint a map on any paint device, its top left at the painter's origin; no words go where it is `covered`."""
    taken = list(covered)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(0, 0, round(view.camera.width), round(view.camera.height))
    for layer in layers:
        layer.paint(painter, view, taken)
    painter.restore()

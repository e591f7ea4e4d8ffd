"""A painted map that can be moved and zoomed; what it shows besides the land are its layers."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.maps.camera import Camera, Rect
from r2p_app.maps.labels import Box
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.pointer import Pointer
from r2p_app.ui.maps.scale import map_note
from r2p_app.ui.maps.view import Layer, View, paint_map
from r2p_app.ui.theme.look import current, is_new_look
from r2p_app.ui.widgets.pointed import NOTCH, PointedWidget

_PAN = 60
"""Pixels by which a key moves the map."""

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class MapCanvas(PointedWidget):
    """A map on which one can move about. There is no animation: what is asked for is shown at once.

    Signals:
        camera_changed: Another part is seen, or on another scale.
    """

    camera_changed = Signal()

    def __init__(
        self, sheet: Sheet, layers: Sequence[Layer], *, frame: Rect | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sheet, self.layers = sheet, list(layers)
        self.day: date | None = sheet.info.day
        self._home = frame or sheet.home
        self._moved = False
        self._camera = sheet.limits.fit(self._home, self.width(), self.height())
        self._pointer = Pointer(self, self.point_at)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map: %1").replace("%1", sheet.info.title))
        self.setAccessibleDescription(map_note(self.view()))

    @property
    def pointing(self) -> Pointer:
        """Drags, points and zooms."""
        return self._pointer

    @property
    def camera(self) -> Camera:
        """What is seen."""
        return self._camera

    def view(self) -> View:
        """Return the picture as it stands."""
        return View(self.sheet, self._camera, current(), self.day)

    # Where one looks

    def fit_home(self) -> None:
        """Show what was seen first."""
        self._moved = False
        self.go_to(self.sheet.limits.fit(self._home, self.width(), self.height()))

    def show_rect(self, rect: Rect) -> None:
        """Show a part of the plane."""
        self._moved = True
        self.go_to(self.sheet.limits.fit(rect, self.width(), self.height()))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a pixel, the middle unless told where."""
        place = self.zoom_centre() if at is None else at
        self._moved = True
        self.go_to(self._camera.zoomed(factor, (place.x(), place.y())))

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom(NOTCH**2)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom(NOTCH**-2)

    def pan(self, dx: float, dy: float) -> None:
        """Drag the map by so many pixels."""
        self._moved = True
        self.go_to(self._camera.panned(dx, dy))

    def reveal(self, spot: QPointF) -> None:
        """Move just so far that a pixel is well inside of the picture."""
        edge = min(current().px(48), self.width() / 4, self.height() / 4)
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        dx = max(0.0, inside.left() - spot.x()) - max(0.0, spot.x() - inside.right())
        dy = max(0.0, inside.top() - spot.y()) - max(0.0, spot.y() - inside.bottom())
        if dx or dy:
            self.pan(dx, dy)

    def go_to(self, camera: Camera) -> None:
        """Show what a camera sees, as far as the limits allow."""
        self._camera = self.sheet.limits.kept(camera)
        self.update()
        self.camera_changed.emit()

    # What kinds of maps decide

    def zoom_centre(self) -> QPointF:
        """Return the pixel about which keys and buttons zoom."""
        return QPointF(self.width() / 2, self.height() / 2)

    def point_at(self, pixel: QPointF) -> None:
        """Act on a click."""

    def step(self, direction: tuple[float, float], *, large: bool) -> None:
        """Act on an arrow key, `large` with Shift: move the map."""
        pixels = _PAN * (4 if large else 1)
        self.pan(-direction[0] * pixels, -direction[1] * pixels)

    def _covered(self) -> list[Box]:
        """Return what the buttons on the map cover."""
        places = (child.geometry() for child in self.findChildren(QWidget) if child.parent() is self)
        return [Box(place.x(), place.y(), place.width(), place.height()) for place in places]

    def _action(self, key: Qt.Key) -> Callable[[], object] | None:
        keys = Qt.Key
        return {
            keys.Key_Plus: self.zoom_in,
            keys.Key_Equal: self.zoom_in,
            keys.Key_Minus: self.zoom_out,
            keys.Key_Home: self.fit_home,
            keys.Key_0: self.fit_home,
        }.get(key)

    # Qt

    def sizeHint(self) -> QSize:
        """A comfortable size; it takes more where there is some."""
        return QSize(640, 340)

    def minimumSizeHint(self) -> QSize:
        """Small windows keep a map that can be read."""
        return QSize(240, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map, and a ring around it while it has the focus."""
        with QPainter(self) as painter:
            paint_map(painter, self.view(), self.layers, self._covered())
            if self.hasFocus():
                painter.setPen(QPen(current().colour("focus"), 3))
                painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle; before anything was moved, show all that is to be seen first."""
        super().resizeEvent(event)
        if self._moved:
            self.go_to(self._camera.resized(self.width(), self.height()))
        else:
            self.fit_home()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another look."""
        super().changeEvent(event)
        if is_new_look(event):
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, move, zoom; what is no key of the map goes on to the page."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        direction = _DIRECTIONS.get(key)
        action = self._action(key)
        if direction is not None and modifiers in (_SHIFT, Qt.KeyboardModifier.NoModifier):
            self.step(direction, large=modifiers == _SHIFT)
        elif action is not None and not modifiers & ~_SHIFT:
            action()
        else:
            super().keyPressEvent(event)

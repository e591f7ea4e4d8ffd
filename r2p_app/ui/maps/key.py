"""The key of a map: what its marks, arrows and lines stand for, on the screen and in an exported picture."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.content.model import MovementKind
from r2p_app.maps.arrows import arrow
from r2p_app.maps.region import BorderKind
from r2p_app.ui.export.blocks import LegendBlock, LegendEntry
from r2p_app.ui.maps.ground import border_pen, shows_border, shows_units, units_pen
from r2p_app.ui.maps.movements import MapMovement, paint_arrow
from r2p_app.ui.maps.places import MapPlace, paint_dot
from r2p_app.ui.maps.towns import paint_town
from r2p_app.ui.maps.view import View
from r2p_app.ui.text import label
from r2p_app.ui.theme.look import current, is_new_look
from r2p_app.ui.theme.tokens import Theme

translate = QCoreApplication.translate

_WIDE = 3.2
"""How many squares the sign of a line takes: a dash must be told from a dot."""

_DISC = 1.8
"""How many squares the soft disc of an approximate place takes."""


def entries(view: View, places: Sequence[MapPlace], movements: Sequence[MapMovement]) -> tuple[LegendEntry, ...]:
    """Return the signs that are on a map, each with its words."""
    return tuple(_entries(view, places, movements))


def _entries(view: View, places: Sequence[MapPlace], movements: Sequence[MapMovement]) -> Iterator[LegendEntry]:
    if any(not place.approximate for place in places):
        yield LegendEntry(translate("Map", "Place"), _dot(approximate=False))
    if any(place.approximate for place in places):
        yield LegendEntry(translate("Map", "Place, position approximate"), _dot(approximate=True), _DISC)
    if view.sheet.region.towns:
        yield LegendEntry(translate("Map", "Other town"), _town)
    kinds = {movement.kind for movement in movements}
    yield from (LegendEntry(label(kind), _arrow(kind), _WIDE) for kind in MovementKind if kind in kinds)
    if shows_units(view):
        yield LegendEntry(
            translate("Map", "Provinces or municipalities of today, not of the time"), _line(units_pen), _WIDE
        )
    for kind, words in (
        (BorderKind.DISPUTED, translate("Map", "Disputed border")),
        (BorderKind.STATUS, translate("Map", "Border of Kosovo, which some states do not recognise")),
    ):
        if shows_border(view, kind):
            yield LegendEntry(words, _line(partial(border_pen, kind=kind)), _WIDE)


Sign = Callable[[QPainter, float, float, float], None]


def _dot(*, approximate: bool) -> Sign:
    def paint(painter: QPainter, x: float, y: float, size: float) -> None:
        middle = QPointF(x + (_DISC if approximate else 1.0) * size / 2, y + size / 2)
        paint_dot(painter, current(), middle, approximate=approximate)

    return paint


def _town(painter: QPainter, x: float, y: float, size: float) -> None:
    paint_town(painter, current(), QPointF(x + size / 2, y + size / 2))


def _arrow(kind: MovementKind) -> Sign:
    def paint(painter: QPainter, x: float, y: float, size: float) -> None:
        stops = ((x, y + size / 2), (x + _WIDE * size, y + size / 2))
        if (found := arrow(stops, bow=0, gap=0, head=size * 0.8)) is not None:
            paint_arrow(painter, current(), kind, found, current().px(2))

    return paint


def _line(pen: Callable[[Theme], QPen]) -> Sign:
    def paint(painter: QPainter, x: float, y: float, size: float) -> None:
        painter.setPen(pen(current()))
        painter.drawLine(QPointF(x, y + size / 2), QPointF(x + _WIDE * size, y + size / 2))

    return paint


class MapKey(QWidget):
    """The key as a widget, as high as its width asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block: LegendBlock | None = None
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, shown: Sequence[LegendEntry]) -> None:
        """Show other signs; the same ones take the same room, and the map above is not painted again for them."""
        words = ", ".join(entry.words for entry in shown)
        if words != self._words:
            self._block, self._words = LegendBlock(shown) if shown else None, words
            self.setAccessibleName(self.tr("Key: %1").replace("%1", words))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as a usual width asks."""
        return QSize(480, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Panels can be narrow."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def hasHeightForWidth(self) -> bool:
        """Signs go into another line where there is no room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in this width."""
        return round(self._block.height(width)) if self._block is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint signs and words."""
        if self._block is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._block.paint(painter, 0, 0, self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if is_new_look(event):
            self.updateGeometry()
            self.update()

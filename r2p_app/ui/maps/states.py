"""The names of states on a map: each inside its state, as of the day, where there is room."""

from collections.abc import Callable
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from r2p_app.maps.labels import Box, Crowd
from r2p_app.maps.names import Name
from r2p_app.maps.projection import XY
from r2p_app.maps.region import Point, Spot
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import TextRole, Theme

translate = QCoreApplication.translate

_NARROW = 12
"""Letters to a line where a name has no room in one."""

_LEAST = 14.0
"""Half the width in pixels below which no name has room in a country."""

_CLEAR = 10.0
"""Pixels that stay free beside a state's name."""

_SPREAD = 2.0
"""Pixels between the letters of a state's name."""


class NamesLayer:
    """The names of states as of the day, with today's name beside where it has changed.

    `clear_of` tells what names rather keep clear of.
    """

    def __init__(self, clear_of: Callable[[View], Crowd] | None = None) -> None:
        self._clear_of = clear_of

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Write every name that finds room in its state."""
        painter.setPen(view.theme.colour("ink-2"))
        lines = self._clear_of(view) if self._clear_of else Crowd()
        held = Crowd(map(_widened, taken))
        for country in sorted(view.sheet.region.countries, key=lambda one: -one.spots[0].room if one.spots else 0):
            name = view.sheet.names.at(country.key, view.day) if country.key else None
            placed = _placed(view, name, held, lines) if name is not None else None
            if placed is not None:
                box, block = placed
                taken.append(box)
                held.add(_widened(box))
                block.paint(painter, box)


def _widened(box: Box) -> Box:
    return Box(box.left - _CLEAR, box.top, box.width + 2 * _CLEAR, box.height)


def _placed(view: View, name: Name, held: Crowd, lines: Crowd) -> "tuple[Box, _Block] | None":
    """Return where a name first finds room: in one line if it can be, else in several; rather not on `lines`."""
    spots = [spot for key in name.over for spot in _spots(view.sheet, key)]
    if all(spot.room < _LEAST * view.camera.scale for spot in spots):
        return None
    second: tuple[Box, _Block] | None = None
    for width in (len(name.text), _NARROW):
        block = _Block.of(view.theme, name, width)
        for spot in spots:
            box = _box_at(view, spot, block.width, block.height)
            if box is not None and not held.meets(box):
                if not lines.meets(box):
                    return box, block
                second = second or (box, block)
    return second


class _Spot(NamedTuple):
    """A place for a name in the plane, with half the free width, in kilometres."""

    place: XY
    room: float


@lru_cache(maxsize=1024)
def _spots(sheet: Sheet, key: str) -> tuple[_Spot, ...]:
    """Return the places for a name in a country, which no camera changes."""
    found = (spot for country in sheet.region.countries if country.key == key for spot in country.spots)
    return tuple(_flat(sheet, spot) for spot in found)


def _flat(sheet: Sheet, spot: Spot) -> _Spot:
    middle, edge = sheet.xy(Point(spot.lat, spot.lon)), sheet.xy(Point(spot.lat, spot.lon + spot.room))
    return _Spot(middle, edge[0] - middle[0])


class _Block(NamedTuple):
    """Lines of type, one under the other, each in its font."""

    lines: tuple[tuple[str, QFont], ...]
    width: float
    height: float

    @classmethod
    def of(cls, theme: Theme, name: Name, width: int) -> "_Block":
        """Set a name in lines of about so many letters."""
        old = [(line, state_font(theme)) for line in wrap(name.text.upper(), width, break_long_words=False)]
        today = [(line, theme.font(TextRole.SMALL)) for line in _now_lines(name)]
        metrics = [(line, QFontMetricsF(font)) for line, font in (*old, *today)]
        widest = max(one.horizontalAdvance(line) for line, one in metrics)
        return cls((*old, *today), widest, sum(one.height() for _, one in metrics))

    def paint(self, painter: QPainter, box: Box) -> None:
        """Paint the lines, each in the middle."""
        top = box.top
        for line, font in self.lines:
            painter.setFont(font)
            height = QFontMetricsF(font).height()
            painter.drawText(QRectF(box.left, top, box.width, height), Qt.AlignmentFlag.AlignCenter, line)
            top += height


def _now_lines(name: Name) -> list[str]:
    """Return today's name in lines about as long as the old one."""
    if not name.now:
        return []
    words = translate("Map", "(now %1)").replace("%1", name.now)
    return wrap(words, max(18, len(name.text)))


def state_font(theme: Theme) -> QFont:
    """Return the font of a state's name: small, its letters spread."""
    font = theme.font(TextRole.SMALL)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SPREAD)
    return font


def _box_at(view: View, spot: _Spot, width: float, height: float) -> Box | None:
    """Return where a name stands at a spot, None where it would leave the state or the picture."""
    if spot.room < width / 2 * view.camera.scale:
        return None
    x, y = view.camera.to_screen(spot.place)
    box = Box(x - width / 2, y - height / 2, width, height)
    return box if box.inside(view.frame) else None

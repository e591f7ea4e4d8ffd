"""The layers every map has: land and water, borders by their kind, the names of states, scale and note."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import log10
from textwrap import wrap
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from r2p_app.maps.labels import Box, Crowd
from r2p_app.maps.names import Name
from r2p_app.maps.projection import XY
from r2p_app.maps.region import BorderKind, Point, Spot
from r2p_app.maps.regions import Sheet
from r2p_app.ui.format import kilometres
from r2p_app.ui.maps.shapes import shapes
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import TextRole, Theme

translate = QCoreApplication.translate

_DASHES = {BorderKind.DISPUTED: (5.0, 4.0), BorderKind.STATUS: (7.0, 3.0, 1.5, 3.0)}
"""Line and gap in widths of the pen: disputed borders are dashed; one that some hold for none is dashed and dotted."""

_LINE = 1.0
"""The width of the many lines in pixels: Qt draws them thirty times as fast as wider ones."""

_NOTE_FLAGS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)

_MOST_OF_NOTE = 0.2
"""The share of the height that the note may take."""

_STATUS_SEEN = 5.0
"""Kilometres per pixel beyond which Kosovo's border is too small for its note."""

_NARROW = 12
"""Letters to a line where a name has no room in one."""

_LEAST = 14.0
"""Half the width in pixels below which no name has room in a country."""

_CLEAR = 10.0
"""Pixels that stay free beside a state's name."""

_SPREAD = 2.0
"""Pixels between the letters of a state's name."""


def box_of(rect: QRectF) -> Box:
    """Return a rectangle of Qt's as one of the arithmetic's."""
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


class GroundLayer:
    """Land and water, the state that the map is about, borders."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint from the sea upwards."""
        del taken
        theme, here = view.theme, shapes(view.sheet, view.camera.scale)
        painter.fillRect(QRectF(*view.frame), theme.colour("paper"))
        _fill(painter, view, [here.globe], theme.colour("accent-soft"))
        whole = not (view.sheet.info.focus or view.sheet.info.outline)
        _fill(painter, view, here.land, theme.colour("surface" if whole else "surface-2"))
        _fill(painter, view, [here.focus, here.outline], theme.colour("surface"))
        _draw(painter, view, here.rivers, QPen(theme.colour("accent", 0.45), _LINE))
        _fill(painter, view, here.lakes, theme.colour("accent-soft"), QPen(theme.colour("accent", 0.45), _LINE))
        _draw(painter, view, [*here.land], QPen(theme.colour("accent", 0.45), _LINE))
        for kind, lines in here.borders.items():
            _draw(painter, view, lines, border_pen(theme, kind))
        _draw(painter, view, [here.outline], QPen(theme.colour("ink"), _LINE))


class UnitsLayer:
    """Lines between first-level units of today; the key of the map says that they are not those of the time."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint fine dots."""
        del taken
        _draw(painter, view, shapes(view.sheet, view.camera.scale).units, units_pen(view.theme))


def _fill(
    painter: QPainter, view: View, paths: Iterable[QPainterPath], colour: QColor, pen: QPen | None = None
) -> None:
    painter.setBrush(colour)
    painter.setPen(pen or Qt.PenStyle.NoPen)
    _each(painter, view, paths)


def _draw(painter: QPainter, view: View, paths: Iterable[QPainterPath], pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    _each(painter, view, paths)


def _each(painter: QPainter, view: View, paths: Iterable[QPainterPath]) -> None:
    left, top, right, bottom = view.camera.seen
    seen, to_pixels = QRectF(left, top, right - left, bottom - top), view.to_pixels
    for path in paths:
        if path.controlPointRect().intersects(seen):
            painter.drawPath(to_pixels.map(path))


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


class ScaleLayer:
    """A bar of a round number of kilometres, and the note on where the borders come from."""

    def __init__(self, *, with_note: bool = True) -> None:
        self._with_note = with_note

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint a strip at the lower edge."""
        theme, pad = view.theme, view.theme.px(6)
        metrics = QFontMetricsF(theme.font(TextRole.SMALL))
        km = scale_km(view.camera.scale * theme.px(110))
        bar, words = km / view.camera.scale, kilometres(km)
        left = 4 * pad + bar + metrics.horizontalAdvance(words)
        room = QRectF(left, 0, max(1.0, view.camera.width - left - pad), view.camera.height)
        note = self._note(view, metrics, room)
        height = max(metrics.height(), metrics.boundingRect(room, _NOTE_FLAGS, note).height()) + pad
        strip = QRectF(0, view.camera.height - height, view.camera.width if note else left, height)
        painter.fillRect(strip, theme.colour("surface", 0.86))
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        painter.drawText(QRectF(left, strip.top(), room.width(), height - pad / 2), _NOTE_FLAGS, note)
        base = QRectF(2 * pad, strip.bottom() - metrics.height() - pad / 2, left, metrics.height())
        painter.setPen(theme.colour("ink"))
        painter.drawText(base.translated(bar + pad, 0), Qt.AlignmentFlag.AlignVCenter, words)
        self._bar(painter, theme, QPointF(base.left(), base.center().y()), bar)
        taken.append(box_of(strip))

    def _note(self, view: View, metrics: QFontMetricsF, room: QRectF) -> str:
        """Return the whole note, or only where the borders come from if the rest would cover much of the map."""
        if not self._with_note:
            return ""
        note = map_note(view)
        covers = metrics.boundingRect(room, _NOTE_FLAGS, note).height()
        return note if covers <= view.camera.height * _MOST_OF_NOTE else borders_note()

    def _bar(self, painter: QPainter, theme: Theme, start: QPointF, length: float) -> None:
        painter.setPen(QPen(theme.colour("ink"), 2))
        tick = QPointF(0, theme.px(4))
        end = start + QPointF(length, 0)
        painter.drawPolyline([start - tick, start, end, end - tick])


def scale_km(at_most: float) -> float:
    """Return the longest of 1, 2, 5, 10, 20, 50 … kilometres (or of their tenths) that fits."""
    power = 10.0 ** int(log10(at_most) // 1)
    return max(step * power for step in (1, 2, 5) if step * power <= at_most * 1.0001)


def borders_note() -> str:
    """Say where the borders come from, and that they are today's."""
    return translate("Map", "Borders: Natural Earth, present day.")


def map_note(view: View) -> str:
    """Say where the lines come from, and what is not settled about those that are seen."""
    parts = [borders_note()]
    if view.sheet.region.lakes:
        parts.append(translate("Map", "Lakes and rivers: GSHHG."))
    if view.sheet.region.towns:
        parts.append(translate("Map", "Towns: GeoNames."))
    if shows_border(view, BorderKind.STATUS):
        parts.append(
            translate(
                "Map",
                "Dashed and dotted: Kosovo declared independence in 2008; Serbia and other states do not recognise it.",
            )
        )
    if shows_border(view, BorderKind.DISPUTED):
        parts.append(translate("Map", "Dashed: disputed."))
    return " ".join(parts)


def shows_border(view: View, kind: BorderKind) -> bool:
    """Tell whether a border of a kind is seen, and large enough to be told from others."""
    if kind is BorderKind.STATUS and view.camera.scale >= _STATUS_SEEN:
        return False
    return _is_seen(view, shapes(view.sheet, view.camera.scale).borders[kind])


def shows_units(view: View) -> bool:
    """Tell whether lines between first-level units are seen."""
    return _is_seen(view, shapes(view.sheet, view.camera.scale).units)


def _is_seen(view: View, paths: Iterable[QPainterPath]) -> bool:
    left, top, right, bottom = view.camera.seen
    area = QRectF(left, top, right - left, bottom - top)
    return any(path.controlPointRect().intersects(area) for path in paths)

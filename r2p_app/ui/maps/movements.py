"""Movements as arrows on a map: which ones, how each kind is drawn, dates beside them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from r2p_app.content.library import Library
from r2p_app.content.model import Figure, Movement, MovementKind, Place
from r2p_app.maps.arrows import Arrow, Size, arrow, bows, boxes_along, distance, label_boxes, length
from r2p_app.maps.chronicle import Dated
from r2p_app.maps.labels import Box, Crowd
from r2p_app.maps.region import Point
from r2p_app.ui.format import date, date_short
from r2p_app.ui.maps.labels import paint_label
from r2p_app.ui.maps.view import View
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.records.summary import summary

_WIDTH, _CHOSEN = 2.2, 4.0
"""Widths of a line in pixels at 100 % text, and of the one that is selected."""

_HEAD, _GAP = 11.0, 7.0
"""Length of a head, and how far arrows keep from their places, in pixels at 100 % text."""


_DATED = 28.0
"""Length of a line in pixels at 100 % text from which its date is written beside it, or when it is selected."""


class Stroke(NamedTuple):
    """How a kind of movement is drawn: its colour, line and gap in widths of the pen, and whether its head is filled.

    People who flee or are taken away have filled heads, soldiers and staff hollow ones.
    """

    token: str
    dashes: tuple[float, ...] = ()
    filled: bool = True


STROKES = {
    MovementKind.DISPLACEMENT: Stroke("react"),
    MovementKind.TRANSPORT: Stroke("react", (5, 2)),
    MovementKind.RETURN: Stroke("rebuild", (1, 1.6)),
    MovementKind.EVACUATION: Stroke("prevent", (3, 1.6, 1, 1.6)),
    MovementKind.DEPLOYMENT: Stroke("accent", filled=False),
    MovementKind.WITHDRAWAL: Stroke("accent", (3, 2), filled=False),
}


class MapMovement(NamedTuple):
    """A movement as the map shows it."""

    id: str
    title: str
    kind: MovementKind
    date: str
    places: tuple[str, ...]
    points: tuple[Point, ...]
    what: str

    @property
    def dated(self) -> Dated:
        """When it began."""
        return Dated.of(self.id, self.date)

    @property
    def label(self) -> str:
        """What stands beside its arrow."""
        return date_short(self.date)

    @classmethod
    def of(cls, library: Library, movement: Movement) -> "MapMovement":
        """Return a record of content as an arrow."""
        places = [library.get(place, Place) for place in movement.path]
        points = tuple(Point(place.lat, place.lon) for place in places)
        figure = library.find(movement.figure, Figure)
        what = f"{plain(movement.text)} {summary(library, figure.id)}." if figure else plain(movement.text)
        return cls(movement.id, movement.title, movement.kind, movement.date, movement.path, points, what)


def movements_of(library: Library, case: str) -> tuple[MapMovement, ...]:
    """Return the movements of a case in the order of time."""
    made = (MapMovement.of(library, movement) for movement in library.all(Movement, case))
    return tuple(sorted(made, key=lambda one: one.dated[1:]))


def movement_words(movement: MapMovement) -> tuple[str, str]:
    """Return the title of a movement, and in words its kind, when it was, and what is known of it."""
    return movement.title, f"{enum_label(movement.kind)}, {date(movement.date)}. {movement.what}"


class MovementsLayer:
    """The dates of arrows; `ArrowsLayer` paints the arrows themselves, under everything that has words."""

    def __init__(self, movements: Iterable[MapMovement] = (), marks: Sequence[Point] = (), selected: str = "") -> None:
        self.movements, self.marks, self.selected = tuple(movements), tuple(marks), selected
        self._seen: tuple[object, ...] = ()
        self._arrows: list[Arrow | None] = []
        self._lines = Crowd()

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint a date beside each arrow that has room for one."""
        for movement, box in zip(self.movements, self._labels(view, self.arrows(view), taken), strict=True):
            if box is not None:
                role, token = self._role(movement), STROKES[movement.kind].token
                paint_label(painter, view.theme, box, movement.label, role=role, token=token)
                taken.append(box)

    def arrows(self, view: View) -> list[Arrow | None]:
        """Return the arrow of each movement in a picture, None where the scale makes it a speck."""
        seen = view.sheet.name, view.camera, view.theme.scale, self.movements
        if seen != self._seen:  # lines, dates and what keeps clear of them ask for the same picture
            self._seen, self._arrows = seen, self._laid_out(view)
            lines = ((*one.line, one.head[0]) for one in self._arrows if one is not None)
            self._lines = Crowd(box for line in lines for box in boxes_along(line, view.frame))
        return self._arrows

    def lines(self, view: View) -> Crowd:
        """Return what the lines cover, so that names keep clear of them."""
        self.arrows(view)
        return self._lines

    def _laid_out(self, view: View) -> list[Arrow | None]:
        head, gap = view.theme.px(_HEAD), view.theme.px(_GAP)
        return [
            arrow([view.pixel(point).toTuple() for point in one.points], bow=bow, gap=gap, head=head)
            for one, bow in zip(self.movements, bows([one.places for one in self.movements]), strict=True)
        ]

    def at(self, view: View, pixel: QPointF, reach: float) -> str | None:
        """Return the movement whose line is nearest to a pixel, None when none is within reach."""
        found = [
            (distance((*one.line, one.head[0]), pixel.toTuple()), movement.id)
            for movement, one in zip(self.movements, self.arrows(view), strict=True)
            if one is not None
        ]
        far, movement_id = min(found, default=(reach + 1, ""))
        return movement_id if far <= reach else None

    def _role(self, movement: MapMovement) -> TextRole:
        return TextRole.SMALL_STRONG if movement.id == self.selected else TextRole.SMALL

    def _labels(self, view: View, arrows: Sequence[Arrow | None], taken: Sequence[Box]) -> list[Box | None]:
        """Return where the dates stand; the selected movement's is placed first."""
        order = sorted(range(len(arrows)), key=lambda index: self.movements[index].id != self.selected)
        dot = view.theme.px(_GAP)
        spots = (view.pixel(point).toTuple() for point in self.marks)
        held = Crowd((*taken, *(Box(x - dot / 2, y - dot / 2, dot, dot) for x, y in spots)))
        sizes = [self._size(view, self.movements[index]) for index in order]
        placed = label_boxes(
            [self._dated(view, arrows[index], index) for index in order], sizes, view.frame, held, self.lines(view)
        )
        return [placed[order.index(index)] for index in range(len(arrows))]

    def _dated(self, view: View, found: Arrow | None, index: int) -> Arrow | None:
        """Return the arrow if its date is to be written: not beside one that is hardly longer than its head."""
        is_chosen = self.movements[index].id == self.selected
        long = found is not None and length(found.line) >= view.theme.px(_DATED)
        return found if long or is_chosen else None

    def _size(self, view: View, movement: MapMovement) -> Size:
        metrics = QFontMetricsF(view.theme.font(self._role(movement)))
        return Size(metrics.horizontalAdvance(movement.label) + 2, metrics.height())


class ArrowsLayer:
    """Lines and heads of the arrows; the selected one is drawn last, and stronger."""

    def __init__(self, movements: MovementsLayer) -> None:
        self._movements = movements

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint them; names keep clear of lines by themselves."""
        del taken
        chosen, theme = self._movements.selected, view.theme
        pairs = zip(self._movements.movements, self._movements.arrows(view), strict=True)
        for movement, found in sorted(pairs, key=lambda pair: pair[0].id == chosen):
            if found is not None:
                width = theme.px(_CHOSEN if movement.id == chosen else _WIDTH)
                paint_arrow(painter, theme, movement.kind, found, width)


def paint_arrow(painter: QPainter, theme: Theme, kind: MovementKind, found: Arrow, width: float) -> None:
    """Paint an arrow as its kind is drawn, over a light edge that keeps it apart from borders and rivers."""
    stroke = STROKES[kind]
    line = QPolygonF([QPointF(*place) for place in found.line])
    head = QPolygonF([QPointF(*place) for place in found.head])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("surface", 0.85), width + 3))
    painter.drawPolyline(line)
    painter.setPen(_pen(theme, stroke, width))
    painter.drawPolyline(line)
    painter.setPen(QPen(theme.colour(stroke.token), 1.6))
    painter.setBrush(theme.colour(stroke.token if stroke.filled else "surface"))
    painter.drawPolygon(head)


def _pen(theme: Theme, stroke: Stroke, width: float) -> QPen:
    pen = QPen(theme.colour(stroke.token), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dashes:
        pen.setDashPattern(stroke.dashes)
    return pen

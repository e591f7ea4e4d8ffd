"""The card for a place on a map: put a pin on a map without names; later see the place, and how far away it was."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.content.questions import MapLocation
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.map_location import PlacedPoint, km_off
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.maps.camera import Rect
from r2p_app.maps.labels import Box, Wanted, place_labels
from r2p_app.maps.region import Point
from r2p_app.maps.regions import WORLD, Sheet
from r2p_app.ui import format as formats
from r2p_app.ui.maps.buttons import MapButtons
from r2p_app.ui.maps.pin_map import PinMap
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.maps.view import View
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import MARK, TONES, FeedbackLine, paint_mark
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column

_LOWEST, _HIGHEST, _SHARE = 260, 440, 0.46
"""The height of the map: a share of the window's, so that question, map and button are seen together; its limits."""

_CONTEXT = 2.5
"""How much of the map is shown after the answer, in distances between pin and place."""


class MapCard(AnswerCard):
    """A map to point at. The pin is an answer once it was moved."""

    asks = MapLocation

    def __init__(self, question: MapLocation, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._was_moved = False
        self._map = map_for(Point(question.lat, question.lon))
        self._map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._map.setFixedHeight(_LOWEST)
        self._buttons = MapButtons(self._map)
        self._layout = column(self._map, spacing=3 * GRID, into=self)
        self._map.pin_moved.connect(self._on_map_pin_moved)

    def hint(self) -> str:
        """Say how to point at a place."""
        return self.tr(
            "Click on the map, or move the cross-hair with the arrow keys (Shift: further). Plus and minus zoom, "
            "dragging moves the map"
        )

    def missing(self) -> str:
        """Ask for a place."""
        return self.tr("Put the pin on the map first.")

    def answer(self) -> AnyAnswer | None:
        """Return the place of the pin, once it was put there."""
        point = self._map.point
        return PlacedPoint(point.lat, point.lon) if self._was_moved else None

    def fill(self, answer: AnyAnswer) -> None:
        """Put the pin there."""
        if isinstance(answer, PlacedPoint):
            self._was_moved = True
            self._map.set_point(Point(answer.lat, answer.lon))

    def lock(self) -> None:
        """Leave the pin where it is; the map can still be moved."""
        self._map.locked = True

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the place and the distance on the map, and in words."""
        place, given = Point(self._question.lat, self._question.lon), self._map.point
        self._map.pin.shown = False
        self._map.layers += [AnswerLayer(self._question, given, verdict.outcome), NamesLayer()]
        self._map.show_rect(_around(self._map.sheet, place, given, self._question.radius_km))
        for line in self._feedback(verdict.outcome, km_off(self._question, PlacedPoint(*given))):
            self._layout.addWidget(line)

    def first_focus(self) -> QWidget:
        """Return the map."""
        return self._map

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that goes with the window, and follow it."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height before the window lays out its parts anew."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._map.setFixedHeight(max(_LOWEST, min(_HIGHEST, round(self.window().height() * _SHARE))))

    def _feedback(self, outcome: Outcome, km: float) -> list[FeedbackLine]:
        off = self.tr("%1 from the place.").replace("%1", formats.rough_km(km))
        radius = formats.kilometres(self._question.radius_km)
        allowed = self.tr("Up to %1 away counts as right.").replace("%1", radius)
        return [
            FeedbackLine(outcome, self.tr("Your pin:"), off[0].upper() + off[1:]),
            FeedbackLine(Outcome.RIGHT, self.tr("The answer: %1.").replace("%1", self._question.name), allowed),
        ]

    @Slot()
    def _on_map_pin_moved(self) -> None:
        self._was_moved = True
        self.changed.emit()


def map_for(place: Point) -> PinMap:
    """Return a map without names on which a place can be looked for."""
    atlas = shipped_atlas()
    sheet = atlas.sheet(atlas.name_for([place]))
    return PinMap(sheet, sheet.home if sheet.name == WORLD else sheet.frame([place]))


def _around(sheet: Sheet, place: Point, given: Point, radius_km: float) -> Rect:
    """Return what shows both points with the land about them."""
    here, there = sheet.xy(place), sheet.xy(given)
    middle = (here[0] + there[0]) / 2, (here[1] + there[1]) / 2
    half = max(abs(here[0] - there[0]), abs(here[1] - there[1]), 4 * radius_km) * _CONTEXT / 2
    return Rect(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)


class AnswerLayer:
    """The place with the circle that counts as right, the pin, and the line between the two."""

    def __init__(self, question: MapLocation, given: Point, outcome: Outcome) -> None:
        self._question, self._given, self._outcome = question, given, outcome
        self._place = Point(question.lat, question.lon)

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint circle, line, marks and words."""
        theme, place, given = view.theme, view.pixel(self._place), view.pixel(self._given)
        radius = self._question.radius_km / view.camera.scale
        painter.setPen(QPen(theme.colour("right"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("right", 0.16))
        painter.drawEllipse(place, radius, radius)
        painter.setPen(QPen(theme.colour(TONES[self._outcome]), 2))
        painter.drawLine(place, given)
        points = [(place, Outcome.RIGHT, self._question.name)]
        if self._outcome is not Outcome.RIGHT:
            points.append((given, self._outcome, QCoreApplication.translate("MapCard", "Your pin")))
        self._words(painter, view, points, taken)

    def _words(
        self, painter: QPainter, view: View, points: list[tuple[QPointF, Outcome, str]], taken: list[Box]
    ) -> None:
        theme, side = view.theme, view.theme.px(MARK)
        font = theme.font(TextRole.SMALL_STRONG)
        metrics = QFontMetricsF(font)
        wanted = [
            Wanted(*spot.toTuple(), side / 2, metrics.horizontalAdvance(words) + 1, metrics.height(), -index)
            for index, (spot, _, words) in enumerate(points)
        ]
        painter.setFont(font)
        for (spot, outcome, words), box in zip(points, place_labels(wanted, view.frame, taken), strict=True):
            paint_mark(painter, outcome, QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side))
            if box is not None:
                taken.append(box)
                painter.fillRect(QRectF(*box), theme.colour("surface", 0.8))
                painter.setPen(theme.colour(TONES[outcome]))
                painter.drawText(QRectF(*box), Qt.AlignmentFlag.AlignVCenter, words)

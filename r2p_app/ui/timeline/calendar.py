"""The calendar above the lanes: two lines of ticks and their words, years above months, months above days."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.ticks import DAY, MONTH, YEAR, Step, Tick, above, step_for, unit_at, units
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.timeline.sizes import Sizes
from r2p_app.ui.timeline.stamps import Letters, word_picture
from r2p_app.ui.timeline.words import tick_label, unit_words

_BEFORE, _AFTER = 5, 8
"""Pixels between a tick and its words, and after them."""

_WEEKDAY = 1.4
"""From so many distances of ticks to a day on, its day of the week has room."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which units the two lines of an axis count."""

    axis: Axis
    sizes: Sizes

    @property
    def lower(self) -> Step:
        """The unit of the ticks."""
        return step_for(self.axis.scale, self.sizes.tick)

    @property
    def upper(self) -> Step | None:
        """The larger unit above them; None where there is none larger."""
        return above(self.lower)

    def holds(self, point: QPointF) -> bool:
        """Tell whether a point of the widget is in the calendar."""
        return point.y() < self.sizes.header and point.x() >= self.sizes.column

    def unit_at(self, point: QPointF) -> tuple[int, int]:
        """Return the days of the unit under a point of the calendar: from its first one up to the next unit's."""
        step = self.upper if point.y() < self.sizes.tier else self.lower
        return unit_at(self.axis.day(point.x() - self.sizes.column), step or self.lower)

    def words_at(self, point: QPointF) -> str:
        """Return that unit in words."""
        step = self.upper if point.y() < self.sizes.tier else self.lower
        return unit_words(*self.unit_at(point), (step or self.lower).unit)


class CalendarPainter:
    """Paints both lines, and the lines of the ticks over the height of the lanes.

    With a `ratio` words are copied as pictures for a screen of so many device pixels to one; else they are letters.
    """

    def __init__(self, painter: QPainter, scene: Scene, axis: Axis, *, ratio: float | None) -> None:
        self._painter, self._scene, self._axis, self._ratio = painter, scene, axis, ratio
        self._sizes, self._calendar, self._theme = scene.sizes, Calendar(axis, scene.sizes), current()
        self._line = self._theme.colour("line", 0.45 if self._theme.name == "contrast" else 1.0)

    def paint(self) -> None:
        """Paint the calendar."""
        self._paint_lower()
        if (step := self._calendar.upper) is not None:
            self._paint_upper(step)

    def _paint_upper(self, step: Step) -> None:
        """Paint the larger units and their names; their lines end above the words of the ticks."""
        sizes = self._sizes
        for first, end in units(self._axis, step):
            x = round(sizes.column + self._axis.x(first))
            self._painter.fillRect(x, sizes.tier // 4, 1, sizes.tier - sizes.tier // 4, self._theme.colour("line"))
            self._paint_name(unit_words(first, end, step.unit), (first, end), 0, strong=True)

    def _paint_lower(self) -> None:
        """Paint the ticks with their words, which are the names of units, or the first days of what has no name."""
        sizes, axis, step = self._sizes, self._axis, self._calendar.lower
        wide = step is DAY and axis.scale > _WEEKDAY * sizes.tick
        top, is_named = sizes.tier + sizes.tier // 4, step in (DAY, MONTH, YEAR)
        for first, end in units(axis, step):
            x = round(sizes.column + axis.x(first))
            self._painter.fillRect(x, top, 1, self._scene.height, self._line)
            if is_named or x >= sizes.column:
                words = tick_label(Tick(first, step.unit, False), whole=False, wide=wide)
                self._paint_name(words, (first, end), sizes.tier, strong=False)

    def _paint_name(self, words: str, days: tuple[int, int], top: int, *, strong: bool) -> None:
        """Write what begins before the view at its edge, as long as there is room in the days it names."""
        role = TextRole.SMALL_STRONG if strong else TextRole.SMALL
        left, right = (round(self._sizes.column + self._axis.x(day)) for day in days)
        width = _advance(self._theme, words, role)
        x = round(min(max(left, self._sizes.column) + _BEFORE, right - width - _AFTER))
        if x >= left + _BEFORE:
            self._paint_words(words, "ink" if strong else "ink-2", x, top + self._sizes.tier // 2, role)

    def _paint_words(self, words: str, token: str, left: int, middle: int, role: TextRole = TextRole.SMALL) -> None:
        if self._ratio is not None:
            picture = word_picture(words, token, self._ratio, role)
            self._painter.drawPixmap(QPoint(left, middle - picture.height() // int(2 * self._ratio)), picture)
        else:
            self._painter.setPen(self._theme.colour(token))
            Letters(words, self._theme.font(role)).paint(self._painter, left, middle)


@lru_cache(maxsize=256)
def _advance(theme: Theme, words: str, role: TextRole) -> float:
    return QFontMetricsF(theme.font(role)).horizontalAdvance(words)

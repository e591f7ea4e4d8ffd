"""Cells of a layout made ready to paint: marks chosen, labels cut and shaped once, not in every frame."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPixmap, QStaticText, QTransform

from r2p_app.timeline.items import RESPONSIBILITIES, Items
from r2p_app.timeline.placing import Cell, Cluster, Placed
from r2p_app.ui.timeline.marks import mark_pixmap
from r2p_app.ui.timeline.sizes import Sizes
from r2p_app.ui.timeline.words import Words

_KEPT = 600
"""Cells kept ready; a screen shows some twenty."""


class Label(NamedTuple):
    """Words shaped for painting, and their size."""

    text: QStaticText
    width: float
    height: float


class DrawnEvent(NamedTuple):
    """An event ready to paint: where its mark stands in time, on which row, the mark, and the label if it has one."""

    placed: Placed
    mark: QPixmap
    label: Label | None


class DrawnCluster(NamedTuple):
    """A cluster ready to paint."""

    cluster: Cluster
    label: Label


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCell:
    """A cell ready to paint, its events in order of time."""

    days: Sequence[float]
    events: Sequence[DrawnEvent]
    bars: Sequence[Placed]
    clusters: Sequence[DrawnCluster]

    def between(self, first: float, last: float) -> Sequence[DrawnEvent]:
        """Return the events whose marks stand between two days."""
        return self.events[bisect_left(self.days, first) : bisect_left(self.days, last)]


class Drawings:
    """Makes cells ready, and keeps them."""

    def __init__(self, items: Items, words: Words, sizes: Sizes) -> None:
        self._items, self._words, self._sizes = items, words, sizes
        self._cells: dict[int, tuple[Cell, DrawnCell]] = {}
        self._rails: dict[tuple[Placed, int], DrawnEvent] = {}
        self._ratio = 0.0

    def of(self, cell: Cell, level: int, ratio: float) -> DrawnCell:
        """Return a cell ready to paint for a screen with `ratio` device pixels to one."""
        if len(self._cells) >= _KEPT or len(self._rails) >= _KEPT or ratio != self._ratio:
            self._cells.clear()
            self._rails.clear()
            self._ratio = ratio
        kept = self._cells.get(id(cell))  # it is kept with its drawing, so that no other can take its address
        if kept is None:
            kept = self._cells[id(cell)] = cell, self._draw(cell, level)
        return kept[1]

    def rail(self, placed: Placed, level: int, room: float) -> DrawnEvent:
        """Return an event on a rail ready to paint; how much of its label has room depends on where one looks."""
        key = placed, int(min(room, self._words.width(placed.event, level)))
        if key not in self._rails:
            self._rails[key] = self._event(placed, level, key[1])
        return self._rails[key]

    def _event(self, placed: Placed, level: int, room: float) -> DrawnEvent:
        index = placed.event
        kind = RESPONSIBILITIES[self._items.responsibility[index]]
        mark = mark_pixmap(kind, 2 * self._sizes.radius, self._ratio, hollow=not self._items.is_exact(index))
        words = self._words.fitted(index, level, room)
        return DrawnEvent(placed, mark, self._label(words) if words else None)

    def _draw(self, cell: Cell, level: int) -> DrawnCell:
        events = sorted((self._event(placed, level, placed.room) for placed in cell.placed), key=_day)
        room = self._sizes.layout.cluster - 4 * self._sizes.gap
        clusters = [DrawnCluster(one, self._label(self._words.cluster(one, level, room))) for one in cell.clusters]
        bars = [event.placed for event in events if event.placed.bar]
        return DrawnCell([event.placed.day for event in events], events, bars, clusters)

    def _label(self, words: str) -> Label:
        text = shaped(words, self._words.font)
        size = text.size()
        return Label(text, size.width(), size.height())


def shaped(words: str, font: QFont) -> QStaticText:
    """Return words shaped once and for all."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text


def _day(event: DrawnEvent) -> float:
    return event.placed.day

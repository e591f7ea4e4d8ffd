"""The landmarks of all lanes on thin rows: a small timeline to look at, which opens the large one."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from r2p_app.content.dates import civil, day_number
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.neighbours import nearest
from r2p_app.timeline.ranges import write_range
from r2p_app.timeline.ticks import ticks
from r2p_app.ui.format import year
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.marks import lane_colour, mark_of, mark_pixmap
from r2p_app.ui.timeline.paint import paint_focus
from r2p_app.ui.timeline.words import count_of_events, event_name, tick_label

_LANDMARK = 3
_SHARE = 0.9
"""The share of landmarks that the range covers: a few early and late ones would press all others together."""

_ROW, _HEAD, _PAD, _MARK = 28, 30, 14, 11
_OPENED_YEARS = 2
"""A click beside the marks opens so many years around it."""


class MiniTimeline(QWidget):
    """One control: a click or Enter opens the timeline.

    Signals:
        link_requested: The person wants to go to this `r2p://timeline…` link.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_library(library)

    def set_library(self, library: Library) -> None:
        """Show the landmarks of other content."""
        self._shown = Shown(Items.of(library), Filter(importance=_LANDMARK))
        first, last = core([self._shown.items.anchor[index] for index in self._shown], _SHARE) or self._all_days()
        self.years = civil(math.floor(first))[0], civil(math.floor(last))[0]
        name = self.tr("Timeline of landmarks, %1 to %2: %3").replace("%1", year(self.years[0]))
        name = name.replace("%2", year(self.years[1])).replace("%3", count_of_events(len(self._shown)))
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Press Enter to open the timeline."))
        self.updateGeometry()
        self.update()

    def _all_days(self) -> tuple[float, float]:
        limits = self._shown.items.limits
        return limits.first, limits.end - 1

    def _column(self) -> int:
        metrics = QFontMetricsF(current().font(TextRole.SMALL))
        names = (metrics.horizontalAdvance(lane.lane.title) for lane in self._shown.lanes)
        return min(math.ceil(max(names, default=0)) + 2 * current().px(_PAD), self.width() // 3)

    def _axis(self) -> Axis:
        first, end = day_number(self.years[0]), day_number(self.years[1] + 1)
        return Axis.showing(first, end, max(1, self.width() - self._column() - current().px(_PAD)))

    def _row_middle(self, lane: int) -> float:
        theme = current()
        return theme.px(_HEAD) + (lane + 0.5) * theme.px(_ROW)

    def _index_at(self, point: QPointF) -> int | None:
        """Return the event whose mark is under a point, or nearly so."""
        axis, x = self._axis(), point.x() - self._column()
        for lane, events in enumerate(self._shown.lanes):
            if len(events) and abs(self._row_middle(lane) - point.y()) <= current().px(_ROW) / 2:
                index = nearest(events, axis.day(x))
                return index if abs(axis.x(self._shown.items.anchor[index]) - x) <= current().px(_MARK) else None
        return None

    def _link_at(self, point: QPointF) -> Link:
        index = self._index_at(point)
        if index is not None:
            return Link("timeline", (), (("event", self._shown.items.events[index].id),))
        if point.x() < self._column():
            return Link("timeline")
        middle = civil(math.floor(self._axis().day(point.x() - self._column())))[0]
        first, end = day_number(middle - _OPENED_YEARS + 1), day_number(middle + _OPENED_YEARS)
        return Link("timeline", (), write_range(first, end))

    def sizeHint(self) -> QSize:
        """A row for each lane, and the years."""
        theme = current()
        return QSize(320, theme.px(_HEAD) + max(1, len(self._shown.lanes)) * theme.px(_ROW) + theme.px(_PAD))

    def minimumSizeHint(self) -> QSize:
        """Never less high."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint years, lanes and marks."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(current().font(TextRole.SMALL))
            self._paint_years(painter)
            for lane in range(len(self._shown.lanes)):
                self._paint_lane(painter, lane)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()), 7)

    def _paint_years(self, painter: QPainter) -> None:
        theme, axis = current(), self._axis()
        bottom = self._row_middle(len(self._shown.lanes)) - theme.px(_ROW) / 2
        for tick in ticks(axis, theme.px(64)):
            x = round(self._column() + axis.x(tick.day))
            painter.fillRect(QRectF(x, theme.px(_HEAD) - 6, 1, bottom - theme.px(_HEAD) + 6), theme.colour("line"))
            painter.setPen(theme.colour("ink-2"))
            text = tick_label(tick, whole=True, wide=False)
            if x + painter.fontMetrics().horizontalAdvance(text) < self.width():
                painter.drawText(QPointF(x, theme.px(_HEAD) - 10), text)

    def _paint_lane(self, painter: QPainter, lane: int) -> None:
        theme, axis, events = current(), self._axis(), self._shown.lanes[lane]
        middle, size = self._row_middle(lane), theme.px(_MARK)
        painter.fillRect(QRectF(self._column(), middle, axis.width, 1), theme.colour("line"))
        painter.setPen(lane_colour(events.lane))
        room = self._column() - 2 * theme.px(_PAD)
        name = painter.fontMetrics().elidedText(events.lane.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(theme.px(_PAD), middle - 20, room + 4, 40), int(Qt.AlignmentFlag.AlignVCenter), name)
        items = self._shown.items
        for index, anchor in zip(events.members, events.anchors, strict=True):
            if axis.start <= anchor <= axis.end:
                mark = mark_pixmap(mark_of(items, index), size, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(self._column() + axis.x(anchor) - size / 2, middle - size / 2), mark)

    def event(self, event: QEvent) -> bool:
        """Name the event under the pointer in a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos().toPointF())
            words = "" if index is None else event_name(self._shown.items, index)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the timeline at what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.link_requested.emit(str(self._link_at(event.position())))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the left button; others go back and forward in the window."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the timeline as it was left."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.link_requested.emit(str(Link("timeline")))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self.update()

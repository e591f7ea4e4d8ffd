"""A poster as PDF, sheet by sheet."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPdfWriter, QPen

from r2p_app.timeline.items import OPEN_END, OPEN_START, SOFT_END, SOFT_START
from r2p_app.timeline.poster import Block
from r2p_app.timeline.ticks import ticks
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.theme.look import drawn_in
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.bars import bar_brushes
from r2p_app.ui.timeline.export_seen import days_words, title
from r2p_app.ui.timeline.marks import DELAY_MARK, lane_colour, lane_token, mark_of, paint_mark
from r2p_app.ui.timeline.poster import UNITS, LaneOnPaper, Poster
from r2p_app.ui.timeline.words import tick_label

translate = QCoreApplication.translate


class PosterPdf:
    """Paints a poster one sheet at a time, so that the window lives meanwhile; then it has the bytes."""

    def __init__(self, poster: Poster) -> None:
        self._poster = poster
        self._data = QByteArray()
        self._buffer = QBuffer(self._data)

    @property
    def data(self) -> bytes:
        """The file; whole once all steps were taken."""
        return bytes(self._data.data())

    def steps(self) -> Iterator[int]:
        """Paint sheet after sheet, yielding how many are done."""
        poster = self._poster
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = self._writer()
        painter = QPainter(writer)
        try:
            for number in range(poster.sheets):
                if number:
                    writer.newPage()
                with drawn_in(poster.theme):
                    SheetPainter(painter, poster, *divmod(number, poster.plan.columns)).paint()
                yield number + 1
        finally:
            painter.end()
            self._buffer.close()

    def _writer(self) -> QPdfWriter:
        writer = QPdfWriter(self._buffer)
        writer.setResolution(UNITS)
        writer.setPageLayout(self._poster.plan.layout)
        writer.setTitle(title(self._poster.seen))
        writer.setCreator("R2P")
        return writer


class SheetPainter:
    """One sheet: what of the poster falls on it, and in its margin how it belongs to the others.

    Labels are painted only on sheets that have all of them; bars and lines go on from sheet to sheet.
    """

    def __init__(self, painter: QPainter, poster: Poster, row: int, column: int) -> None:
        self._painter, self._poster, self._row, self._column = painter, poster, row, column
        self._theme, self._margin = poster.theme, poster.plan.margin
        self._rect = poster.sheet_rect(row, column)
        self._dx, self._dy = self._margin - self._rect.left(), self._margin - self._rect.top()

    def paint(self) -> None:
        """Paint the sheet."""
        painter, poster = self._painter, self._poster
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(QRectF(self._margin, self._margin, self._rect.width(), self._rect.height()))
        self._paint_calendar()
        self._paint_connectors()
        for lane in poster.lanes:
            self._paint_lane(lane)
        painter.restore()
        if self._row == 0:
            self._paint_head()
        self._paint_cut_marks()
        self._paint_margin()

    def _paint_head(self) -> None:
        """Paint the title on the first sheet, legend and licence where they have room."""
        poster = self._poster
        column, left, top, width = poster.foot_box
        if self._column == 0:
            poster.head.paint(self._painter, self._margin, self._margin, self._rect.width())
        if self._column == column:
            poster.foot.paint(self._painter, left + self._dx, top + self._dy, width)

    def _paint_calendar(self) -> None:
        """Paint the ticks over the height of the lanes; their words only where the sheet has room for all of them."""
        painter, poster, theme = self._painter, self._poster, self._theme
        font = theme.font(TextRole.SMALL)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        top = poster.calendar_top(self._row) + self._dy
        lowest = min(poster.end, self._rect.bottom()) + self._dy
        free_from = -1.0
        for tick in ticks(poster.axis, theme.px(72)):
            x = poster.axis.x(tick.day) + self._dx
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QLineF(x, top, x, lowest))
            words = tick_label(tick, whole=free_from < 0 or tick.major, wide=False)
            right = x + theme.px(4) + metrics.horizontalAdvance(words)
            if x >= max(free_from, self._margin) and right <= self._margin + self._rect.width():
                painter.setPen(theme.colour("ink" if tick.major else "ink-2"))
                painter.drawText(QPointF(x + theme.px(4), top + metrics.ascent()), words)
                free_from = right + theme.px(6)
        base = top + poster.tick_height - theme.px(4)
        painter.setPen(QPen(theme.colour("ink-2"), 2))
        painter.drawLine(QLineF(self._margin, base, self._margin + self._rect.width(), base))

    def _paint_connectors(self) -> None:
        """Paint the lines from each delay to its two events, as far as they run over this sheet."""
        self._painter.setPen(QPen(self._theme.colour("ink-2"), 1, Qt.PenStyle.DashLine))
        self._painter.drawLines([line.translated(self._dx, self._dy) for line in self._poster.connectors()])

    def _paint_lane(self, lane: LaneOnPaper) -> None:
        """Paint the lane on its row of sheets; what the next row repeats is left to it."""
        row = self._poster.grid.row
        blocks = [block for block in lane.blocks if row(block.top) == self._row]
        for block in blocks:  # no line of the calendar runs through the letters
            self._painter.fillRect(self._label(block).translated(self._dx, self._dy), self._theme.colour("surface"))
        for block in blocks:
            self._paint_bar(lane, block)
        for number, top in enumerate(lane.tops):
            if row(top) == self._row:
                self._paint_name(lane, top, goes_on=number > 0)
        for block in blocks:
            self._paint_event(lane, block)

    def _paint_name(self, lane: LaneOnPaper, top: float, *, goes_on: bool) -> None:
        """Paint the lane's name at the left of the sheet, and a line above it."""
        painter, theme = self._painter, self._theme
        y = top + self._dy
        painter.setPen(QPen(lane_colour(lane.lane), 3))
        painter.drawLine(QLineF(self._margin, y, self._margin + self._rect.width(), y))
        painter.setFont(theme.font(TextRole.SMALL_STRONG))
        box = QRectF(self._margin, y + theme.px(2), self._rect.width(), self._poster.spacing.line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name(lane, goes_on))

    def _name(self, lane: LaneOnPaper, goes_on: bool) -> str:
        name = lane.lane.title
        if goes_on:
            return translate("TimelineExport", "%1 (continued)").replace("%1", name)
        if not lane.blocks:
            return translate("TimelineExport", "%1: no events in this range").replace("%1", name)
        return name

    def _paint_bar(self, lane: LaneOnPaper, block: Block) -> None:
        if block.want.bar is None:
            return
        left, right = block.want.bar
        flags, line = lane.items.flags[block.want.event], round(self._poster.spacing.line)
        box = QRect(round(left + self._dx), round(block.top + self._dy), max(2, round(right - left)), line - 2)
        soft_start, soft_end = bool(flags & (SOFT_START | OPEN_START)), bool(flags & (SOFT_END | OPEN_END))
        brushes = bar_brushes(lane_token(lane.lane))
        brushes.paint(self._painter, box, soft_start=soft_start, soft_end=soft_end)

    def _paint_event(self, lane: LaneOnPaper, block: Block) -> None:
        """Paint mark and label, on a sheet that has all of both."""
        painter, spacing, want = self._painter, self._poster.spacing, block.want
        middle = block.top + spacing.line / 2
        mark = QRectF(want.mark - spacing.radius, middle - spacing.radius, 2 * spacing.radius, 2 * spacing.radius)
        if not self._rect.adjusted(-1, -1, 1, 1).contains(self._label(block) | mark):
            return
        at = mark.translated(self._dx, self._dy)
        sign = DELAY_MARK if lane.source.is_delays else mark_of(lane.items, want.event)
        paint_mark(painter, sign, at.left(), at.top(), at.width())
        painter.setPen(self._theme.colour("ink"))
        lane.source.labels.paint(painter, want.event, block.label + self._dx, block.top + self._dy)

    def _label(self, block: Block) -> QRectF:
        """Return where a label stands on the canvas."""
        return QRectF(block.label, block.top, block.want.width, block.want.lines * self._poster.spacing.line)

    def _paint_cut_marks(self) -> None:
        """Paint the corners of what is printed, and where the next sheet begins."""
        painter, margin, rect = self._painter, self._margin, self._rect
        painter.setPen(QPen(self._theme.colour("ink-2"), 1))
        right, bottom, reach = margin + rect.width(), margin + rect.height(), margin / 3
        for x, outward in ((margin, -reach), (right, reach)):
            for y, onward in ((margin, -reach), (bottom, reach)):
                painter.drawLine(QLineF(x + outward / 3, y, x + outward, y))
                painter.drawLine(QLineF(x, y + onward / 3, x, y + onward))
        painter.setPen(QPen(self._theme.colour("ink-2"), 1, Qt.PenStyle.DashLine))
        if self._column < self._poster.plan.columns - 1:
            glue = right - self._poster.grid.overlap
            painter.drawLine(QLineF(glue, margin - reach, glue, margin - reach / 3))
            painter.drawLine(QLineF(glue, bottom + reach / 3, glue, bottom + reach))
        if self._row < self._poster.rows - 1:
            glue = bottom - self._poster.grid.overlap
            painter.drawLine(QLineF(margin - reach, glue, margin - reach / 3, glue))
            painter.drawLine(QLineF(right + reach / 3, glue, right + reach, glue))

    def _paint_margin(self) -> None:
        """Write into the lower margin which sheet this is, of what, and under which licence."""
        painter, poster, theme = self._painter, self._poster, self._theme
        number = self._row * poster.plan.columns + self._column + 1
        which = translate("TimelineExport", "%1 of %2").replace("%1", str(number)).replace("%2", str(poster.sheets))
        where = translate("TimelineExport", "row %1, column %2")
        where = where.replace("%1", str(self._row + 1)).replace("%2", str(self._column + 1))
        words = " · ".join((which, where, title(poster.seen), days_words(poster.seen)))
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        metrics = painter.fontMetrics()
        box = QRectF(0, self._margin + self._rect.height(), self._rect.width() + 2 * self._margin, self._margin)
        inner = box.adjusted(2 * self._margin, 0, -2 * self._margin, 0)
        licence = licence_line(poster.seen.library.pack)
        both = f"{words} · {licence}"
        text = both if metrics.horizontalAdvance(both) <= inner.width() else words
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, elided)

"""What was answered, by day or by week: right, partly right and wrong, and how long it took."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.learning.history import Spell
from r2p_app.learning.verdict import Outcome
from r2p_app.ui import text
from r2p_app.ui.charts.table import RowsModel, RowsTable
from r2p_app.ui.format import month, number
from r2p_app.ui.review.cards import TwinCard
from r2p_app.ui.review.standing import ReviewStanding
from r2p_app.ui.review.words import past_day_words, time_words, week_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.toggles import Toggles

_BAR = 0.62
"""The part of a day's width that its bar takes."""


class Part(NamedTuple):
    """A part of a bar: filled with this much of the accent; the wrong ones are hollow, so that no colour is needed."""

    outcome: Outcome
    alpha: float
    pattern: Qt.BrushStyle


PARTS = (
    Part(Outcome.RIGHT, 1.0, Qt.BrushStyle.SolidPattern),
    Part(Outcome.PARTLY, 0.9, Qt.BrushStyle.BDiagPattern),
    Part(Outcome.WRONG, 0.0, Qt.BrushStyle.NoBrush),
)


def counts(spell: Spell) -> tuple[int, int, int]:
    """Return the numbers of the parts, in their order."""
    return spell.right, spell.partly, spell.wrong


class Swatch(QWidget):
    """How a part is filled; its name stands beside it."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(current().px(14), current().px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        _paint_part(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self._part)


class AnswersChart(QWidget):
    """A bar for each day or week, right answers at the bottom; the number of answers above it."""

    def __init__(self, spells: Sequence[Spell], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chart: answers"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_spells(spells, words)

    def show_spells(self, spells: Sequence[Spell], words: str) -> None:
        """Show other days, or weeks; `words` say the same."""
        self._spells = tuple(spells)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the numbers of all days."""
        return QSize(current().px(420), current().px(190))

    def minimumSizeHint(self) -> QSize:
        """Below this the bars could not be told apart."""
        return QSize(current().px(200), current().px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, numbers and days."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = QFontMetricsF(painter.font())
        line, wide = metrics.height(), self.width() / len(self._spells)
        floor = self.height() - 2.4 * line
        unit = (floor - 1.4 * line) / max(1, *(spell.answers for spell in self._spells))
        every = 1 if metrics.horizontalAdvance("30") * 1.15 < wide else 2
        last = len(self._spells) - 1
        for index, spell in enumerate(self._spells):
            bar = QRectF(index * wide + wide * (1 - _BAR) / 2, floor, wide * _BAR, 0)
            self._paint_bar(painter, bar, spell, unit)
            if (last - index) % every == 0:
                self._paint_day(painter, QRectF(index * wide, floor + 0.2 * line, wide, line), index, index - every)
        painter.setPen(QPen(theme.colour("control-line"), 1))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))

    def _paint_bar(self, painter: QPainter, bar: QRectF, spell: Spell, unit: float) -> None:
        if not spell.answers:
            return
        top = bar.top()
        for part, count in zip(PARTS, counts(spell), strict=True):
            box = QRectF(bar.left(), top - count * unit, bar.width(), count * unit)
            if count:
                _paint_part(painter, box, part)
            top = box.top()
        painter.setPen(current().colour("ink"))
        line = painter.fontMetrics().height()
        above = QRectF(bar.left() - line, top - 1.3 * line, bar.width() + 2 * line, 1.3 * line)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(spell.answers))

    def _paint_day(self, painter: QPainter, box: QRectF, index: int, before: int) -> None:
        """Write the day of the month, and the month below where it is another than `before`."""
        day, is_last = self._spells[index].day, index == len(self._spells) - 1
        painter.setPen(current().colour("ink" if is_last else "ink-2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if before < 0 or day.month != self._spells[before].day.month:
            wide = painter.fontMetrics().horizontalAdvance("30 Sept")
            below = QRectF(box.center().x() - wide / 2, box.bottom(), wide, box.height())
            below.moveLeft(max(0.0, min(below.left(), self.width() - wide)))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, month(day.month, short=True))


class HistoryCard(TwinCard):
    """Your answers: by day or by week, as a chart or as a table."""

    def __init__(self, standing: ReviewStanding, parent: QWidget | None = None) -> None:
        self._spells = (standing.days, standing.weeks)
        self._today = standing.days[-1].day
        self._index = 0
        self.chart = AnswersChart(standing.days, self._words())
        drawn = QWidget()
        column(self.chart, into=drawn).addLayout(_legend())
        super().__init__(self.tr("Your answers"), drawn, self._make, parent)
        self.spans = Toggles([self.tr("By day"), self.tr("By week")], self.tr("Your answers"))
        self.spans.chosen.connect(self._on_spans_chosen)
        self.body.insertWidget(1, self.spans)

    def _words(self) -> str:
        return ". ".join(f"{cells[0]}: {cells[1]}" for cells in self._rows())

    def _rows(self) -> list[tuple[str, ...]]:
        """Newest first, as one looks for it."""
        says = (lambda day: past_day_words(day, self._today)) if self._index == 0 else week_words
        return [
            (says(spell.day), number(spell.answers), *map(number, counts(spell)), time_words(spell.seconds))
            for spell in reversed(self._spells[self._index])
        ]

    def _make(self) -> QWidget:
        first = self.tr("Day") if self._index == 0 else self.tr("Week")
        heads = (first, self.tr("Answers"), *(text.label(part.outcome) for part in PARTS), self.tr("Time"))
        return RowsTable(RowsModel(heads, self._rows(), {1, 2, 3, 4, 5}), self.tr("Your answers"), stretched=0)

    @Slot(int)
    def _on_spans_chosen(self, index: int) -> None:
        self._index = index
        self.chart.show_spells(self._spells[index], self._words())
        self.renew_table()


def _legend() -> FlowLayout:
    flow = FlowLayout(spacing=4 * GRID)
    for part in PARTS:
        entry = QWidget()
        words = label(text.label(part.outcome), TextRole.SMALL, tone="muted", wrap=False)
        row(Swatch(part), words, into=entry, spacing=2 * GRID)
        flow.addWidget(entry)
    return flow


def _paint_part(painter: QPainter, box: QRectF, part: Part) -> None:
    painter.setPen(QPen(current().colour("accent"), 1))
    painter.setBrush(
        QBrush(current().colour("accent", part.alpha), part.pattern) if part.alpha else Qt.BrushStyle.NoBrush
    )
    painter.drawRect(box)

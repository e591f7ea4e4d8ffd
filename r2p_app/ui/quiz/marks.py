"""The marks of a verdict: a tick in a disc, a cross in a square, a half-filled ring; told apart without colour."""

import re
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.learning.verdict import Outcome
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import label, restyle, row
from r2p_app.ui.widgets.inline import plain, to_html

TONES = {Outcome.RIGHT: "right", Outcome.PARTLY: "note", Outcome.WRONG: "wrong"}
"""The colour token, and the `tone` of labels, that go with a mark."""

_UNBROKEN = re.compile(r"\S{24}")

MARK = 18
"""The side of a mark in pixels at 100 % text."""

_STROKES = {
    Outcome.RIGHT: ((0.26, 0.52), (0.44, 0.70), (0.75, 0.33)),
    Outcome.WRONG: ((0.30, 0.30), (0.70, 0.70), (0.50, 0.50), (0.70, 0.30), (0.30, 0.70)),
}


def paint_mark(painter: QPainter, outcome: Outcome, box: QRectF) -> None:
    """Paint the mark of an outcome into `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = current().colour(TONES[outcome])
    if outcome is Outcome.PARTLY:
        _paint_half(painter, box)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = box.width() / 2 if outcome is Outcome.RIGHT else box.width() / 6
        painter.drawRoundedRect(box, radius, radius)
        _paint_stroke(painter, outcome, current().colour("surface"), box)
    painter.restore()


def paint_tick(painter: QPainter, colour: QColor, box: QRectF) -> None:
    """Paint a bare tick."""
    _paint_stroke(painter, Outcome.RIGHT, colour, box)


def _paint_stroke(painter: QPainter, outcome: Outcome, colour: QColor, box: QRectF) -> None:
    pen = QPen(colour, max(1.6, box.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _STROKES[outcome]]
    painter.drawPolyline(points)


def _paint_half(painter: QPainter, box: QRectF) -> None:
    colour = current().colour(TONES[Outcome.PARTLY])
    inner = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(colour, 2))
    painter.drawEllipse(inner)
    painter.setBrush(colour)
    painter.drawChord(inner, 90 * 16, 180 * 16)


class Mark(QWidget):
    """The mark of an outcome; the word stands beside it."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = current().px(MARK)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        side = min(self.width(), self.height())
        paint_mark(QPainter(self), self._outcome, QRectF(0, 0, side, side))


def _breakable(words: str) -> str:
    """Let a word that is longer than a line be broken: what a person typed may be one."""
    return _UNBROKEN.sub("\\g<0>\N{ZERO WIDTH SPACE}", words)


class FeedbackLine(QWidget):
    """A mark, the words it stands for in bold, and what there is to say."""

    def __init__(self, outcome: Outcome, words: str, rationale: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setText(f"<b>{escape(_breakable(words))}</b> {to_html(rationale)}")
        restyle(self._text, tone=TONES[outcome])
        layout = row(Mark(outcome), self._text, spacing=2 * GRID, into=self)
        layout.setStretch(1, 1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{words} {plain(rationale)}".strip())

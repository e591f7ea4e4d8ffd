"""Words marked in a set text: a tint behind them, a line under or around them, so that colour alone tells nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QTextEdit

from r2p_app.ui.theme.look import current

_ABOVE_EDGE = QPointF(0, 1)


class Style(NamedTuple):
    """How marked words look; `tint` and `line` are tokens of the theme."""

    tint: str
    line: str
    pen: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = 2
    is_box: bool = False


HIGHLIGHT = Style("note-soft", "note")
NOTE = Style("note-soft", "note", Qt.PenStyle.DashLine)
HIT = Style("accent-soft", "accent", Qt.PenStyle.DotLine)
PRESENT_HIT = Style("accent-soft", "focus", width=3, is_box=True)
SPOKEN = Style("surface-2", "ink-2", Qt.PenStyle.DashDotLine)


class Marked(NamedTuple):
    """Characters of a document that are drawn in a style."""

    start: int
    end: int
    style: Style


class Marking:
    """What is marked in one text, in layers that do not know each other."""

    def __init__(self) -> None:
        self._layers: dict[str, tuple[Marked, ...]] = {}

    def __iter__(self) -> Iterator[Marked]:
        return (marked for layer in self._layers.values() for marked in layer)

    def put(self, layer: str, marked: Sequence[Marked]) -> bool:
        """Mark these characters, in place of those of the same layer; return whether that is news."""
        if self._layers.get(layer, ()) == tuple(marked):
            return False
        self._layers[layer] = tuple(marked)
        return True

    def tint(self, text: QTextEdit) -> None:
        """Have Qt paint the tints, behind the words."""
        text.setExtraSelections([_tinted(text, marked) for marked in self])


def draw_line(painter: QPainter, style: Style, rects: Sequence[QRectF]) -> None:
    """Draw the line of a style under, or around, the words in some rectangles."""
    painter.setPen(QPen(current().colour(style.line), style.width, style.pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        if style.is_box:
            painter.drawRect(rect.adjusted(-1, 1, 1, -1))
        else:
            painter.drawLine(rect.bottomLeft() - _ABOVE_EDGE, rect.bottomRight() - _ABOVE_EDGE)


def _tinted(text: QTextEdit, marked: Marked) -> QTextEdit.ExtraSelection:
    tinted = QTextEdit.ExtraSelection()
    cursor = QTextCursor(text.document())
    cursor.setPosition(marked.start)
    cursor.setPosition(marked.end, QTextCursor.MoveMode.KeepAnchor)
    tinted.cursor = cursor
    tinted.format.setBackground(current().colour(marked.style.tint))
    return tinted

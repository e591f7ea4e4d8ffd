"""Writing from the top of a sheet to its bottom, to paint it or only to learn how high it becomes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from r2p_app.ui.theme.tokens import TextRole, Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_TALL = 1_000_000.0


class Writer:
    """Writes with a unit: the size in pixels of the smallest type. Without a painter it only measures.

    Attributes:
        y: Where the next line begins.
        smallest: The height in pixels of the smallest capital written so far.
    """

    def __init__(self, theme: Theme, painter: QPainter | None, unit: float, at: QPointF, width: float) -> None:
        self.theme, self.painter, self.unit = theme, painter, unit
        self.left, self.y, self.width = at.x(), at.y(), width
        self.smallest = _TALL

    def beside(self, left: float, width: float) -> "Writer":
        """Return a writer for a column that begins at the same height."""
        return Writer(self.theme, self.painter, self.unit, QPointF(left, self.y), width)

    def gap(self, units: float) -> None:
        """Leave room."""
        self.y += units * self.unit

    def text(self, words: str, role: TextRole, size: float = 1.0, token: str = "ink", indent: float = 0.0) -> None:
        """Write words in a size of so many units, wrapped; nothing for no words."""
        if words:
            font = self.font(role, size)
            box = QRectF(self.left + indent, self.y, self.width - indent, _TALL)
            height = QFontMetricsF(font).boundingRect(box, _WRAP, words).height()
            if self.painter is not None:
                self.draw(words, font, token, QRectF(box.topLeft(), box.size()))
            self.note(font)
            self.y += height

    def word(self, words: str, role: TextRole, box: QRectF, size: float = 1.0, token: str = "ink") -> None:
        """Write a word or a number in a box, without moving on."""
        font = self.font(role, size)
        self.note(font)
        if self.painter is not None:
            self.draw(words, font, token, box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def draw(self, words: str, font: QFont, token: str, box: QRectF, flags: int = _WRAP) -> None:
        """Paint words."""
        if self.painter is not None:
            self.painter.setFont(font)
            self.painter.setPen(QPen(self.theme.colour(token)))
            self.painter.drawText(box, int(flags), words)

    def font(self, role: TextRole, size: float = 1.0) -> QFont:
        """Return the font of a role in a size of so many units."""
        return self.theme.sized(role, round(self.unit * size))

    def note(self, font: QFont) -> None:
        """Remember how high its letters are."""
        self.smallest = min(self.smallest, QFontMetricsF(font).capHeight())

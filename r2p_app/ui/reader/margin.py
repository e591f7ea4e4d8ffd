"""The margin: sources, people and terms in small cards beside their lines.

Everything a card says is also behind the link in the text, which the keyboard and screen readers reach; the margin is
for the eye and the pointer. It is one painted widget: a chapter has dozens of cards.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.ui.reader.cards import PADDING, WIDTH, CardMaker, Found, MarginCard, NoteGroup, note_groups
from r2p_app.ui.reader.stacking import Stack, Wanted, fill
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID

_GAP, _RADIUS = 3 * GRID, 8
_SLACK = 140
"""How far from its line, in pixels at 100 % text, a person or a term may still stand."""

_CROWDED = 60
"""How far below its line the note of a source may stand before it is shortened."""


class MarginView(QWidget):
    """Paints the cards of one chapter.

    Signals:
        link_requested: A card, or a link in it, was clicked.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maker = CardMaker(library)
        self.cards: list[MarginCard] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Margin"))
        self.setAccessibleDescription(self.tr("The sources, people and terms behind the links of the text"))

    def place(self, found: Sequence[Found], notes: Sequence[Wanted]) -> tuple[float, ...]:
        """Make the cards for what was found in the text; return where the authors' notes stand among them.

        Sources stand beside their lines, shortened where they are pushed away; people and terms fill what is left.
        """
        stack, limit = Stack(_GAP), current().px(_CROWDED)
        self.cards = []
        tops: list[float] = []
        for line, item in sorted([*((group.top, group) for group in note_groups(found)), *_lines(notes)], key=_line):
            if isinstance(item, NoteGroup):
                card = self._maker.source(item, is_brief=stack.top_for(line) - line > limit)
                card.top = stack.add(card.wanted)
                self.cards.append(card)
            else:
                tops.append(stack.add(item))
        self.cards += self._fill(found, stack.placed)
        self.update()
        return tuple(tops)

    @property
    def end(self) -> float:
        """Where the last card ends."""
        return max((card.top + card.wanted.height for card in self.cards), default=0.0)

    def sizeHint(self) -> QSize:
        """As wide as the margin is at this text size."""
        return QSize(current().px(WIDTH), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self.cards:
            if card.rect(self.width()).intersects(QRectF(event.rect())):
                self._paint_card(painter, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a card can be clicked."""
        over = self._card_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked: a link in the card, or what the card is about."""
        card = self._card_at(event.position())
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            inside = event.position() - QPointF(PADDING, card.top + PADDING)
            self.link_requested.emit(card.document.documentLayout().anchorAt(inside) or card.target)

    def _fill(self, found: Sequence[Found], taken: list[Wanted]) -> list[MarginCard]:
        """Return the cards of people and terms that find room near their lines."""
        placed: list[MarginCard] = []
        for card in self._maker.subjects(found):
            taken.sort()
            place = fill(taken, card.wanted, _GAP, current().px(_SLACK))
            if place is not None:
                card.top = place
                taken.append(Wanted(place, card.wanted.height))
                placed.append(card)
        return placed

    def _card_at(self, at: QPointF) -> MarginCard | None:
        return next((card for card in self.cards if card.rect(self.width()).contains(at)), None)

    def _paint_card(self, painter: QPainter, card: MarginCard) -> None:
        painter.setPen(QPen(current().colour("line"), 1))
        painter.setBrush(current().colour("surface"))
        painter.drawRoundedRect(card.rect(self.width()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.save()
        painter.translate(PADDING, card.top + PADDING)
        card.document.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        painter.restore()


def _lines(notes: Sequence[Wanted]) -> Iterator[tuple[float, NoteGroup | Wanted]]:
    return ((note.top, note) for note in notes)


def _line(item: tuple[float, NoteGroup | Wanted]) -> float:
    return item[0]

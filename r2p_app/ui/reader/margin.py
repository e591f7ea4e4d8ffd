"""The margin: sources, people and terms in small cards beside their lines.

Everything a card says is also behind the link in the text, which the keyboard and screen readers reach; the margin is
for the eye and the pointer. It is one painted widget: a chapter has dozens of cards.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QMouseEvent, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.markup import CitationSpan, LinkSpan
from r2p_app.content.model import Actor, ActorKind, Term
from r2p_app.ui.reader.stacking import Wanted, fill, stack
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole, Theme
from r2p_app.ui.widgets.prose import Write
from r2p_app.ui.widgets.records.cite import Length, write_citation
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

WIDTH = 236
_PADDING, _GAP, _RADIUS = 3 * GRID, 3 * GRID, 8
_SLACK = 140
"""How far from its line, in pixels at 100 % text, a person or a term may still stand."""

_CLOSE = 90
"""Notes in lines closer than this, in pixels at 100 % text, share a card: two would push each other away."""

Found = tuple[float, LinkSpan | CitationSpan]
"""Where a line begins that holds a link or a note number, and the span itself."""


@dataclass
class _Card:
    document: QTextDocument
    target: str
    wanted: Wanted
    top: float = 0.0

    def rect(self, width: float) -> QRectF:
        return QRectF(0, self.top, width, self.wanted.height)


class MarginView(QWidget):
    """Paints the cards of one chapter.

    Signals:
        link_requested: A card, or a link in it, was clicked.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._cards: list[_Card] = []
        self._set: dict[object, QTextDocument] = {}
        self._set_for: Theme | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Margin"))
        self.setAccessibleDescription(self.tr("The sources, people and terms behind the links of the text"))

    def place(self, found: Sequence[Found], notes: Sequence[Wanted]) -> tuple[float, ...]:
        """Make the cards for what was found in the text; return where the authors' notes stand among them."""
        sources = list(self._source_cards(found))
        together = sorted([*((card.wanted, card) for card in sources), *((note, None) for note in notes)], key=_top)
        tops = stack([wanted for wanted, _ in together], _GAP)
        taken = [Wanted(top, wanted.height) for top, (wanted, _) in zip(tops, together, strict=True)]
        for top, (_, card) in zip(tops, together, strict=True):
            if card is not None:
                card.top = top
        self._cards = sources + list(self._fillers(found, list(taken)))
        self.update()
        return tuple(top for top, (_, card) in zip(tops, together, strict=True) if card is None)

    @property
    def end(self) -> float:
        """Where the last card ends."""
        return max((card.top + card.wanted.height for card in self._cards), default=0.0)

    def sizeHint(self) -> QSize:
        """As wide as the margin is at this text size."""
        return QSize(current().px(WIDTH), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self._cards:
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
            inside = event.position() - QPointF(_PADDING, card.top + _PADDING)
            self.link_requested.emit(card.document.documentLayout().anchorAt(inside) or card.target)

    def _fillers(self, found: Sequence[Found], taken: list[Wanted]) -> Iterable[_Card]:
        """Yield a card for each person and term, where one finds room near its first mention; people come first."""
        first: dict[str, tuple[int, float, Write]] = {}
        for top, span in found:
            if isinstance(span, LinkSpan) and (subject := self._subject(span.link)) is not None:
                first.setdefault(span.link, (subject[0], top, subject[1]))
        for link, (_, top, write) in sorted(first.items(), key=lambda each: each[1][:2]):
            card = self._card(top, link, write, link)
            place = fill(taken, card.wanted, _GAP, current().px(_SLACK))
            if place is not None:
                card.top = place
                taken.append(Wanted(place, card.wanted.height))
                taken.sort()
                yield card

    def _subject(self, link: str) -> tuple[int, Write] | None:
        """Return the rank of what a link is about and how to write it; None for what has no card in the margin."""
        item_id = Link.parse(link).parts[-1]
        if (actor := self._library.find(item_id, Actor)) is not None:
            rank = 0 if actor.kind is ActorKind.PERSON else 2
            return rank, partial(_write_subject, actor.name, f"{actor.role}.")
        if (term := self._library.find(item_id, Term)) is not None:
            return 1, partial(_write_subject, term.term, term.definition)
        return None

    def _source_cards(self, found: Sequence[Found]) -> Iterable[_Card]:
        """Yield the cards of the notes; a source is written out the first time only."""
        known: frozenset[str] = frozenset()
        for top, notes in _notes_by_line(found):
            sources = [citation.source for note in notes for citation in note.citations]
            target = item_link("source", sources[0] if sources else "")
            write = partial(_write_notes, self._library, notes, known)
            yield self._card(top, target, write, tuple(note.number for note in notes))
            known = known.union(sources)

    def _card(self, top: float, target: str, write: Write, key: object) -> _Card:
        """Return a card; its text is set once for each look."""
        if self._set_for is not current():
            self._set, self._set_for = {}, current()
        document = self._set.get(key)
        if document is None:
            document = self._set[key] = _set_text(write)
        return _Card(document, target, Wanted(top, document.size().height() + 2 * _PADDING))

    def _card_at(self, at: QPointF) -> _Card | None:
        return next((card for card in self._cards if card.rect(self.width()).contains(at)), None)

    def _paint_card(self, painter: QPainter, card: _Card) -> None:
        painter.setPen(QPen(current().colour("line"), 1))
        painter.setBrush(current().colour("surface"))
        painter.drawRoundedRect(card.rect(self.width()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.save()
        painter.translate(_PADDING, card.top + _PADDING)
        card.document.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        painter.restore()


def _set_text(write: Write) -> QTextDocument:
    setter = Typesetter(current(), TextRole.SMALL)
    setter.paragraph()
    write(setter)
    setter.document.setTextWidth(current().px(WIDTH) - 2 * _PADDING)
    return setter.document


def _top(pair: tuple[Wanted, _Card | None]) -> float:
    return pair[0].top


def _notes_by_line(found: Sequence[Found]) -> Iterable[tuple[float, list[CitationSpan]]]:
    """Gather notes whose cards could not stand apart into one card."""
    lines: list[tuple[float, list[CitationSpan]]] = []
    for top, span in found:
        if not isinstance(span, CitationSpan):
            continue
        if lines and top - lines[-1][0] < current().px(_CLOSE):
            lines[-1][1].append(span)
        else:
            lines.append((top, [span]))
    return lines


def _write_notes(library: Library, notes: Sequence[CitationSpan], known: Collection[str], setter: Typesetter) -> None:
    """Write notes one under the other; a source in `known`, or above, is named briefly."""
    seen = set(known)
    for note in notes:
        for index, citation in enumerate(note.citations):
            setter.paragraph(before=4)
            setter.text(f"{note.number} " if index == 0 else "", strong=True)
            write_citation(setter, library, citation, Length.BRIEF if citation.source in seen else Length.SHORT)
            seen.add(citation.source)


def _write_subject(name: str, text: str, setter: Typesetter) -> None:
    setter.text(name, strong=True)
    setter.line_break()
    write_field(setter, text)

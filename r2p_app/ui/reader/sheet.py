"""One chapter laid out: its pieces in a column of 60 to 75 characters, its margin beside them where there is room.

Geometry is computed here in one pass and at once, so that a place in the text can be found right after a resize.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Citation
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.reader.cards import WIDTH as MARGIN_WIDTH
from r2p_app.ui.reader.cards import Found
from r2p_app.ui.reader.margin import MarginView
from r2p_app.ui.reader.numbers import NoteNumbers, SourceMenu
from r2p_app.ui.reader.pieces import Piece, body_pieces, closing_pieces
from r2p_app.ui.reader.stacking import Wanted
from r2p_app.ui.reader.text import place_of, places, text_of
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, Theme
from r2p_app.ui.widgets.prose import Prose

MEASURE = 600
"""The width of the column at 100 % text: about 68 characters of the reading face."""

SIDE, GUTTER, _TOP, _BOTTOM, _NARROW_SIDE = 36, 32, 28, 64, 12
WITH_MARGIN = MEASURE + GUTTER + MARGIN_WIDTH + 2 * SIDE
"""The width at 100 % text from which there is room for the margin."""


class ChapterSheet(QWidget):
    """The widget that scrolls.

    Signals:
        link_requested: A link was chosen.
        announced: Words for a screen reader.
        place_requested: Go to this anchor of the chapter.
        area_requested: This area of the sheet has the focus and should be in view.
        laid_out: Places have moved: the width, the text size or the height of a piece is another.
    """

    link_requested = Signal(str)
    announced = Signal(str)
    place_requested = Signal(str)
    area_requested = Signal(QRect)
    laid_out = Signal()

    def __init__(self, case: Case, chapter: Chapter, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self.chapter, self._state = case, chapter, state
        self.text = text_of(chapter)
        self.places = places(self.text)
        self._numbers = NoteNumbers(self.text.citations, state.library)
        self._pieces: list[Piece] = []
        self._tops: list[int] = []
        self._ends: list[int] = []
        self._is_complete = False
        self.margin = MarginView(state.library, self)
        self.margin.link_requested.connect(self.link_requested)
        self._laid_out_for: tuple[int, Theme | None] = (0, None)
        for piece in body_pieces(case, chapter, state, self._numbers.describe):
            self._adopt(piece)

    @property
    def has_margin(self) -> bool:
        """Whether notes stand beside the text; otherwise they stand in it."""
        return self.width() >= current().px(WITH_MARGIN)

    def complete(self) -> None:
        """Add what follows the text; left for after the text is on the screen."""
        if not self._is_complete:
            self._is_complete = True
            for piece in closing_pieces(self.case, self.chapter, self._state):
                self._adopt(piece)
                piece.widget.show()
            self._lay_out(self.width())

    def lay_out(self, width: int) -> None:
        """Place every piece for this width, unless that is how they stand."""
        if (width, current()) != self._laid_out_for:
            self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        """Place every piece, and grow to the height needed."""
        theme = current()
        self._laid_out_for = (width, theme)
        self.resize(width, self.height())
        measure = theme.px(MEASURE)
        side = theme.px(SIDE) if width >= measure + 2 * theme.px(SIDE) else _NARROW_SIDE
        column = min(measure, width - 2 * side)
        beside = theme.px(GUTTER) + theme.px(MARGIN_WIDTH) if self.has_margin else 0
        left = max(side, (width - column - beside) // 2)
        bottom = self._place_column(left, column)
        self._find_places()
        self.margin.setVisible(self.has_margin)
        if self.has_margin:
            bottom = max(bottom, self._place_margin(left + column + theme.px(GUTTER)))
        self.resize(width, bottom + _BOTTOM)
        self.laid_out.emit()

    def top_of(self, anchor: str) -> int:
        """Return where a block begins; 0 for the first one and for an unknown anchor."""
        if not self.places or anchor == self.places[0]:
            return 0
        found = (top for piece in self._pieces if (top := piece.top_of(anchor)) is not None)
        top = next(found, None)
        if top is None and (place := place_of(self.text, anchor)) and place != anchor:
            return self.top_of(place)
        return top or 0

    def anchor_at(self, y: int) -> str:
        """Return the block at a height; "" in an empty chapter."""
        return self.places[max(0, bisect_right(self._tops, y) - 1)] if self.places else ""

    def ended_between(self, top: int, bottom: int) -> tuple[str, ...]:
        """Return the blocks whose last line lies between two heights: a reader has come to their ends."""
        ends = zip(self.places, self._ends, strict=True)
        return tuple(place for place, end in ends if top < end <= bottom)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the margin's cards are set anew with the text. A hidden chapter waits until it is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.lay_out(self.width())

    def event(self, event: QEvent) -> bool:
        """Lay out again when a piece wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            if any(_height(piece.widget, piece.widget.width()) != piece.widget.height() for piece in self._pieces):
                self._lay_out(self.width())
            return True
        return bool(super().event(event))

    def _adopt(self, piece: Piece) -> None:
        piece.widget.setParent(self)
        for name in ("link_requested", "announced", "place_requested"):
            if (signal := getattr(piece.widget, name, None)) is not None:
                signal.connect(self._on_link_requested if name == "link_requested" else getattr(self, name))
        if isinstance(piece.widget, Prose):
            piece.widget.link_focused.connect(self._on_prose_link_focused)
        _polish(piece.widget)
        self._pieces.append(piece)

    def _place_column(self, left: int, width: int) -> int:
        top = _TOP
        for piece in self._pieces:
            if piece.is_note and self.has_margin:
                continue
            inset = 6 * GRID if piece.is_note else 0
            top += current().px(piece.before)
            piece.top = top
            height = _height(piece.widget, width - inset)
            piece.widget.setGeometry(left + inset, top, width - inset, height)
            top += height
        return top

    def _find_places(self) -> None:
        self._tops = [self.top_of(place) for place in self.places]
        bottoms = {anchor: piece.widget.geometry().bottom() for piece in self._pieces for anchor in piece.anchors}
        after = zip(self.places, [*self._tops[1:], 0], strict=True)
        self._ends = [min(bottoms[place], top) if top else bottoms[place] for place, top in after]

    def _place_margin(self, left: int) -> int:
        width = current().px(MARGIN_WIDTH)
        notes = [(top, piece) for top, piece in self._notes_with_lines()]
        heights = [_height(piece.widget, width) for _, piece in notes]
        wanted = [Wanted(top, height) for (top, _), height in zip(notes, heights, strict=True)]
        tops = self.margin.place(list(self._found()), wanted)
        for (_, piece), top, height in zip(notes, tops, heights, strict=True):
            piece.widget.setGeometry(left, round(top), width, height)
        ends = [self.margin.end, *(top + height for top, height in zip(tops, heights, strict=True))]
        self.margin.setGeometry(left, 0, width, round(max(ends)) + 1)
        self.margin.lower()
        return round(max(ends))

    def _notes_with_lines(self) -> Iterator[tuple[int, Piece]]:
        """Yield the authors' notes with the tops of the blocks they stand beside."""
        beside = _TOP
        for piece in self._pieces:
            if piece.is_note:
                yield beside, piece
            elif piece.anchors:
                beside = self.top_of(piece.anchors[-1]) or piece.top

    def _found(self) -> Iterator[Found]:
        """Yield the links and note numbers of the text with the lines they stand in."""
        for piece in self._pieces:
            if piece.places is not None and isinstance(piece.widget, Prose):
                for position, span in piece.places.spans:
                    yield piece.top + piece.widget.position_top(position), span

    @Slot(str)
    def _on_link_requested(self, link: str) -> None:
        sources = self._numbers.sources(link)
        if sources is None:
            self.link_requested.emit(link)
        elif len(sources) == 1:
            self.link_requested.emit(item_link("source", sources[0].source))
        else:
            self._offer(sources)

    def _offer(self, sources: Sequence[Citation]) -> None:
        """Let the reader choose among the sources behind one number."""
        sender = self.sender()
        owner, at = (sender, sender.cursorRect().bottomLeft()) if isinstance(sender, Prose) else (self, QPoint())
        menu = SourceMenu(sources, self._state.library, self)
        menu.link_requested.connect(self.link_requested)
        menu.popup(owner.mapToGlobal(at))

    @Slot(QRect)
    def _on_prose_link_focused(self, area: QRect) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.area_requested.emit(area.translated(sender.pos()))


def _polish(widget: QWidget) -> None:
    """Let the style sheet give all fonts now: heights computed before that would be wrong."""
    widget.ensurePolished()
    for child in widget.findChildren(QWidget):
        child.ensurePolished()


def _height(widget: QWidget, width: int) -> int:
    wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return max(wanted, widget.minimumSizeHint().height())

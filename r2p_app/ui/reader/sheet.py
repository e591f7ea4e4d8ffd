"""One chapter laid out: its pieces in a column of 60 to 75 characters, its margin beside them where there is room.

Geometry is computed in one pass and at once, so that a place in the text can be found right after a resize. What is in
view is made first; `make_more` makes the rest bit by bit.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Citation
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.reader.cards import WIDTH as MARGIN_WIDTH
from r2p_app.ui.reader.column import PieceColumn
from r2p_app.ui.reader.margin import MarginView
from r2p_app.ui.reader.numbers import NoteNumbers, SourceMenu
from r2p_app.ui.reader.pieces import Piece, height_of, pieces_of
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.stacking import Wanted
from r2p_app.ui.reader.tab_order import put_after
from r2p_app.ui.reader.text import text_of
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import Theme
from r2p_app.ui.widgets.prose import Prose

MEASURE = 600
"""The width of the column at 100 % text: about 68 characters of the reading face."""

SIDE, GUTTER, _BOTTOM, _NARROW_SIDE = 36, 32, 64, 28
WITH_MARGIN = MEASURE + GUTTER + MARGIN_WIDTH + 2 * SIDE
"""The width at 100 % text from which there is room for the margin."""

_ABOVE = 60
"""Pixels above a place that are seen with it."""


class ChapterSheet(QWidget):
    """The widget that scrolls.

    Signals:
        link_requested: A link was chosen.
        announced: Words for a screen reader.
        place_requested: Go to this anchor of the chapter.
        area_requested: This area of the sheet has the focus and should be in view.
        laid_out: Places have moved: the width, the text size or the height of a piece is another.
        run_made: A run of text is there from now on.
    """

    link_requested = Signal(str)
    announced = Signal(str)
    place_requested = Signal(str)
    area_requested = Signal(QRect)
    laid_out = Signal()
    run_made = Signal(object)

    def __init__(self, case: Case, chapter: Chapter, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self.chapter, self._state = case, chapter, state
        self.text = text_of(chapter)
        self._numbers = NoteNumbers(self.text.citations, state.library)
        self._column = PieceColumn(self.text, tuple(pieces_of(case, chapter, state, self._numbers.describe)))
        self.places = self._column.places
        self.margin = MarginView(state.library, self)
        self.margin.link_requested.connect(self.link_requested)
        self._margin_left = 0
        self._laid_out_for: tuple[int, Theme | None] = (0, None)
        for piece in self._column.pieces[:2]:
            self._make(piece)  # so that whatever is made later has something before it in the order of the Tab key

    @property
    def has_margin(self) -> bool:
        """Whether notes stand beside the text; otherwise they stand in it."""
        return self.width() >= current().px(WITH_MARGIN)

    @property
    def is_complete(self) -> bool:
        """Whether every piece is made."""
        return all(piece.widget is not None for piece in self._column.pieces)

    @property
    def widgets(self) -> Iterator[QWidget]:
        """What is made of the chapter so far, from top to bottom."""
        return (piece.widget for piece in self._column.pieces if piece.widget is not None)

    @property
    def runs(self) -> Iterator[RunView]:
        """The runs of text made so far, from top to bottom."""
        return (widget for widget in self.widgets if isinstance(widget, RunView))

    @property
    def texts(self) -> list[Prose]:
        """Every text made so far that can be seen, from top to bottom."""
        found: list[Prose] = []
        for widget in self.widgets:
            inside = [prose for prose in widget.findChildren(Prose) if prose.isVisibleTo(widget)]
            found += [widget] if isinstance(widget, Prose) else inside
        return found

    def complete(self) -> None:
        """Make all that is missing now."""
        for piece in self._column.pieces:
            self._make(piece)
        self._lay_out(self.width())

    def make_more(self, seconds: float, below: int) -> bool:
        """Make pieces for so long, those further down than `below` first; return whether some are left."""
        end = time.perf_counter() + seconds
        missing = [piece for piece in self._column.pieces if piece.widget is None]
        missing.sort(key=lambda piece: piece.top < below)
        for made, piece in enumerate(missing):
            if made and time.perf_counter() >= end:
                break
            self._make(piece)
        self._lay_out(self.width())
        return not self.is_complete

    def make_between(self, top: int, bottom: int) -> None:
        """Make what stands between two heights now."""
        if self._make_missing(lambda: (top, bottom)):
            self._lay_out(self.width())

    def lay_out(self, width: int, anchor: str = "", height: int = 0) -> None:
        """Place every piece for this width, unless that is how they stand; make `height` pixels from a place on."""
        is_news = (width, current()) != self._laid_out_for
        if is_news:
            self._fit(width)
            self._column.place()
        if self._make_missing(lambda: _around(self.top_of(anchor), height)) or is_news:
            self._lay_out(width)

    def top_of(self, anchor: str) -> int:
        """Return where a block begins; 0 for the first one and for an unknown anchor."""
        return self._column.top_of(anchor)

    def anchor_at(self, y: int) -> str:
        """Return the block at a height; "" in an empty chapter."""
        return self._column.anchor_at(y)

    def ended_between(self, top: int, bottom: int) -> tuple[str, ...]:
        """Return the blocks whose last line lies between two heights: a reader has come to their ends."""
        return self._column.ended_between(top, bottom)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the margin's cards are set anew with the text. A hidden chapter waits until it is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.lay_out(self.width())

    def event(self, event: QEvent) -> bool:
        """Lay out again when a piece wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            if sum(piece.measure_again() for piece in self._column.pieces):
                self._lay_out(self.width())
            return True
        return bool(super().event(event))

    def _make_missing(self, extent: Callable[[], tuple[int, int]]) -> bool:
        """Make what is missing in an extent, which is asked for again as guesses become heights; return whether any."""
        is_news = False
        while (piece := self._column.missing(*extent())) is not None:
            self._make(piece)
            self._column.place()
            is_news = True
        return is_news

    def _make(self, piece: Piece) -> None:
        if piece.widget is not None:
            return
        widget = piece.widget = piece.make()
        widget.setParent(self)
        for name in ("link_requested", "announced", "place_requested"):
            if (signal := getattr(widget, name, None)) is not None:
                signal.connect(self._on_link_requested if name == "link_requested" else getattr(self, name))
        for text in (widget, *widget.findChildren(Prose)):
            if isinstance(text, Prose):
                text.link_focused.connect(self._on_prose_link_focused)
        _polish(widget)
        put_after(list(self.widgets), widget)
        widget.show()
        if isinstance(widget, RunView):
            self.run_made.emit(widget)

    def _fit(self, width: int) -> None:
        theme = current()
        self._laid_out_for = (width, theme)
        self.resize(width, self.height())
        measure = theme.px(MEASURE)
        side = theme.px(SIDE) if width >= measure + 2 * theme.px(SIDE) else theme.px(_NARROW_SIDE)
        column = min(measure, width - 2 * side)
        beside = theme.px(GUTTER) + theme.px(MARGIN_WIDTH) if self.has_margin else 0
        left = max(side, (width - column - beside) // 2)
        self._column.fit(left, column, has_margin=self.has_margin)
        self._margin_left = left + column + theme.px(GUTTER)

    def _lay_out(self, width: int) -> None:
        """Place every piece, and grow to the height needed."""
        if not width:
            return
        self._fit(width)
        bottom = self._column.place()
        self.margin.setVisible(self.has_margin)
        if self.has_margin:
            bottom = max(bottom, self._place_margin(self._margin_left))
        self.resize(width, bottom + _BOTTOM)
        self.laid_out.emit()

    def _place_margin(self, left: int) -> int:
        width = current().px(MARGIN_WIDTH)
        notes = [(top, piece.widget) for top, piece in self._column.notes() if piece.widget is not None]
        heights = [height_of(widget, width) for _, widget in notes]
        wanted = [Wanted(top, height) for (top, _), height in zip(notes, heights, strict=True)]
        found = [(piece.top + top, span) for piece in self._column.pieces for top, span in piece.spans]
        tops = self.margin.place(found, wanted)
        for (_, widget), top, height in zip(notes, tops, heights, strict=True):
            widget.setGeometry(left, round(top), width, height)
        ends = [self.margin.end, *(top + height for top, height in zip(tops, heights, strict=True))]
        self.margin.setGeometry(left, 0, width, round(max(ends)) + 1)
        self.margin.lower()
        return round(max(ends))

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
            self.area_requested.emit(area.translated(sender.mapTo(self, QPoint())))


def _around(top: int, height: int) -> tuple[int, int]:
    return top - _ABOVE, top + height


def _polish(widget: QWidget) -> None:
    """Let the style sheet give all fonts now: heights computed before that would be wrong."""
    widget.ensurePolished()
    for child in widget.findChildren(QWidget):
        child.ensurePolished()

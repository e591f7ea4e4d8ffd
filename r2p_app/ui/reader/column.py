"""Where the pieces of a chapter stand, one below the other, and where its places are among them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from r2p_app.content.markup import ChapterText, walk
from r2p_app.ui.reader.pieces import Piece
from r2p_app.ui.reader.text import place_of, places
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID

_TOP = 28


class PieceColumn:
    """The column of a chapter. What is not made yet has the height that is guessed for it."""

    def __init__(self, text: ChapterText, pieces: Sequence[Piece]) -> None:
        self.pieces = tuple(pieces)
        self.places = places(text)
        self._text = text
        tops = {anchor: piece for piece in pieces for anchor in piece.anchors}
        self._holders = {
            inner.anchor: tops[block.anchor]
            for block in text.blocks
            if block.anchor in tops
            for inner in walk((block,))
        }
        self._left = self._width = 0
        self._has_margin = False
        self._tops: list[int] = []
        self._ends: list[int] = []
        self._is_stale = True

    def fit(self, left: int, width: int, *, has_margin: bool) -> None:
        """Stand at this place in this width; the authors' notes stand in the margin, where there is one."""
        self._left, self._width, self._has_margin = left, width, has_margin

    def place(self) -> int:
        """Place every piece; return where the last one ends."""
        end = _TOP
        for piece in self.pieces:
            if piece.is_note and self._has_margin:
                piece.stand_beside(end)
                continue
            inset = 6 * GRID if piece.is_note else 0
            piece.measure(self._width - inset)
            piece.top = end + current().px(piece.before)
            end = piece.top + piece.height
            if piece.widget is not None:
                piece.widget.setGeometry(self._left + inset, piece.top, self._width - inset, piece.height)
        self._is_stale = True
        return end

    def top_of(self, anchor: str) -> int:
        """Return where a block begins; 0 for the first one and for an unknown anchor."""
        if not self.places or anchor == self.places[0]:
            return 0
        holder = self._holders.get(anchor)
        if holder is not None and (top := holder.top_of(anchor)) is not None:
            return top
        place = place_of(self._text, anchor) if anchor else ""
        return self.top_of(place) if place and place != anchor else 0

    def anchor_at(self, y: int) -> str:
        """Return the block at a height; "" in an empty chapter."""
        self._find_places()
        return self.places[max(0, bisect_right(self._tops, y) - 1)] if self.places else ""

    def ended_between(self, top: int, bottom: int) -> tuple[str, ...]:
        """Return the blocks whose last line lies between two heights: a reader has come to their ends."""
        self._find_places()
        ends = zip(self.places, self._ends, strict=True)
        return tuple(place for place, end in ends if top < end <= bottom)

    def missing(self, top: int, bottom: int) -> Piece | None:
        """Return the first piece between two heights that is not made yet."""
        between = (piece for piece in self.pieces if piece.top < bottom and piece.top + piece.height > top)
        return next((piece for piece in between if piece.widget is None), None)

    def notes(self) -> Iterator[tuple[int, Piece]]:
        """Yield the authors' notes with the tops of the blocks they stand beside."""
        beside = _TOP
        for piece in self.pieces:
            if piece.is_note:
                yield beside, piece
            elif piece.anchors:
                beside = self.top_of(piece.anchors[-1]) or piece.top

    def _find_places(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        self._tops = [self.top_of(place) for place in self.places]
        bottoms = {anchor: piece.top + piece.height - 1 for piece in self.pieces for anchor in piece.anchors}
        after = zip(self.places, [*self._tops[1:], 0], strict=True)
        self._ends = [min(bottoms[place], top) if top else bottoms[place] for place, top in after]

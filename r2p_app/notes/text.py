"""A text as marks see it: the words of its paragraphs, one after the other, each paragraph under its anchor."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from r2p_app.notes.annotation import CONTEXT

BETWEEN = "\n"
"""Stands between two paragraphs."""


class Passage(NamedTuple):
    """The words of a paragraph, heading or item of a list."""

    anchor: str
    words: str


class Extent(NamedTuple):
    """A stretch of a text, from a character up to another."""

    start: int
    end: int


class MarkedText:
    """The passages of a text in a row; positions count characters from its beginning."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.whole = BETWEEN.join(passage.words for passage in passages)
        self._starts: list[int] = []
        at = 0
        for passage in passages:
            self._starts.append(at)
            at += len(passage.words) + len(BETWEEN)
        self._by_anchor = {passage.anchor: index for index, passage in enumerate(passages)}

    def extent(self, anchor: str) -> Extent | None:
        """Return where a passage stands; None for an anchor that is not there."""
        index = self._by_anchor.get(anchor)
        if index is None:
            return None
        start = self._starts[index]
        return Extent(start, start + len(self.passages[index].words))

    def locate(self, position: int) -> tuple[str, int]:
        """Return the anchor of the passage at a position, and the character of it."""
        index = max(0, bisect_right(self._starts, position) - 1)
        return self.passages[index].anchor, position - self._starts[index]

    def position(self, anchor: str, character: int) -> int:
        """Return the position of a character of a passage; raise `KeyError` for an anchor that is not there."""
        return self._starts[self._by_anchor[anchor]] + character

    def trimmed(self, extent: Extent) -> Extent:
        """Return a stretch without the spaces at its ends."""
        words = self.whole[extent.start : extent.end]
        start = extent.start + len(words) - len(words.lstrip())
        return Extent(start, max(start, extent.end - len(words) + len(words.rstrip())))

    def parts(self, extent: Extent) -> Iterator[tuple[str, int, int]]:
        """Yield the passages over which a stretch runs, each with the characters of it from which and up to which."""
        for index in range(max(0, bisect_right(self._starts, extent.start) - 1), len(self.passages)):
            start, passage = self._starts[index], self.passages[index]
            if start >= extent.end:
                return
            first, last = max(0, extent.start - start), min(len(passage.words), extent.end - start)
            if first < last:
                yield passage.anchor, first, last

    def around(self, extent: Extent) -> tuple[str, str, str]:
        """Return the words of a stretch, some of what stands before it, and some of what follows."""
        start, end = extent
        return self.whole[start:end], self.whole[max(0, start - CONTEXT) : start], self.whole[end : end + CONTEXT]

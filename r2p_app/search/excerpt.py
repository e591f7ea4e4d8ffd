"""The part of a text around what was found, and which of its characters were asked for."""

from typing import NamedTuple

from r2p_app.content.folding import FoldedText
from r2p_app.search.query import Query

LENGTH = 120
_BEFORE = 32
_ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """Words to show, and the characters from and up to which they were found."""

    words: str
    marks: tuple[tuple[int, int], ...]


def excerpt(text: str, query: Query, length: int = LENGTH) -> Excerpt:
    """Return about `length` characters around the first find; the beginning where nothing was found in this text."""
    found = _marks(text, query)
    start = _start(text, found[0][0]) if found and found[0][1] > length else 0
    end = min(len(text), start + length)
    before, after = (_ELLIPSIS if start else ""), (_ELLIPSIS if end < len(text) else "")
    shift = len(before) - start
    marks = ((first + shift, min(last, end) + shift) for first, last in found if start <= first < end)
    return Excerpt(f"{before}{text[start:end]}{after}", tuple(marks))


def _marks(text: str, query: Query) -> list[tuple[int, int]]:
    """Every place where a wanted phrase begins a word, in order and without overlaps."""
    folded = FoldedText(text)
    every = [mark for phrase in query.phrases for mark in folded.occurrences(" ".join(phrase))]
    kept: list[tuple[int, int]] = []
    for first, last in sorted(every):
        begins = first == 0 or not text[first - 1].isalnum()
        if begins and (not kept or first >= kept[-1][1]):
            kept.append((first, last))
    return kept


def _start(text: str, first: int) -> int:
    """Begin at a word, a little before what was found."""
    wanted = max(0, first - _BEFORE)
    space = text.find(" ", wanted, first)
    return space + 1 if wanted and space >= 0 else wanted

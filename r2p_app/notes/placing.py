"""Where a mark stands in the text of today: where it stood, elsewhere, or nowhere any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.text import Extent, MarkedText

_DISTINCT = 24
"""Words this long are hardly twice in a text by chance; shorter ones must have some of their neighbours with them."""

_NEIGHBOURS = 8
"""How many characters before and after must be the same for short words to be the ones meant."""

_ALIKE = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{EN DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    }
)
"""What typographic care may change without the words being others; one character for one."""


@dataclass(frozen=True, slots=True)
class Found:
    """The words stand where they stood."""

    extent: Extent


@dataclass(frozen=True, slots=True)
class Moved:
    """The words stand elsewhere."""

    extent: Extent


@dataclass(frozen=True, slots=True)
class Lost:
    """The text has changed: the words are not in it."""


Placement = Found | Moved | Lost


def place(annotation: Annotation, text: MarkedText) -> Placement:
    """Return where a mark belongs in a text, which may have changed since the mark was made."""
    passage = text.extent(annotation.anchor)
    if annotation.kind is Kind.BOOKMARK and passage is not None:
        return Found(passage)  # a bookmark is about the paragraph, whatever its words are now
    if not annotation.quote:
        return Lost()
    whole, quote = text.whole.translate(_ALIKE), annotation.quote.translate(_ALIKE)
    start = passage.start + annotation.start if passage is not None else -1
    if passage is not None and whole.startswith(quote, start):
        return Found(Extent(start, start + len(quote)))
    best = max(_candidates(annotation, whole, quote, start), default=None)
    return Moved(Extent(-best[-1], -best[-1] + len(quote))) if best is not None else Lost()


def _candidates(annotation: Annotation, whole: str, quote: str, was: int) -> Iterator[tuple[int, int, int]]:
    """Yield each place of the words that may be meant: agreement of the neighbours, nearness, minus the start."""
    before, after = annotation.before.translate(_ALIKE), annotation.after.translate(_ALIKE)
    for start in _occurrences(whole, quote):
        agreement = _common_end(whole[:start], before) + _common_start(whole[start + len(quote) :], after)
        if len(quote) >= _DISTINCT or agreement >= min(_NEIGHBOURS, len(before) + len(after)):
            yield agreement, -abs(start - was) if was >= 0 else 0, -start


def _occurrences(whole: str, quote: str) -> Iterator[int]:
    start = whole.find(quote)
    while start >= 0:
        yield start
        start = whole.find(quote, start + 1)


def _common_start(text: str, other: str) -> int:
    count = 0
    for one, two in zip(text, other, strict=False):
        if one != two:
            break
        count += 1
    return count


def _common_end(text: str, other: str) -> int:
    return _common_start(text[::-1][: len(other)], other[::-1])

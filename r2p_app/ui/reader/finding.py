"""Finding words in a text in whatever spelling: without case and diacritics, đ as d, œ as oe, over line ends."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from r2p_app.timeline.facets import fold

_JOINERS = frozenset("\N{WORD JOINER}\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}")
_SPACES = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\t\n")
_ALIKE = str.maketrans("‘’‚“”„«»–—‑", '\'\'\'"""""---')


class FoldedText:
    """A text as it is compared, with the way back to the characters as they are written."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._origins: list[int] = []
        for index, character in enumerate(text):
            folded = _folded(character)
            parts.append(folded)
            self._origins += [index] * len(folded)
        self._origins.append(len(text))
        self.text = "".join(parts)

    def occurrences(self, wanted: str) -> list[tuple[int, int]]:
        """Return where words occur, as characters from and up to; a hit never begins or ends inside a character."""
        folded = " ".join("".join(map(_folded, wanted)).split())
        found: list[tuple[int, int]] = []
        start = self.text.find(folded) if folded else -1
        while start >= 0:
            end = start + len(folded)
            found.append((self._origins[start], self._origins[end - 1] + 1))
            start = self.text.find(folded, end)
        return found


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character in _JOINERS:
        return ""
    return " " if character in _SPACES else fold(character.translate(_ALIKE))


class Hit(NamedTuple):
    """Words found: in which text of a row of texts, and which characters of it."""

    text: int
    start: int
    end: int


class Hits:
    """What was found in a row of texts, and the one among it that is shown."""

    def __init__(self, hits: tuple[Hit, ...] = ()) -> None:
        self.all = hits
        self.index = -1

    @property
    def present(self) -> Hit | None:
        """The hit that is shown."""
        return self.all[self.index] if self.all else None

    def step(self, by: int) -> None:
        """Show the hit so many further on; after the last comes the first."""
        self.index = (self.index + by) % len(self.all) if self.all else -1

    def start_at(self, text: int, character: int = 0) -> None:
        """Show the first hit from a place on, the first of all after the last one."""
        self.index = bisect_left(self.all, Hit(text, character, 0)) % len(self.all) if self.all else -1

    def of(self, text: int) -> tuple[Hit, ...]:
        """Return the hits in one of the texts."""
        return self.all[bisect_left(self.all, Hit(text, 0, 0)) : bisect_right(self.all, Hit(text + 1, -1, 0))]

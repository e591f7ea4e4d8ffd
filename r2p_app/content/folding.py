"""Text as it is compared: without case and diacritics, đ as d, ł as l, œ as oe, other scripts as plain letters."""

from functools import lru_cache

_JOINERS = frozenset("\N{WORD JOINER}\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}")
_SPACES = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\t\n")
_ALIKE = str.maketrans("‘’‚“”„«»–—‑", '\'\'\'"""""---')


def fold(text: str) -> str:
    """Return text without case and diacritics."""
    if not text.isascii():
        from anyascii import anyascii  # a large table, needed only once somebody searches

        text = anyascii(text)
    return text.casefold()


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

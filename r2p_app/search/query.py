"""What was typed, and what it asks the index: words (the last one may be unfinished), exact phrases, filters.

unamir "rules of engagement" kind:document case:rwanda
"""

import re
from dataclasses import dataclass

from r2p_app.content.folding import fold

TITLE, EVERYWHERE = "title", "title text"
"""Columns of the index."""

KIND, CASE = "kind", "case"
FILTERS = (KIND, CASE)

LONGEST = 200
"""Characters that are looked at; nobody types more, but a clipboard may hold a book."""

_QUOTES = str.maketrans("“”„«»", '"""""')
_PIECES = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"[a-z0-9]+")
_BEGUN_FROM = 3
_RANKED_FROM = 4
"""A shorter beginning of a word fits so much that ranking it is the whole cost, and tells nothing."""


@dataclass(frozen=True)
class Query:
    """A question to the index.

    Attributes:
        phrases: Folded words that stand side by side, all of which are wanted; the last word of the last phrase may be
            the beginning of one if `is_open`.
        kinds, cases: What the finds may be of; none means any.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.phrases or self.kinds or self.cases)

    @property
    def is_ranked(self) -> bool:
        """Whether finds are worth ranking: not while only the first letters of one word are there."""
        only = self.phrases[0] if len(self.phrases) == 1 else ()
        return bool(self.phrases) and not (self.is_open and len(only) == 1 and len(only[0]) < _RANKED_FROM)

    def match(self, columns: str = EVERYWHERE) -> str:
        """Return the expression that FTS5 understands; every word is quoted, so that none is an operator."""
        return " AND ".join((*(self._phrase(place, columns) for place in range(len(self.phrases))), *self._filters))

    @property
    def _filters(self) -> tuple[str, ...]:
        return tuple(
            f"facets:({' OR '.join(_facet(name, value) for value in values)})" for name, values in self._facets
        )

    @property
    def _facets(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((name, values) for name, values in ((KIND, self.kinds), (CASE, self.cases)) if values)

    def titled(self, *, is_begun: bool = False) -> str:
        """Return the expression for titles that are just these words, or begin with them, in their order."""
        star = "*" if is_begun else ""
        return " AND ".join((f'facets:("{self._as_title}"{star})', *self._filters))

    def names(self, title: str) -> bool:
        """Tell whether a title is just these words."""
        return bool(self.phrases) and facet(TITLE, title) == self._as_title

    @property
    def _as_title(self) -> str:
        return facet(TITLE, " ".join(word for phrase in self.phrases for word in phrase))

    @property
    def is_begin_of_title(self) -> bool:
        """Whether there are letters enough to look for titles that begin with them."""
        return self.is_open and len(self._as_title) >= len(TITLE) + _BEGUN_FROM

    def _phrase(self, place: int, columns: str) -> str:
        star = "*" if self.is_open and place == len(self.phrases) - 1 else ""
        return f'{{{columns}}}:("{" ".join(self.phrases[place])}"{star})'


def facet(name: str, value: str) -> str:
    """Return the word under which a passage of this kind, case or title stands in the index."""
    return f"{name}{''.join(_WORD.findall(fold(value)))}"


def _facet(name: str, value: str) -> str:
    return f'"{facet(name, value)}"'


def parse(typed: str) -> Query:
    """Return what was asked; anything can be typed, nothing is a mistake."""
    phrases: list[tuple[str, ...]] = []
    filters: dict[str, list[str]] = {name: [] for name in FILTERS}
    is_open = False
    looked_at = typed if len(typed) <= LONGEST else typed[:LONGEST].rpartition(" ")[0]
    for match in _PIECES.finditer(looked_at.translate(_QUOTES)):
        quoted, plain = match.groups()
        name, colon, value = (plain or "").partition(":")
        if quoted is None and colon and name.lower() in FILTERS:
            filters[name.lower()] += [value] if _words(value) else []
            is_open = False
        elif words := _words(quoted if quoted is not None else plain):
            phrases.append(words)
            is_open = quoted is None and match.end() == len(typed)
    return Query(tuple(phrases), tuple(filters[KIND]), tuple(filters[CASE]), is_open)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def same_words(typed: str, name: str, *, is_begun: bool = False) -> bool:
    """Tell whether a name is what was typed, or begins so, whatever the spelling and the signs."""
    wanted, found = "".join(_words(typed)), "".join(_words(name))
    return found.startswith(wanted) if is_begun else found == wanted

"""A hit: one thing that was found, whoever found it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from r2p_app.content.folding import fold


class Words(Protocol):
    """A line of words, and the characters of it that were looked for."""

    @property
    def words(self) -> str:
        """The line."""

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """From which character up to which, in order."""


class Hit(NamedTuple):
    """One thing found: its title, what it is, and what choosing it does. A lower `rank` stands higher.

    `excerpt` gives the words around what was looked for, where there are any; it is asked when the row is seen.
    """

    title: str
    detail: str
    activate: Callable[[], object]
    rank: int = 0
    excerpt: Callable[[], Words] | None = None


Provider = Callable[[str], Iterable[Hit]]
"""Takes what was typed and yields hits, ranked 0 (begins with it) to 9."""


def matching(hits: Iterable[Hit], typed: str) -> Iterator[Hit]:
    """Yield the hits whose title or detail has every word typed, ranked by where in the title they begin."""
    words = fold(typed).split()
    for hit in hits:
        title = fold(hit.title)
        if all(word in title or word in fold(hit.detail) for word in words):
            yield hit._replace(rank=_rank(title, words))


def _rank(title: str, words: Sequence[str]) -> int:
    if not words or title.startswith(words[0]):
        return 0
    if f" {words[0]}" in title:
        return 1
    return 2 if words[0] in title else 3

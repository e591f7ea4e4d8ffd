"""What was found in a row of texts, and the way from one find to the next."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple


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

"""The names of those in a room: on one line, seen as a whole, and no two alike."""

import unicodedata
from collections.abc import Iterable

LONGEST_NAME = 24
_FORMAT = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Characters that are not seen but can turn or hide what is."""


def clean_name(name: str) -> str:
    """Return a name on one line, without what cannot be seen, no longer than names are."""
    composed = unicodedata.normalize("NFC", name[: 4 * LONGEST_NAME])
    seen = "".join(" " if c.isspace() else c for c in composed if c.isspace() or unicodedata.category(c) not in _FORMAT)
    return " ".join(seen.split())[:LONGEST_NAME].rstrip()


def free_name(name: str, taken: Iterable[str]) -> str:
    """Return a name that nobody else has, with a number behind it if need be; none stays none."""
    folded = {each.casefold() for each in taken}
    candidates = (name, *(f"{name} ({number})" for number in range(2, len(folded) + 2)))
    return next(free for free in candidates if free.casefold() not in folded) if name else ""

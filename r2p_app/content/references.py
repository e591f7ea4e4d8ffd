"""Which other records a record refers to: by id field, by citation, by link in its text."""

import re
from collections.abc import Iterator

import msgspec

from r2p_app.content.links import Link, LinkError

_LINK = re.compile(r"r2p://[^\s)\]>\"]+")
_CITED = re.compile(r"\[@([^\]]+)\]")


def references(item: msgspec.Struct) -> Iterator[str]:
    """Yield every id that `item` may refer to, in field order; callers keep those that exist.

    Strings are read generously: a plain id, a citation `id, locator`, links and `[@…]` citations inside prose.
    """
    for name in item.__struct_fields__:
        if name != "id":
            yield from _in_value(getattr(item, name))


def _in_value(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _in_text(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _in_value(part)
    elif isinstance(value, msgspec.Struct):
        yield from references(value)


def _in_text(text: str) -> Iterator[str]:
    if " " not in text or "," in text:
        yield text.partition(",")[0].strip()
    for match in _LINK.finditer(text):
        yield from _in_link(match.group())
    for match in _CITED.finditer(text):
        for part in match.group(1).split(";"):
            yield part.strip().lstrip("@").partition(",")[0].strip()


def _in_link(text: str) -> Iterator[str]:
    try:
        link = Link.parse(text)
    except LinkError:
        return
    yield from link.parts[-2:]  # the last is a number in links to the steps of a story
    yield from (value for _, value in link.query)

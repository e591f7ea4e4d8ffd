"""Links inside the program: `r2p://page/part/…?name=value#fragment`.

The same form addresses a page (`r2p://case/rwanda/read/rwanda-warnings#p4`, `r2p://timeline?event=ev-cable-11-jan`) and
a record (`r2p://document/doc-res-912`), so that content, history and the command line share one language.
"""

from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

SCHEME = "r2p"


class LinkError(ValueError):
    """The text is not a link of this program."""


class Link(NamedTuple):
    """A parsed link. `query` keeps the order in which it was written."""

    page: str
    parts: tuple[str, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    fragment: str = ""

    @classmethod
    def parse(cls, text: str) -> "Link":
        """Parse `text`; raise `LinkError` when it is not `r2p://…`."""
        try:
            split = urlsplit(text)
        except ValueError as error:
            raise LinkError(f"“{text}” is not a link") from error
        if split.scheme != SCHEME or not split.netloc:
            raise LinkError(f"“{text}” does not begin with {SCHEME}:// and a page")
        parts = tuple(unquote(part) for part in split.path.split("/") if part)
        return cls(split.netloc, parts, tuple(parse_qsl(split.query)), unquote(split.fragment))

    def __str__(self) -> str:
        path = "/".join((self.page, *(quote(part, safe="") for part in self.parts)))
        query = f"?{urlencode(self.query)}" if self.query else ""
        fragment = f"#{quote(self.fragment)}" if self.fragment else ""
        return f"{SCHEME}://{path}{query}{fragment}"

    def value(self, name: str, default: str = "") -> str:
        """Return the first value of `name` in the query."""
        return next((value for key, value in self.query if key == name), default)


def item_link(kind: str, item_id: str) -> str:
    """Return the link to a record, for instance `r2p://event/ev-arusha-accords`."""
    return str(Link(kind, (item_id,)))

"""The parts of a handout as data for `resources/typst/handout.typ`. Every text goes through `refine` beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from r2p_app.content.markup import inline
from r2p_app.export.paper.blocks import Json, Style, spans_json

PLAIN = Style("", "")
"""For words that are ready as they are."""

_LOW = 28
"""Lines of text that stay far below the height of a sheet."""

_COLUMN = 50
"""Characters of the narrowest line, that of one side of a pair."""


@dataclass(frozen=True, slots=True)
class Form:
    """Makes parts of texts; `style` says how words are written."""

    style: Style = PLAIN

    def spans(self, text: str) -> list[Json]:
        """Return a short field of content as spans."""
        return spans_json(inline(text), self.style)

    def plain(self, text: str) -> Json:
        """Return a paragraph that is not justified."""
        return {"kind": "plain", "spans": self.spans(text)}

    def strong(self, text: str) -> Json:
        """Return a paragraph in bold letters."""
        return {"kind": "plain", "spans": [{**span, "strong": True} for span in self.spans(text) if "text" in span]}

    def named(self, name: str, text: str) -> Json:
        """Return a paragraph with its name before it."""
        lead = {"text": f"{name}: ", "strong": True, "emphasis": False}
        return {"kind": "plain", "spans": [lead, *self.spans(text)]}

    def small(self, text: str) -> Json:
        """Return a note in small letters."""
        return {"kind": "small", "spans": self.spans(text)}

    def under(self, text: str) -> Json:
        """Return a note that belongs to the heading over it."""
        return {"kind": "under", "spans": self.spans(text)}

    def bullets(self, texts: Iterable[str]) -> Json:
        """Return a list."""
        return {"kind": "bullets", "items": [self.spans(text) for text in texts]}

    def heading(self, text: str, level: int = 2) -> Json:
        """Return a heading; level 1 is the section's own."""
        return {"kind": "heading", "level": level, "spans": self.spans(text)}

    def notice(self, title: str, texts: Sequence[str]) -> Json:
        """Return a framed note with its title."""
        blocks = [{"kind": "paragraph", "spans": self.spans(text)} for text in texts if text]
        return {"kind": "notice", "title": title, "blocks": blocks}

    def marked(self, mark: str, text: str) -> Json:
        """Return a text with the letter or number by which it is named."""
        return {"mark": mark, "spans": self.spans(text)}

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[float], **more: float
    ) -> Json:
        """Return a table; a share of 0 makes a column as wide as its words."""
        cells = [[self.spans(cell) or "" for cell in row] for row in rows]
        return {"kind": "table", "head": list(head), "rows": cells, "columns": list(columns), **more}

    def card(
        self, *, mark: str = "", kicker: str = "", title: str = "", body: Sequence[str] = (), foot: str = ""
    ) -> Json:
        """Return a card to cut out."""
        spans = [self.spans(text) for text in body if text]
        return {"mark": mark, "kicker": kicker, "title": self.spans(title), "body": spans, "foot": foot}


def caption(text: str) -> Json:
    """Return a small heading that stays out of the outline."""
    return {"kind": "caption", "text": text}


def lines(count: int) -> Json:
    """Return lines to write on."""
    return {"kind": "lines", "count": count}


def fields(*items: tuple[str, float]) -> Json:
    """Return lines to fill in, side by side, with their shares of the width."""
    return {"kind": "fields", "items": [{"text": text, "share": share} for text, share in items]}


def question(number: str, blocks: Sequence[Json], *, breaks: bool = False) -> Json:
    """Return what stands under the number of a question; it stays on one sheet unless it `breaks`."""
    is_low = _lines_of(blocks) < _LOW
    return {"kind": "question", "number": number, "blocks": list(blocks), "breaks": breaks, "low": is_low}


def whole(blocks: Sequence[Json]) -> Json:
    """Return blocks that stay on one sheet."""
    return {"kind": "whole", "blocks": list(blocks), "low": _lines_of(blocks) < _LOW}


def _lines_of(part: object) -> float:
    """Return about how many lines of text a part takes at most; a picture counts as a sheet.

    What is surely low need not be measured when it is set, which takes most of the time.
    """
    match part:
        case {"svg": _}:
            return 2 * _LOW
        case {"kind": "lines", "count": int(count)}:
            return 2 * count
        case {"text": str(text)}:
            return len(text) / _COLUMN
        case dict():
            return 1 + sum(map(_lines_of, part.values()))
        case list() | tuple():
            return sum(map(_lines_of, part))
    return 0


def boxed(blocks: Sequence[Json]) -> Json:
    """Return blocks in a frame."""
    return {"kind": "boxed", "blocks": list(blocks)}


def aside(blocks: Sequence[Json]) -> Json:
    """Return blocks with a line beside them."""
    return {"kind": "aside", "blocks": list(blocks)}


NEW_PAGE: Json = {"kind": "page"}


@dataclass(frozen=True, slots=True)
class Section:
    """Sheets that belong together and are counted by themselves.

    Attributes:
        title: What stands on top, and in the outline.
        kicker: A line over the title.
        facts: A line under it.
        blocks: What stands on sheets of text.
        sources: What it rests on, one citation each.
        apart: Begin on a sheet of its own also where both sides are printed.
        always: Say what it is on the first sheet too.
    """

    title: str
    kicker: str = ""
    facts: str = ""
    blocks: Sequence[Json] = ()
    sources: Sequence[str] = ()
    apart: bool = False
    always: bool = False
    layout: str = field(default="text", init=False)

    def json(self) -> Json:
        """Return the data of the section."""
        return {
            "layout": self.layout,
            "title": self.title,
            "kicker": self.kicker,
            "facts": self.facts,
            "running": {"left": self.kicker, "right": self.title, "always": self.always},
            "blocks": list(self.blocks),
            "sources": list(self.sources),
            "apart": self.apart,
        }


@dataclass(frozen=True, slots=True)
class CardSheets:
    """Cards in a grid; `cut` says what to do with the dashed lines."""

    title: str
    cards: Sequence[Json]
    cut: str
    columns: int = 2
    rows: int = 4

    def json(self) -> Json:
        """Return the data of the sheets."""
        return {
            "layout": "cards",
            "title": self.title,
            "running": {"left": "", "right": self.title},
            "cards": list(self.cards),
            "cut": self.cut,
            "columns": self.columns,
            "rows": self.rows,
            "apart": False,
        }

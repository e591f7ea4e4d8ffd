"""Events as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from r2p_app.content.library import Library
from r2p_app.content.model import Event
from r2p_app.export.cells import COLUMNS, Cell

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
"""Tells Excel that what follows is UTF-8; other programs do not need it."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, also in full width."""


def csv_pieces(library: Library, events: Iterable[Event], *, bom: bool = False) -> Iterator[bytes]:
    """Yield the head, then a line for each event."""
    yield (BOM if bom else b"") + _line([column.name for column in COLUMNS])
    for event in events:
        yield _line([column.cell(library, event) for column in COLUMNS])


def harmless(cell: Cell) -> Cell:
    """Return the cell so that no spreadsheet computes it: an apostrophe before what looks like a formula.

    Numbers are numbers, also negative ones.
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _line(cells: Sequence[Cell]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode()

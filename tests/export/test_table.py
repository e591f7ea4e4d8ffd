import csv
import io

import pytest

from r2p_app.export.cells import COLUMNS, SEPARATOR
from r2p_app.export.table import BOM, csv_pieces, harmless
from tests.export import making
from tests.export.golden import assert_golden


def rows(*, bom: bool = False) -> list[dict[str, str]]:
    data = b"".join(csv_pieces(making.library(), making.EVENTS, bom=bom))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def row(event_id: str) -> dict[str, str]:
    return next(one for one in rows() if one["id"] == event_id)


def test_the_whole_file() -> None:
    assert_golden("events.csv", b"".join(csv_pieces(making.library(), making.EVENTS)))


def test_every_event_has_a_line_and_every_column_a_name() -> None:
    found = rows()
    assert [one["id"] for one in found] == [event.id for event in making.EVENTS]
    assert list(found[0]) == [column.name for column in COLUMNS]


def test_lines_end_as_the_standard_has_it_and_cells_have_no_line_ends() -> None:
    data = b"".join(csv_pieces(making.library(), making.EVENTS))
    assert data.count(b"\r\n") == data.count(b"\n") == len(making.EVENTS) + 1


def test_the_mark_for_excel_comes_first_and_only_when_wanted() -> None:
    with_mark = b"".join(csv_pieces(making.library(), making.EVENTS, bom=True))
    without = b"".join(csv_pieces(making.library(), making.EVENTS))
    assert with_mark == BOM + without


def test_an_event_in_full() -> None:
    found = row("ev-3")
    assert (found["date"], found["earliest"], found["latest"]) == ("1994-04-07/1994-07", "1994-04-07", "1994-07-31")
    assert found["summary"] == "First line. Second line with weight."
    assert found["lanes"].split(SEPARATOR) == ["Council <and> doctrine", "Rwanda"]
    assert (found["place"], found["latitude"], found["longitude"]) == ("Kigali", "-1.9441", "30.0619")
    assert found["people"] == "Roméo Dallaire"
    first, second = found["sources"].split(SEPARATOR)
    assert first.startswith("UN Security Council, Resolution 912 (1994)")
    assert first.endswith("para. 8.")
    assert second.endswith("p. 10.")


def test_an_end_that_is_not_known_is_empty() -> None:
    assert (row("ev-4")["earliest"], row("ev-4")["latest"]) == ("1994-05-01", "")
    assert (row("ev-5")["earliest"], row("ev-5")["latest"]) == ("", "1995-12-31")


def test_days_before_the_year_one() -> None:
    assert row("ev-1")["earliest"] == "'-0043-03-15"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_nothing_becomes_a_formula(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


def test_what_is_no_formula_stays() -> None:
    assert [harmless(cell) for cell in ("a=b", "", -1.5, 3)] == ["a=b", "", -1.5, 3]


def test_no_cell_of_the_file_begins_like_a_formula() -> None:
    numbers = {"latitude", "longitude"}
    cells = [cell for one in rows() for name, cell in one.items() if name not in numbers]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert row("ev-1")["title"].startswith("'=HYPERLINK")

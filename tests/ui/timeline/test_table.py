import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.table import EventsModel, EventsTable


@pytest.fixture
def table(qtbot: QtBot, look: Look, items: Items) -> EventsTable:
    made = EventsTable(Shown(items, Filter(importance=2)))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def column(table: EventsTable, number: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, number).data()).replace("\xa0", " ") for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(shown: Shown) -> None:
    model = EventsModel(shown)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == len(shown)


def test_a_row_has_date_lanes_title_and_status(table: EventsTable) -> None:
    row = [column(table, number)[3] for number in range(4)]
    assert row == ["21 April 1994", "Rwanda, Council and doctrine", "Resolution 912", "Official record"]


def test_dates_sort_by_time_and_titles_by_letters(table: EventsTable) -> None:
    assert column(table, 0)[:3] == ["4 August 1993", "11 January 1994", "7 April – 17 July 1994"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(table, 0)[0] == "July 1994"
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(table, 2) == sorted(column(table, 2))


def test_moving_to_a_row_selects_its_event_and_enter_opens_it(qtbot: QtBot, table: EventsTable, items: Items) -> None:
    table.setFocus()
    with qtbot.waitSignal(table.event_selected) as caught:
        table.selectRow(1)
    assert caught.args == [items.index_of("ev-1")]
    with qtbot.waitSignal(table.event_opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_selecting_from_outside_tells_nobody(qtbot: QtBot, table: EventsTable, items: Items) -> None:
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    with qtbot.assertNotEmitted(table.event_selected):
        table.select(items.index_of("ev-3"))
    assert table.currentIndex().siblingAtColumn(2).data() == "Resolution 912"
    table.select(None)
    assert not table.selectionModel().hasSelection()


def test_other_events_keep_the_order(table: EventsTable, items: Items) -> None:
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.show_events(Shown(items, Filter(importance=3)))
    assert column(table, 2)[-1] == "Arusha accords"


def test_rows_grow_where_titles_need_more_lines(table: EventsTable) -> None:
    before = table.rowHeight(0)
    table.resize(420, 400)
    assert table.rowHeight(0) > before

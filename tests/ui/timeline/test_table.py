import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.table import EventsTable
from r2p_app.ui.timeline.table_model import SORT_ROLE, Column, EventsModel, as_markdown, as_tabs


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
    row = [column(table, number)[3] for number in Column]
    lanes = "Rwanda, Council and doctrine"
    assert row == ["21 April 1994", "Resolution 912", lanes, "React", "Military", "Official record"]


def test_dates_sort_by_time_and_titles_by_letters(table: EventsTable) -> None:
    assert column(table, 0)[:3] == ["4 August 1993", "11 January 1994", "7 April – 17 July 1994"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(table, 0)[0] == "July 1994"
    table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert column(table, Column.TITLE) == sorted(column(table, Column.TITLE))


@pytest.mark.parametrize("by", list(Column))
def test_every_column_sorts_both_ways(table: EventsTable, by: Column) -> None:
    table.sortByColumn(by, Qt.SortOrder.AscendingOrder)
    up = [str(table.model().index(row, by).data(SORT_ROLE)) for row in range(table.model().rowCount())]
    table.sortByColumn(by, Qt.SortOrder.DescendingOrder)
    down = [str(table.model().index(row, by).data(SORT_ROLE)) for row in range(table.model().rowCount())]
    assert sorted(up, reverse=True) == sorted(down, reverse=True)
    assert up == list(reversed(down)) or len(set(up)) < len(up)


def test_selected_rows_are_copied_as_they_stand(qtbot: QtBot, table: EventsTable) -> None:
    table.setFocus()
    table.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.copied) as caught:
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [2]
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Date\tEvent\tLane\tResponsibility\tTheme\tStatus",
        "July 1994\tThe war ends\tRwanda\tRebuild\tMilitary\tOfficial record",
        "17 May 1994\tResolution 918\tCouncil and doctrine\tReact\tMilitary\tOfficial record",
        "",
    ]
    table.copying[1].trigger()
    assert QGuiApplication.clipboard().text().startswith("| Date | Event | Lane |")
    table.copying[2].trigger()
    with qtbot.waitSignal(table.copied) as caught:
        table.copying[0].trigger()
    assert caught.args == [table.model().rowCount()]


def test_without_a_selection_nothing_is_copied(qtbot: QtBot, table: EventsTable) -> None:
    with qtbot.assertNotEmitted(table.copied):
        table.copy_tabs()


def test_what_would_break_a_table_is_taken_care_of() -> None:
    table = [["a|b", "c\nd"], ["e\tf", "\\"]]
    assert as_tabs(table) == "a|b\tc d\ne f\t\\\n"
    assert as_markdown(table) == "| a\\|b | c d |\n| --- | --- |\n| e f | \\\\ |\n"


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
    assert table.currentIndex().siblingAtColumn(Column.TITLE).data() == "Resolution 912"
    table.select(None)
    assert not table.selectionModel().hasSelection()


def test_other_events_keep_the_order(table: EventsTable, items: Items) -> None:
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.show_events(Shown(items, Filter(importance=3)))
    assert column(table, Column.TITLE)[-1] == "Arusha accords"


def test_rows_grow_where_titles_need_more_lines(table: EventsTable) -> None:
    before = table.rowHeight(0)
    table.resize(420, 400)
    assert table.rowHeight(0) > before


def test_the_focus_alone_selects_nothing(qtbot: QtBot, table: EventsTable, items: Items) -> None:
    with qtbot.assertNotEmitted(table.event_selected):
        table.setFocus()
    with qtbot.waitSignal(table.event_selected) as caught:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert caught.args == [items.index_of("ev-0")]


def test_what_changes_while_it_is_hidden_is_there_when_it_is_seen(table: EventsTable, items: Items) -> None:
    table.hide()
    table.show_events(Shown(items, Filter(importance=3)))
    table.select(items.index_of("ev-3"))
    table.show()
    assert table.model().rowCount() == 4
    assert table.currentIndex().siblingAtColumn(Column.TITLE).data() == "Resolution 912"

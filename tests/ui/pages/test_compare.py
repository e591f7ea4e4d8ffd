"""Compare shows a real table where there is room, cards where there is none, and what is behind every row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.teaching import Comparison
from r2p_app.ui.compare.model import ComparisonModel, comparisons
from r2p_app.ui.compare.strip import DelayStrip
from r2p_app.ui.pages.compare import ComparePage
from r2p_app.ui.preferences import TEXT, Preferences
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.prose import Prose
from tests.ui import mini


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> ComparePage:
    made = ComparePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_link(Link("compare"))
    return made


def show(page: ComparePage, link: str) -> None:
    page.show_link(Link.parse(link))


def words(page: ComparePage) -> str:
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    texts = [one.toPlainText() for one in page.findChildren(Prose) if one.isVisibleTo(page)]
    return " | ".join((*labels, *texts)).replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def test_comparisons_of_whole_cases_come_first(mini_library: Library) -> None:
    assert [one.id for one in comparisons(mini_library)] == ["cmp-mini", "cmp-texts"]


def test_the_model_is_a_table_of_questions_and_answers(mini_library: Library, qtmodeltester: ModelTester) -> None:
    model = ComparisonModel(mini_library.get("cmp-texts", Comparison))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads == ["Question", "Draft", "Outcome of 2005", "What became of it"]
    assert [model.index(1, i).data() for i in range(4)] == ["Does prevention come first?", "Yes.", "", "Kept"]
    assert model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "no answer"


def test_without_words_for_changes_there_is_no_column_for_them(mini_library: Library) -> None:
    model = ComparisonModel(mini_library.get("cmp-mini", Comparison))
    assert (model.columnCount(), model.change_column) == (3, -1)


def test_the_first_row_is_chosen_and_explained(page: ComparePage) -> None:
    assert page.table is not None
    assert page.table.table.chosen is not None
    assert str(page.place()) == "r2p://compare/cmp-mini#row-warning"
    shown = words(page)
    assert "Two cases, the same questions | Decisions are compared here, never suffering." in shown
    assert "Who was warned?" in shown
    assert "Rwanda\n11 January 1994: Dallaire’s cable warns of an extermination plan" in shown
    assert "S/RES/912 (1994), Reduction of UNAMIR\nSources: Independent Inquiry" in shown


def test_a_link_names_the_row(page: ComparePage, qtbot: QtBot) -> None:
    show(page, "r2p://compare/cmp-texts#row-prevention")
    assert page.table is not None
    assert page.table.table.chosen is not None
    assert page.table.table.chosen.id == "row-prevention"
    qtbot.waitUntil(lambda: "Does prevention come first? | Kept" in words(page))
    show(page, "r2p://compare/cmp-unknown#row-x")
    assert str(page.place()) == "r2p://compare/cmp-mini#row-warning"


def test_arrows_go_from_row_to_row_enter_opens_escape_returns(page: ComparePage, qtbot: QtBot) -> None:
    assert page.table is not None
    table = page.table.table
    table.setFocus()
    with qtbot.waitSignal(page.place_changed):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.place().fragment == "row-vote"
    QTest.keyClick(table, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Prose)
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert asked.args == ["r2p://case/rwanda"]
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table


def test_a_screen_reader_meets_a_table(page: ComparePage) -> None:
    assert page.table is not None
    interface = QAccessible.queryAccessibleInterface(page.table.table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Two cases, the same questions"
    cells = [interface.child(place) for place in range(interface.childCount())]
    spoken = {cell.text(QAccessible.Text.Name): cell.role() for cell in cells}
    assert spoken["To reduce the force."] == QAccessible.Role.Cell
    assert spoken["Rwanda"] == QAccessible.Role.ColumnHeader


def test_the_name_of_a_case_opens_it(page: ComparePage, qtbot: QtBot) -> None:
    assert page.table is not None
    head = page.table.table.horizontalHeader()
    with qtbot.waitSignal(page.link_requested) as asked:
        head.sectionClicked.emit(1)
    assert asked.args == ["r2p://case/rwanda"]
    with qtbot.assertNotEmitted(page.link_requested):
        head.sectionClicked.emit(0)


def test_every_answer_is_whole_in_its_row(page: ComparePage) -> None:
    assert page.table is not None
    table = page.table.table
    for row in range(table.model().rowCount()):
        assert table.rowHeight(row) >= table.sizeHintForRow(row)
    assert sum(table.columnWidth(i) for i in range(3)) <= table.viewport().width()


def test_the_choice_of_views_is_a_link(page: ComparePage, qtbot: QtBot) -> None:
    assert page.selector is not None
    for place, link in enumerate(("r2p://compare/cmp-mini", "r2p://compare/cmp-texts", "r2p://compare/pairs")):
        with qtbot.waitSignal(page.link_requested) as asked:
            page.selector.chosen.emit(place)
        assert asked.args == [link]


def test_in_a_narrow_page_rows_become_cards(page: ComparePage, qtbot: QtBot) -> None:
    show(page, "r2p://compare/cmp-texts#row-prevention")
    page.resize(816, 584)
    qtbot.waitUntil(lambda: page.cards is not None)
    assert page.table is None
    assert page.cards is not None
    shown = words(page)
    assert "Who decides on force? | Narrowed | Draft | The Council, or others if it fails." in shown
    assert "Outcome of 2005 | no answer" in shown
    assert page.place().fragment == "row-prevention"
    page.resize(1232, 800)
    qtbot.waitUntil(lambda: page.table is not None)
    assert page.place().fragment == "row-prevention"


def test_a_card_opens_what_is_behind_it(page: ComparePage, qtbot: QtBot) -> None:
    page.resize(816, 584)
    qtbot.waitUntil(lambda: page.cards is not None)
    assert page.cards is not None
    opener = page.cards.opener("row-vote")
    assert opener is not None
    opener.setFocus()
    with qtbot.waitSignal(page.place_changed):
        QTest.keyClick(opener, Qt.Key.Key_Return)
    assert str(page.place()) == "r2p://compare/cmp-mini#row-vote"
    assert "21 April 1994: Resolution 912 cuts UNAMIR to 270" in words(page)
    QTest.keyClick(opener, Qt.Key.Key_Return)
    assert "21 April 1994: Resolution 912" not in words(page)


def test_at_twice_the_size_there_are_cards_and_the_focus_stays(
    page: ComparePage, preferences: Preferences, qtbot: QtBot
) -> None:
    assert page.table is not None
    page.table.table.setFocus()
    preferences.set_value(TEXT, "2.0")
    qtbot.waitUntil(lambda: page.cards is not None)
    assert page.cards is not None
    assert QApplication.focusWidget() is page.cards.opener("row-warning")


def test_pairings_say_the_delay(page: ComparePage, qtbot: QtBot) -> None:
    show(page, "r2p://compare/pairs/rwanda#pair-warning")
    assert page.pairs is not None
    assert str(page.place()) == "r2p://compare/pairs/rwanda#pair-warning"
    shown = words(page)
    assert "A warning, and the next large decision | 100 days later (about 3 months)" in shown
    assert "On the ground · 11 January 1994\nDallaire’s cable warns of an extermination plan" in shown
    assert "UN Security Council · 21 April 1994\nResolution 912 cuts UNAMIR to 270" in shown
    (card,) = page.pairs.cards
    assert card.accessibleName() == "A warning, and the next large decision: 100 days later (about 3 months)"
    with qtbot.waitSignal(page.link_requested) as asked:
        page.pairs.filter.chosen.emit(0)
    assert asked.args == ["r2p://compare/pairs"]
    with qtbot.waitSignal(page.link_requested) as asked:
        page.pairs.filter.chosen.emit(1)
    assert asked.args == ["r2p://compare/pairs/rwanda"]


def test_a_strip_shows_its_two_days_on_the_scale(page: ComparePage) -> None:
    show(page, "r2p://compare/pairs")
    assert page.pairs is not None
    (strip,) = page.pairs.findChildren(DelayStrip)
    assert 0 < strip.place_of(0) < strip.place_of(50) < strip.place_of(100) < strip.width()
    assert strip.place_of(50) - strip.place_of(0) == pytest.approx(strip.place_of(100) - strip.place_of(50))


@pytest.mark.parametrize("link", ["r2p://compare/cmp-texts#row-prevention", "r2p://compare/pairs/rwanda"])
def test_new_content_is_shown_at_the_same_place(page: ComparePage, state: AppState, link: str) -> None:
    show(page, link)
    place = page.place()
    state.set_library(mini.mini_library())
    page.refresh(Changes.LIBRARY)
    assert page.place() == place
    assert page.first_focus() is not None


def test_content_without_comparisons_is_no_fault(qtbot: QtBot, state: AppState) -> None:
    state.set_library(Library(mini.PACK, ()))
    page = ComparePage(state)
    qtbot.addWidget(page)
    page.show_link(Link("compare"))
    page.show()
    assert "Ground and Council" in words(page)

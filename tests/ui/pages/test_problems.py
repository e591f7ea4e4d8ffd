"""The author sees what is wrong, where, and what to do; and it is gone when it is mended."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.problems import Level, Problem
from r2p_app.ui.pages.problems import ProblemsPage
from r2p_app.ui.state import AppState, Changes
from tests.ui import mini


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> ProblemsPage:
    state.set_library(mini.mini_library(faults=True))
    made = ProblemsPage(state)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def spoken(page: ProblemsPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [str(page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def test_every_fault_has_its_place_message_and_hint(page: ProblemsPage) -> None:
    assert spoken(page) == [
        "Error: rwanda/events.yaml, line 12. “1994-13-01” is not a date. Months run from 01 to 12.",
        "Warning: rwanda/chapters/warnings.md, line 40. The link leads nowhere",
    ]
    assert page.lead.text().startswith("2 faults in 2 files.")


def test_a_fault_of_a_whole_file_has_no_line(page: ProblemsPage, state: AppState) -> None:
    fault = Problem("pack.yaml", 0, 0, Level.ERROR, "there is no pack.yaml")
    state.set_library(Library(mini.PACK, (), [fault]))
    page.refresh(Changes.LIBRARY)
    assert spoken(page) == ["Error: pack.yaml. there is no pack.yaml"]


def test_the_list_goes_when_everything_is_mended(page: ProblemsPage, state: AppState) -> None:
    state.set_library(mini.mini_library())
    page.refresh(Changes.LIBRARY)
    assert page.list.isHidden()
    assert page.copy.isHidden()
    assert "No faults were found" in page.lead.text()
    assert page.first_focus() is None


def test_the_selection_stays_near_while_faults_are_mended(page: ProblemsPage, state: AppState) -> None:
    page.list.setCurrentIndex(page.model.index(1))
    state.set_library(Library(mini.PACK, mini.entries(), mini.PROBLEMS[:1]))
    page.refresh(Changes.LIBRARY)
    assert page.list.currentIndex().row() == 0


def test_all_is_copied_by_the_button_and_a_selection_by_the_keyboard(page: ProblemsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.announced) as told:
        page.copy.click()
    assert QApplication.clipboard().text() == "\n".join(map(str, mini.PROBLEMS))
    assert told.args == ["2 lines copied"]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    QTest.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == str(mini.PROBLEMS[1])


def test_rows_are_as_high_as_their_words_need(page: ProblemsPage, state: AppState, qtbot: QtBot) -> None:
    long = Problem("a.yaml", 1, 1, Level.ERROR, "a long message " * 40, "a long hint " * 40)
    state.set_library(Library(mini.PACK, (), [mini.PROBLEMS[1], long]))
    page.refresh(Changes.LIBRARY)

    def heights() -> list[int]:
        return [page.list.visualRect(page.model.index(row)).height() for row in range(2)]

    qtbot.waitUntil(lambda: heights()[1] > 3 * heights()[0])
    before = heights()[1]
    page.resize(500, 700)
    qtbot.waitUntil(lambda: heights()[1] > before)


def test_there_is_one_view_only(page: ProblemsPage) -> None:
    page.show_link(Link("problems", ("x",)))
    assert page.place() == Link("problems")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.store import Store
from r2p_app.ui.reader.contents import ChapterRow, ContentsMenu, ContentsPanel
from r2p_app.ui.reader.progress import keep
from r2p_app.ui.reader.text import places, text_of
from r2p_app.ui.theme.look import Look
from tests.ui.reader.making import CASE, CHAPTER, SHORT


@pytest.fixture
def panel(qtbot: QtBot, look: Look, store: Store) -> ContentsPanel:
    made = ContentsPanel(CASE, (CHAPTER, SHORT))
    qtbot.addWidget(made)
    made.resize(228, 700)
    keep(store, SHORT, "", places(text_of(SHORT)))
    made.show_state(CHAPTER.id, store.reading.all_progress(), 0.45)
    made.show()
    return made


def rows(panel: ContentsPanel) -> list[ChapterRow]:
    return panel.findChildren(ChapterRow)


def test_it_shows_where_one_is_and_what_is_finished(panel: ContentsPanel) -> None:
    first, second = rows(panel)
    assert (first.text(), first.isChecked()) == ("1. A long chapter", True)
    assert (second.accessibleName(), second.isChecked()) == ("2. A short chapter, finished", False)
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "45% read" in texts
    assert {"Prevent", "React", "Rebuild"} <= set(texts)


def test_a_chapter_is_opened_by_mouse_and_keyboard(qtbot: QtBot, panel: ContentsPanel) -> None:
    asked: list[str] = []
    panel.link_requested.connect(asked.append)
    QTest.mouseClick(rows(panel)[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows(panel)[0], Qt.Key.Key_Space)
    assert asked == ["r2p://case/long/read/rwanda-short", "r2p://case/long/read/rwanda-long"]


def test_long_titles_wrap_and_rows_are_large_enough(panel: ContentsPanel, look: Look) -> None:
    row = rows(panel)[0]
    assert row.heightForWidth(228) >= 24
    row.setText("1. A very long title that goes on over several lines")
    assert row.heightForWidth(228) > row.heightForWidth(600)
    look.apply(scale=2.0)
    assert row.heightForWidth(228) > 150


def test_present_and_finished_are_told_by_more_than_colour(panel: ContentsPanel) -> None:
    first, second = rows(panel)
    grey = [row.grab().toImage().convertToFormat(row.grab().toImage().Format.Format_Mono) for row in (first, second)]
    second.set_state(False, False)
    without_tick = second.grab().toImage().convertToFormat(grey[1].format())
    assert grey[1] != without_tick


def test_a_menu_has_the_same_chapters(qtbot: QtBot, look: Look, store: Store) -> None:
    keep(store, SHORT, "", places(text_of(SHORT)))
    menu = ContentsMenu(CASE, (CHAPTER, SHORT), CHAPTER.id, store.reading.all_progress())
    qtbot.addWidget(menu)
    assert [action.text() for action in menu.actions()] == ["1. A long chapter", "2. A short chapter (finished)"]
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(menu.link_requested) as asked:
        menu.actions()[1].trigger()
    assert asked.args == ["r2p://case/long/read/rwanda-short"]

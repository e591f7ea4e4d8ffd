"""Long chapters are made as far as they are seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Chapter
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.tab_order import put_after
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import button, column
from tests.ui.reader import making

PARTS = 40


def very_long() -> Chapter:
    text = f"{making.LONG} [Dallaire](r2p://actor/p-dallaire)"
    parts = (f"## Part {number} {{#part-{number}}}\n\n{text}" for number in range(PARTS))
    return making.with_body("\n\n".join(parts))


@pytest.fixture
def opened(qtbot: QtBot, state: AppState) -> Iterator[ChapterScroll]:
    """The very long chapter, on the screen, but no event has been processed since."""
    chapter = very_long()
    state.set_library(making.library(chapter))
    made = ChapterScroll(making.CASE, chapter, state)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    yield made
    made.hide()


def distance(scroll: ChapterScroll, anchor: str) -> int:
    return scroll.sheet.top_of(anchor) - scroll.verticalScrollBar().value()


def test_only_what_is_in_view_is_made_at_once_and_the_rest_follows(qtbot: QtBot, opened: ChapterScroll) -> None:
    made = len(list(opened.sheet.widgets))
    assert made < 8
    guessed = opened.sheet.height()
    qtbot.waitUntil(lambda: opened.sheet.is_complete)
    assert len(list(opened.sheet.runs)) >= 10
    assert abs(opened.sheet.height() - guessed) < guessed / 3


def test_a_place_far_below_is_shown_without_what_is_above_it(opened: ChapterScroll) -> None:
    opened.go_to("part-30")
    assert distance(opened, "part-30") == 16
    assert len(list(opened.sheet.widgets)) < 12


def test_the_place_stays_while_the_rest_is_made(qtbot: QtBot, opened: ChapterScroll) -> None:
    opened.go_to("part-30")
    qtbot.waitUntil(lambda: opened.sheet.is_complete)
    assert distance(opened, "part-30") == 16
    assert opened.place == "part-30"


def test_scrolling_makes_what_comes_into_view(opened: ChapterScroll) -> None:
    bar = opened.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top, bottom = bar.value(), bar.value() + opened.viewport().height()
    seen = [widget for widget in opened.sheet.widgets if widget.y() < bottom and widget.geometry().bottom() > top]
    assert min(widget.y() for widget in seen) <= top + 40
    assert max(widget.geometry().bottom() for widget in seen) >= bottom - 40


def test_tab_goes_through_the_text_in_its_order_whatever_was_made_first(qtbot: QtBot, opened: ChapterScroll) -> None:
    opened.go_to("part-30")
    opened.sheet.complete()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.setFocus()
    heights = []
    for _ in range(PARTS):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        heights.append(focus.y())
    assert heights == sorted(heights)


def test_a_widget_made_later_comes_where_it_stands(qtbot: QtBot) -> None:
    first, later, last = (button(name) for name in ("first", "later", "last"))
    holder = button("holder")
    qtbot.addWidget(holder)
    column(first, last, into=holder)
    later.setParent(holder)
    put_after([first, later, last], later)
    assert first.nextInFocusChain() is later
    assert later.nextInFocusChain() is last


def test_words_far_below_are_found_when_the_rest_is_there(qtbot: QtBot, state: AppState) -> None:
    chapter = very_long()
    state.set_library(making.library(chapter))
    reader = CaseReader(making.CASE, state)
    qtbot.addWidget(reader)
    reader.resize(1200, 700)
    reader.show()
    reader.show_chapter(chapter)
    reader.open_find()
    reader.find_bar.field.setText(f"Part {PARTS - 1}")
    qtbot.waitUntil(lambda: reader.find_bar.count.text() == "1 of 1")
    reader.find_bar.dismiss()

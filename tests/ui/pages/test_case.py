from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.store import Store
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.reader.contents import ContentsPanel
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import Look
from tests.ui.reader.making import BODY, CHAPTER, library

LONG_LINK = "r2p://case/long/read/rwanda-long"
SHORT_LINK = "r2p://case/long/read/rwanda-short"


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[CasePage]:
    state.set_library(library())
    made = CasePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


def go(page: CasePage, link: str) -> None:
    page.show_link(Link.parse(link))
    QApplication.processEvents()


def view(page: CasePage) -> ChapterScroll:
    assert page.reader is not None
    assert page.reader.view is not None
    return page.reader.view


def top_anchor(page: CasePage) -> str:
    scroll = view(page)
    return scroll.sheet.anchor_at(scroll.verticalScrollBar().value() + 17)


def test_without_a_case_one_chooses_among_cards(qtbot: QtBot, page: CasePage) -> None:
    go(page, "r2p://case")
    assert page.chooser is not None
    assert [card.case.id for card in page.chooser.cards] == ["rwanda", "long", "doctrine"]
    assert page.first_focus() is page.chooser.cards[0]
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.mouseClick(page.chooser.cards[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["r2p://case/long"]


@pytest.mark.parametrize("link", ["r2p://case/nowhere", "r2p://case/un-inquiry-1999"])
def test_an_unknown_case_leads_to_the_choice(page: CasePage, link: str) -> None:
    go(page, link)
    assert page.chooser is not None
    assert page.place() == Link("case")


def test_a_new_case_opens_at_its_first_chapter(page: CasePage) -> None:
    go(page, "r2p://case/long")
    assert str(page.place()) == LONG_LINK
    assert page.first_focus() is view(page)


@pytest.mark.parametrize("link", [f"{LONG_LINK}#nowhere", "r2p://case/long/read/rwanda-people", "r2p://case/long/read"])
def test_unknown_parts_of_a_link_are_ignored(page: CasePage, link: str) -> None:
    go(page, link)
    assert view(page).sheet.chapter == CHAPTER
    assert view(page).verticalScrollBar().value() == 0


def test_a_link_shows_a_place_and_the_place_gives_the_link(page: CasePage) -> None:
    go(page, f"{LONG_LINK}#the-answer")
    assert top_anchor(page) == "the-answer"
    assert str(page.place()) == f"{LONG_LINK}#the-answer"


def test_one_comes_back_to_where_one_was(qtbot: QtBot, page: CasePage, state: AppState) -> None:
    go(page, LONG_LINK)
    view(page).go_to("after")
    with qtbot.waitSignal(page.place_changed):
        pass
    other = CasePage(state)
    qtbot.addWidget(other)
    other.resize(900, 600)
    other.show()
    go(other, "r2p://case/long")
    assert top_anchor(other) == "after"
    other.hide()


def test_reading_to_the_end_finishes_the_chapter(qtbot: QtBot, page: CasePage, store: Store, state: AppState) -> None:
    told: list[Changes] = []
    state.changed.connect(told.append)
    go(page, LONG_LINK)
    view(page).go_to("last")
    qtbot.waitUntil(lambda: Changes.READING in told)
    known = store.reading.progress(CHAPTER.id)
    assert known is not None
    assert known.finished_at is not None
    assert page.reader is not None
    (panel,) = page.reader.findChildren(ContentsPanel)
    assert "1. A long chapter, finished" in [row.accessibleName() for row in panel._rows]


def test_the_beginning_is_not_the_end(qtbot: QtBot, page: CasePage, store: Store) -> None:
    go(page, LONG_LINK)
    with qtbot.waitSignal(page.place_changed):
        pass
    known = store.reading.progress(CHAPTER.id)
    assert known is not None
    assert known.finished_at is None


def test_new_content_keeps_chapter_and_place(page: CasePage, state: AppState) -> None:
    go(page, f"{LONG_LINK}#after")
    before = view(page)
    before.setFocus()
    state.set_library(library(replace(CHAPTER, body=f"A new first paragraph.\n\n{BODY}")))
    page.refresh(Changes.LIBRARY)
    QApplication.processEvents()
    assert view(page) is not before
    assert QApplication.focusWidget() is view(page)
    assert top_anchor(page) == "after"
    assert view(page).sheet.places[1:] == before.sheet.places


def test_a_chapter_that_is_gone_leads_to_the_first(page: CasePage, state: AppState) -> None:
    go(page, SHORT_LINK)
    entries = [entry for entry in library() if entry.id != "rwanda-short"]
    state.set_library(type(state.library)(state.library.pack, entries))
    page.refresh(Changes.LIBRARY)
    assert view(page).sheet.chapter == CHAPTER


def test_chapters_follow_one_another_by_key_and_by_button(qtbot: QtBot, page: CasePage) -> None:
    go(page, LONG_LINK)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(view(page), Qt.Key.Key_PageDown, control)
    assert asked.args == [SHORT_LINK]
    go(page, SHORT_LINK)
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(view(page), Qt.Key.Key_PageUp, control)
    assert asked.args == [LONG_LINK]
    go(page, LONG_LINK)
    view(page).sheet.complete()
    (goer,) = (b for b in view(page).findChildren(QPushButton) if b.text() == "Next chapter")
    assert goer.accessibleName() == "Next chapter: 2. A short chapter"
    with qtbot.waitSignal(page.link_requested) as asked:
        goer.click()
    assert asked.args == [SHORT_LINK]


def test_the_focus_goes_along_to_another_chapter(page: CasePage) -> None:
    go(page, LONG_LINK)
    view(page).setFocus()
    go(page, SHORT_LINK)
    assert QApplication.focusWidget() is view(page)


def test_going_back_and_forth_keeps_the_place_in_each_chapter(page: CasePage) -> None:
    go(page, f"{LONG_LINK}#the-answer")
    kept = view(page)
    go(page, SHORT_LINK)
    go(page, f"{LONG_LINK}#the-answer")
    assert view(page) is kept
    assert top_anchor(page) == "the-answer"


def test_keys_scroll_wherever_the_focus_is_in_the_page(page: CasePage) -> None:
    go(page, LONG_LINK)
    assert page.reader is not None
    (panel,) = page.reader.findChildren(ContentsPanel)
    panel._rows[0].setFocus()
    QTest.keyClick(panel._rows[0], Qt.Key.Key_PageDown)
    assert view(page).verticalScrollBar().value() > 300


@pytest.mark.qt_log_level_fail("CRITICAL")  # popups make the offscreen platform talk
def test_without_room_the_chapters_fold_into_a_menu(page: CasePage) -> None:
    go(page, LONG_LINK)
    assert page.reader is not None
    (panel,) = page.reader.findChildren(ContentsPanel)
    (opener,) = (b for b in page.reader.findChildren(QPushButton) if b.text() == "Chapters")
    assert panel.isVisible()
    assert not opener.isVisible()
    page.resize(816, 584)
    QApplication.processEvents()
    assert not panel.isVisible()
    assert opener.isVisible()
    opener.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    menu.close()


def test_large_text_folds_them_too(page: CasePage, look: Look) -> None:
    go(page, LONG_LINK)
    look.apply(scale=1.5)
    QApplication.processEvents()
    assert page.reader is not None
    (panel,) = page.reader.findChildren(ContentsPanel)
    assert not panel.isVisible()


def test_the_page_says_what_the_chapter_is_before_one_reads(page: CasePage) -> None:
    go(page, LONG_LINK)
    texts = [label.text() for label in view(page).sheet.findChildren(QLabel)]
    assert "A long chapter" in texts
    assert any(text.startswith("React · Chapter 1 of 2 · about") for text in texts)
    assert "Before you read" in texts

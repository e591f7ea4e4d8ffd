from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.quiz.check import CheckQuestion
from r2p_app.ui.reader.embeds import EmbedView, NoteView, NoticeView
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.sheet import WITH_MARGIN, ChapterSheet
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose

WIDTHS = (480, 816, 1000, 1448)
SCALES = (1.0, 1.5, 2.0)


def runs(sheet: ChapterSheet) -> list[Prose]:
    found = sheet.findChildren(Prose, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [prose for prose in found if prose.document().defaultFont().pixelSize() > 16]


def column(sheet: ChapterSheet) -> list[QWidget]:
    """The pieces of the column, top to bottom, without what stands in the margin."""
    left = runs(sheet)[0].x()
    found = sheet.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    pieces = [piece for piece in found if piece is not sheet.margin and piece.x() < left + 100]
    return sorted(pieces, key=lambda piece: piece.y())


@pytest.mark.parametrize("width", [816, 1000, 1448])
@pytest.mark.parametrize("scale", [1.0, 1.15])
def test_lines_have_60_to_75_characters_where_there_is_room(
    scroll: ChapterScroll, look: Look, width: int, scale: float
) -> None:
    look.apply(scale=scale)
    scroll.resize(width, 600)
    QApplication.processEvents()
    block = runs(scroll.sheet)[0].document().begin()
    lines = [block.layout().lineAt(i).textLength() for i in range(block.layout().lineCount() - 1)]
    assert 60 <= sum(lines) / len(lines) <= 75


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scale", SCALES)
def test_nothing_overlaps_or_is_cut_at_any_width_and_text_size(
    scroll: ChapterScroll, look: Look, width: int, scale: float
) -> None:
    look.apply(scale=scale)
    scroll.resize(width, 600)
    QApplication.processEvents()
    sheet = scroll.sheet
    pieces = column(sheet)
    for above, below in pairwise(pieces):
        assert above.geometry().bottom() < below.y()
    for piece in pieces:
        assert piece.x() >= 0
        assert piece.geometry().right() < sheet.width()
    for prose in sheet.findChildren(Prose):
        if prose.isVisible():
            assert prose.height() >= prose.heightForWidth(prose.width())


def test_notes_stand_in_the_margin_or_after_their_paragraph(scroll: ChapterScroll) -> None:
    sheet = scroll.sheet
    (note,) = sheet.findChildren(NoteView)
    first = runs(sheet)[0]
    scroll.resize(1000, 600)
    assert sheet.margin.isVisible()
    assert note.x() > first.geometry().right()
    assert abs(note.y() - first.y()) < 200
    scroll.resize(816, 600)
    assert not sheet.margin.isVisible()
    assert first.geometry().bottom() < note.y() < runs(sheet)[1].y()
    assert note.x() > first.x()


def test_large_text_folds_the_margin(scroll: ChapterScroll, look: Look) -> None:
    scroll.resize(WITH_MARGIN + 40, 600)
    assert scroll.sheet.margin.isVisible()
    look.apply(scale=1.5)
    QApplication.processEvents()
    assert not scroll.sheet.margin.isVisible()


def test_another_theme_sets_the_cards_of_the_margin_anew(scroll: ChapterScroll, look: Look) -> None:
    before = [card.document for card in scroll.sheet.margin.cards]
    look.apply("dark")
    after = [card.document for card in scroll.sheet.margin.cards]
    assert before
    assert len(after) == len(before)
    assert not any(old is new for old, new in zip(before, after, strict=True))


def test_places_are_in_order_and_found_by_height(scroll: ChapterScroll) -> None:
    sheet = scroll.sheet
    tops = [sheet.top_of(place) for place in sheet.places]
    assert tops == sorted(tops)
    assert tops[0] == 0
    assert len(set(tops)) == len(tops)
    assert [sheet.anchor_at(top + 1) for top in tops] == list(sheet.places)
    assert sheet.top_of("nowhere") == 0


def test_what_has_ended_between_two_heights_was_read(scroll: ChapterScroll) -> None:
    sheet = scroll.sheet
    assert sheet.ended_between(0, sheet.height()) == sheet.places
    middle = sheet.top_of("the-answer")
    before = sheet.ended_between(0, middle)
    assert before == sheet.places[: sheet.places.index("the-answer")]
    assert sheet.ended_between(0, 10) == ()


def test_what_stands_between_paragraphs_is_shown(scroll: ChapterScroll) -> None:
    sheet = scroll.sheet
    assert len(sheet.findChildren(EmbedView)) == 3
    assert len(sheet.findChildren(CheckQuestion)) == 2
    assert len(sheet.findChildren(NoticeView)) == 2
    text = "\n".join(prose.toPlainText() for prose in sheet.findChildren(Prose))
    assert "What the Council allowed" in text
    assert "Sources of this chapter" in text


def test_a_number_with_one_source_opens_its_card(qtbot: QtBot, scroll: ChapterScroll) -> None:
    with qtbot.waitSignal(scroll.sheet.link_requested) as asked:
        runs(scroll.sheet)[0].link_requested.emit("r2p://note/1")
    assert asked.args == ["r2p://source/un-inquiry-1999"]


@pytest.mark.qt_log_level_fail("CRITICAL")  # popups make the offscreen platform talk
def test_a_number_with_several_sources_lets_one_choose(qtbot: QtBot, scroll: ChapterScroll) -> None:
    runs(scroll.sheet)[1].link_requested.emit("r2p://note/2")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions: list[QAction] = menu.actions()
    assert len(actions) == 2
    with qtbot.waitSignal(scroll.sheet.link_requested) as asked:
        actions[1].trigger()
    assert asked.args == ["r2p://source/un-res-912"]
    menu.close()


def test_a_notice_lets_one_skip_what_it_is_about(qtbot: QtBot, scroll: ChapterScroll) -> None:
    inner = scroll.sheet.findChildren(NoticeView)[1]
    with qtbot.waitSignal(scroll.sheet.place_requested) as asked:
        inner.place_requested.emit("after")
    assert asked.args == ["after"]
    assert abs(scroll.verticalScrollBar().value() - scroll.sheet.top_of("after")) < 20


def test_links_are_reached_by_tab_in_the_order_of_the_text(qtbot: QtBot, scroll: ChapterScroll) -> None:
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    scroll.setFocus()
    seen: list[str] = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        seen.append(focus.textCursor().selectedText() if isinstance(focus, Prose) else type(focus).__name__)
    assert seen[:5] == ["1", "beside", "Roméo Dallaire", "UNAMIR", "2"]


def test_the_link_with_the_focus_is_in_view(qtbot: QtBot, scroll: ChapterScroll) -> None:
    prose = runs(scroll.sheet)[-1]
    assert scroll.sheet.top_of("last") > 600
    prose.link_focused.emit(QRect(0, 5, 40, 20))
    visible = scroll.viewport().rect().translated(0, scroll.verticalScrollBar().value())
    assert visible.contains(QRect(0, prose.y() + 5, 40, 20).translated(prose.x(), 0))


def test_reading_text_is_set_in_the_reading_face(scroll: ChapterScroll) -> None:
    font = runs(scroll.sheet)[0].document().defaultFont()
    assert (font.family(), font.pixelSize()) == (TextRole.READING.value.family, TextRole.READING.value.px)

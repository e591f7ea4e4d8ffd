import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.theme.look import Look


def value(scroll: ChapterScroll) -> int:
    return scroll.verticalScrollBar().value()


def distance(scroll: ChapterScroll, anchor: str) -> int:
    """How far below the top of the view a block begins."""
    return scroll.sheet.top_of(anchor) - value(scroll)


def test_a_place_is_shown_at_the_top(scroll: ChapterScroll) -> None:
    scroll.go_to("the-answer")
    assert distance(scroll, "the-answer") == 16
    assert scroll.place == "the-answer"
    scroll.go_to("")
    assert value(scroll) == 0
    assert scroll.place == ""


def test_what_is_not_in_view_is_not_read(qtbot: QtBot, scroll: ChapterScroll) -> None:
    scroll.hide()
    with qtbot.assertNotEmitted(scroll.place_settled, wait=500):
        scroll.go_to("the-answer")


@pytest.mark.parametrize("width", [480, 816, 1448])
def test_the_place_is_kept_when_the_width_changes(scroll: ChapterScroll, width: int) -> None:
    scroll.go_to("the-answer")
    scroll.resize(width, 600)
    QApplication.processEvents()
    assert distance(scroll, "the-answer") == 16


def test_the_place_is_kept_when_the_text_grows(scroll: ChapterScroll, look: Look) -> None:
    scroll.go_to("the-answer")
    look.apply(scale=2.0)
    QApplication.processEvents()
    assert distance(scroll, "the-answer") == 16


def test_scrolling_by_hand_changes_the_place(scroll: ChapterScroll) -> None:
    scroll.verticalScrollBar().setValue(scroll.sheet.top_of("the-answer") + 20)
    assert scroll.place == "the-answer"
    scroll.verticalScrollBar().setValue(0)
    assert scroll.place == ""


def test_keys_scroll(scroll: ChapterScroll) -> None:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
        QTest.keyClick(scroll, key, modifier)
        return value(scroll)

    page = press(Qt.Key.Key_PageDown)
    assert 450 < page < 600
    assert press(Qt.Key.Key_Space) == 2 * page
    assert press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier) == page
    assert page < press(Qt.Key.Key_Down) < page + 100
    assert press(Qt.Key.Key_PageUp) < 100
    assert press(Qt.Key.Key_End) == scroll.verticalScrollBar().maximum()
    assert press(Qt.Key.Key_Home) == 0


def test_what_comes_to_rest_in_view_is_told_with_the_place(qtbot: QtBot, scroll: ChapterScroll) -> None:
    scroll.go_to("the-answer")
    with qtbot.waitSignal(scroll.place_settled) as told:
        pass
    place, seen = told.args
    assert place == "the-answer"
    assert "the-answer" in seen
    assert "last" not in seen
    assert scroll.sheet.places[0] not in seen


def test_what_only_passes_by_is_not_read(qtbot: QtBot, scroll: ChapterScroll) -> None:
    told: list[tuple[str, ...]] = []
    scroll.place_settled.connect(lambda _place, seen: told.append(seen))
    for step in range(10):
        scroll.verticalScrollBar().setValue(step * 300)
    scroll.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: bool(told))
    assert "last" not in told[0]
    assert len(told) == 1


def test_a_ring_is_shown_to_who_comes_by_keyboard(qtbot: QtBot, scroll: ChapterScroll) -> None:
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    scroll.setFocus(Qt.FocusReason.OtherFocusReason)
    scroll.clearFocus()
    assert scroll.property("ring") is False
    scroll.setFocus(Qt.FocusReason.TabFocusReason)
    assert scroll.property("ring") is True

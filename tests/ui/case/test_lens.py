import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.lens import LensTab
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.widgets.basic import ResponsibilityMark
from r2p_app.ui.widgets.prose import Prose
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> LensTab:
    """Prevent, react, rebuild."""
    made = go("lens")
    assert isinstance(made, LensTab)
    return made


def test_three_columns_in_their_order_with_mark_and_word(tab: LensTab) -> None:
    assert [card.accessibleName() for card in tab.cards] == ["Prevent", "React", "Rebuild"]
    assert [card.x() for card in tab.cards] == sorted(card.x() for card in tab.cards)
    for card in tab.cards:
        assert len(card.findChildren(ResponsibilityMark)) == 1
        assert card.accessibleName() in [label.text() for label in card.findChildren(QLabel)]


def test_what_was_tried_missed_and_when(tab: LensTab) -> None:
    (prose,) = tab.cards[1].findChildren(Prose)
    words = prose.toPlainText()
    assert words.index("What was tried") < words.index("Tried to react.") < words.index("What was missed")
    assert words.index("4 August 1993") < words.index("21 April 1994")


def test_without_room_they_stand_below_each_other(qtbot: QtBot, tab: LensTab, page: CasePage) -> None:
    page.resize(700, 700)
    qtbot.waitUntil(lambda: len({card.x() for card in tab.cards}) == 1)


def test_events_are_links(qtbot: QtBot, tab: LensTab) -> None:
    (prose,) = tab.cards[0].findChildren(Prose)
    with qtbot.waitSignal(tab.link_requested) as asked:
        prose.link_requested.emit("r2p://event/ev-res-912")
    assert asked.args == ["r2p://event/ev-res-912"]


def test_keys_scroll_while_the_page_has_the_focus_and_a_ring_shows_it(tab: LensTab, page: CasePage) -> None:
    page.resize(700, 400)
    QApplication.processEvents()
    tab.first_focus().setFocus()
    assert tab.page.property("ring")
    QTest.keyClick(tab.page, Qt.Key.Key_PageDown)
    assert tab.page.verticalScrollBar().value() > 0
    page.view.row.focus_stop().setFocus()  # type: ignore[union-attr]
    assert not tab.page.property("ring")

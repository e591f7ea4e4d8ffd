import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.people import ActorCard, PeopleTab
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.widgets.records.body import RecordBody
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> PeopleTab:
    """People and bodies."""
    made = go("people")
    assert isinstance(made, PeopleTab)
    return made


def card(tab: PeopleTab, item_id: str) -> ActorCard:
    found = tab.list.cards[item_id]
    assert isinstance(found, ActorCard)
    return found


def test_people_of_the_case_and_shared_ones_that_it_mentions(tab: PeopleTab) -> None:
    assert tab.list.shown[0] == "p-dallaire"
    assert tab.list.shown[-2:] == ("b-unsc", "b-ictr")
    assert "b-stranger" not in tab.list.shown


def test_only_so_many_are_laid_out_as_are_near(qtbot: QtBot, tab: PeopleTab) -> None:
    assert 0 < tab.list.laid_out < len(tab.list.shown)
    before = tab.list.laid_out
    bar = tab.list.verticalScrollBar()

    def goes_on_at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return tab.list.laid_out > before

    qtbot.waitUntil(goes_on_at_the_end)


def test_a_link_shows_a_person_far_down(tab: PeopleTab, go: Go, page: CasePage) -> None:
    go("people#p-person-30")
    assert tab.list.cards["p-person-30"].isVisible()
    top = tab.list.cards[tab.list.top]
    assert top.y() == tab.list.cards["p-person-30"].y()
    assert page.place().fragment == tab.list.top


def test_words_are_found_whatever_their_spelling(qtbot: QtBot, tab: PeopleTab, page: CasePage) -> None:
    with qtbot.waitSignal(tab.place_changed):
        QTest.keyClicks(tab.text, "romeo DALL")
    assert tab.list.shown == ("p-dallaire",)
    assert page.place().value("q") == "romeo DALL"


def test_nothing_found_is_said(qtbot: QtBot, tab: PeopleTab) -> None:
    with qtbot.waitSignal(tab.announced) as said:
        QTest.keyClicks(tab.text, "nobody")
    assert said.args == ["0 of 63 shown"]
    assert tab.list.shown == ()
    assert tab.list._nothing.isVisible()


def test_kinds_by_click_and_by_arrow(tab: PeopleTab, page: CasePage) -> None:
    buttons = tab.kinds._group.buttons()
    assert [each.text() for each in buttons] == ["All", "Person", "United Nations body", "Court"]
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert tab.list.shown == ("b-unsc",)
    assert page.place().value("kind") == "un"
    buttons[2].setFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Right)
    assert tab.list.shown == ("b-ictr",)


def test_a_link_restores_the_filter_and_one_to_a_hidden_card_takes_it_back(tab: PeopleTab, go: Go) -> None:
    go("people?q=council&kind=un")
    assert tab.list.shown == ("b-unsc",)
    go("people")
    assert tab.list.shown == ("b-unsc",)
    go("people?kind=un#p-dallaire")
    assert tab.text.text() == ""
    assert "p-dallaire" in tab.list.shown


def test_a_name_opens_the_whole_card(qtbot: QtBot, tab: PeopleTab) -> None:
    prose = card(tab, "p-dallaire").prose
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(tab.link_requested) as asked:
        QTest.keyClick(prose, Qt.Key.Key_Return)
    assert asked.args == ["r2p://actor/p-dallaire"]


def test_mentions_are_listed_when_asked_for(qtbot: QtBot, tab: PeopleTab) -> None:
    mentions = card(tab, "p-dallaire").mentions
    assert mentions is not None
    opener = mentions.opener
    count = int(opener.text().split()[2])
    assert opener.accessibleName() == f"Roméo Dallaire: Mentioned in {count} places"
    assert not mentions.findChildren(RecordBody)
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Return)
    assert mentions.list is not None
    QApplication.processEvents()
    assert mentions.list.isVisible()
    assert card(tab, "p-person-0").mentions is None


def test_f_goes_to_the_filter(tab: PeopleTab) -> None:
    card(tab, "p-dallaire").prose.setFocus()
    QTest.keyClick(card(tab, "p-dallaire").prose, Qt.Key.Key_F)
    assert tab.text.hasFocus()


def test_it_says_when_somebody_acts_in_the_case(tab: PeopleTab) -> None:
    assert "In the events of this case: January–April 1994" in card(tab, "p-dallaire").prose.toPlainText()
    assert "In the events" not in card(tab, "p-person-0").prose.toPlainText()

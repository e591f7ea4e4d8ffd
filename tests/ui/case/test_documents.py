import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.documents import DocumentsTab
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.vote import VoteRoll
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> DocumentsTab:
    """Documents."""
    made = go("documents")
    assert isinstance(made, DocumentsTab)
    return made


def test_documents_stand_in_order_of_time(tab: DocumentsTab) -> None:
    assert tab.list.shown == ("doc-res-872", "doc-res-912")


def test_a_card_has_symbol_vote_paragraphs_and_why_it_matters(tab: DocumentsTab) -> None:
    card = tab.list.cards["doc-res-912"]
    assert "S/RES/912 (1994)" in [label.text() for label in card.findChildren(QLabel)]
    assert len(card.findChildren(VoteRoll)) == 1
    words = " ".join(prose.toPlainText() for prose in card.findChildren(Prose))
    assert "para 8 (a)" in words
    assert "Why it matters" in words
    assert "Used in" in words


def test_one_that_nothing_uses_says_nothing_of_use(tab: DocumentsTab) -> None:
    words = " ".join(prose.toPlainText() for prose in tab.list.cards["doc-res-872"].findChildren(Prose))
    assert "Used in" not in words


def test_documents_are_found_by_year(qtbot: QtBot, tab: DocumentsTab) -> None:
    with qtbot.waitSignal(tab.announced) as said:
        QTest.keyClicks(tab.text, "October 1993")
    assert said.args == ["1 of 2 shown"]
    assert tab.list.shown == ("doc-res-872",)


def test_links_in_a_card_go_up(qtbot: QtBot, tab: DocumentsTab) -> None:
    prose = next(one for one in tab.list.cards["doc-res-912"].findChildren(Prose) if "Used in" in one.toPlainText())
    with qtbot.waitSignal(tab.link_requested) as asked:
        prose.link_requested.emit("r2p://event/ev-res-912")
    assert asked.args == ["r2p://event/ev-res-912"]

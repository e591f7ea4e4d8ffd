import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.criteria import CriteriaTab, CriterionCard
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.widgets.prose import Prose
from tests.ui.case.conftest import Go


@pytest.fixture
def tab(go: Go) -> CriteriaTab:
    """The criteria."""
    made = go("criteria")
    assert isinstance(made, CriteriaTab)
    return made


def card(tab: CriteriaTab, item_id: str) -> CriterionCard:
    found = tab.list.cards[item_id]
    assert isinstance(found, CriterionCard)
    return found


def test_it_says_first_that_this_is_in_retrospect(tab: CriteriaTab) -> None:
    words = [label.text() for label in tab.findChildren(QLabel)]
    assert words[0] == "Judged in retrospect"
    assert "in retrospect" in words[1]


def test_criteria_stand_in_the_order_of_the_report(tab: CriteriaTab) -> None:
    assert tab.list.shown == ("crit-cause", "crit-authority")


def test_the_arguments_stand_side_by_side_and_below_each_other_without_room(
    tab: CriteriaTab, page: CasePage, qtbot: QtBot
) -> None:
    one = card(tab, "crit-cause")
    assert one.yes.y() == one.no.y()
    assert one.yes.x() < one.no.x()
    page.resize(560, 700)
    qtbot.waitUntil(lambda: one.yes.x() == one.no.x())
    assert one.yes.y() < one.no.y()


def test_evidence_and_sources_are_links(qtbot: QtBot, tab: CriteriaTab) -> None:
    one = card(tab, "crit-authority")
    (prose,) = one.evidence.findChildren(Prose)
    assert "Resolution 912 cuts UNAMIR to 270" in prose.toPlainText()
    with qtbot.waitSignal(tab.link_requested) as asked:
        prose.link_requested.emit("r2p://document/doc-res-912")
    assert asked.args == ["r2p://document/doc-res-912"]
    (sources,) = one.sources.findChildren(Prose)
    assert "S/1999/1257" in sources.toPlainText().replace("\N{WORD JOINER}", "")

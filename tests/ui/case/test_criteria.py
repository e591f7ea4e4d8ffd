from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.clock import Clock
from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Judgement, Level, Weighing
from r2p_app.ui.case.criteria import CriteriaTab, CriterionCard
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.state import AppState, Changes
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


def test_other_judgements_say_whose_they_are_and_why(tab: CriteriaTab) -> None:
    (prose,) = card(tab, "crit-authority").others.findChildren(Prose)
    words = prose.toPlainText()
    assert "The inquiry: Met\nAuthority was there." in words
    assert "A critic: Doubtful\nThe will was missing." in words


def test_a_judgement_is_kept_as_it_is_given(tab: CriteriaTab, state: AppState, clock: Clock) -> None:
    row = card(tab, "crit-authority").own.row
    stop = row.levels.focus_stop()
    assert stop is not None
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert row.evidence is not None
    assert [tick.choice.id for tick in row.evidence.ticks] == ["ev-res-912", "doc-res-912"]
    QTest.keyClick(row.evidence.ticks[0], Qt.Key.Key_Space)
    kept = state.store.judgements.latest("rwanda")[Criterion.RIGHT_AUTHORITY]
    assert kept == Judgement("rwanda", Criterion.RIGHT_AUTHORITY, clock(), Weighing(Level.NOT_MET, "", ("ev-res-912",)))


def test_earlier_judgements_can_be_read(tab: CriteriaTab, state: AppState, clock: Clock) -> None:
    own = card(tab, "crit-authority").own
    assert own.opener.isHidden()
    for days, level in ((3, Level.MET), (2, Level.DOUBTFUL), (1, Level.LIKELY)):
        said = Weighing(level, f"Reason {days}")
        state.store.judgements.save(
            Judgement("rwanda", Criterion.RIGHT_AUTHORITY, clock() - timedelta(days=days), said)
        )
    tab.show_progress()
    assert own.row.weighing.level is Level.LIKELY
    assert own.opener.text() == "2 earlier judgements"
    own.opener.click()
    assert own.earlier is not None
    assert own.earlier.toPlainText() == "9 April 2024: Doubtful · Reason 2\n8 April 2024: Met · Reason 3"


def test_what_is_judged_elsewhere_is_shown(page: CasePage, tab: CriteriaTab, state: AppState, clock: Clock) -> None:
    said = Weighing(Level.MET)
    state.store.judgements.save(Judgement("rwanda", Criterion.RIGHT_AUTHORITY, clock(), said))
    page.refresh(Changes.JUDGEMENTS)
    assert card(tab, "crit-authority").own.row.weighing == said

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.clock import Clock
from r2p_app.content.links import Link
from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Judgement, Level, Weighing
from r2p_app.ui.compare.matrix import MatrixBody, judgements_of, matrix
from r2p_app.ui.compare.model import ComparisonModel
from r2p_app.ui.pages.compare import ComparePage
from r2p_app.ui.state import AppState, Changes
from tests.ui.case import making

AUTHORITY = Criterion.RIGHT_AUTHORITY


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[ComparePage]:
    """The matrix of a pack with one case that is read under two criteria; pages hear of what is saved."""
    state.set_library(making.library())
    made = ComparePage(state)
    state.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_link(Link.parse("r2p://compare/criteria#right-authority"))
    yield made
    state.changed.disconnect(made.refresh)
    made.hide()


def cell(page: ComparePage, criterion: Criterion) -> str:
    assert page.table is not None
    model = page.table.table.model()
    assert isinstance(model, ComparisonModel)
    return str(model.index(tuple(Criterion).index(criterion), 1).data())


def test_criteria_are_rows_and_cases_columns(state: AppState) -> None:
    state.set_library(making.library())
    made = matrix(state.library, judgements_of(state))
    assert [row.id for row in made.rows] == [criterion.value for criterion in Criterion]
    assert [each.id for each in made.columns] == ["rwanda"]
    assert "in retrospect" in made.introduction


def test_own_judgement_stands_before_those_of_others(page: ComparePage) -> None:
    assert cell(page, AUTHORITY) == "Your judgement: none yet\nThe inquiry: Met\nA critic: Doubtful"
    assert cell(page, Criterion.LAST_RESORT) == ""
    assert str(page.place()) == "r2p://compare/criteria#right-authority"


def test_a_judgement_given_in_the_panel_is_kept_and_shown(page: ComparePage, state: AppState) -> None:
    assert page.table is not None
    body = page.table.panel.widget()
    assert isinstance(body, MatrixBody)
    stop = body.own[0].row.levels.focus_stop()
    assert isinstance(stop, QPushButton)
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert state.store.judgements.latest("rwanda")[AUTHORITY].weighing.level is Level.NOT_MET
    assert cell(page, AUTHORITY).startswith("Your judgement: Not met\n")
    assert QApplication.focusWidget() is stop


def test_a_judgement_given_elsewhere_is_shown(page: ComparePage, state: AppState, clock: Clock) -> None:
    said = Weighing(Level.LIKELY, "Because", ("ev-res-912",))
    state.store.judgements.save(Judgement("rwanda", AUTHORITY, clock(), said))
    state.note(Changes.JUDGEMENTS)
    assert cell(page, AUTHORITY).startswith("Your judgement: Likely · 1 piece of evidence\n")


def test_without_room_the_same_is_on_cards(page: ComparePage, qtbot: QtBot, state: AppState, clock: Clock) -> None:
    page.resize(700, 600)
    qtbot.waitUntil(lambda: page.cards is not None)
    assert page.cards is not None
    page.cards.complete()
    opener = page.cards.opener("right-authority")
    assert opener is not None
    assert opener.text() == "Judgements and evidence"
    opener.click()
    state.store.judgements.save(Judgement("rwanda", AUTHORITY, clock(), Weighing(Level.MET)))
    state.note(Changes.JUDGEMENTS)
    card = next(card for card in page.cards.cards if card.row.id == "right-authority")
    assert isinstance(card.behind, MatrixBody)
    assert card.behind.own[0].row.weighing.level is Level.MET


def test_on_paper_reasons_and_evidence_stand_there_too(state: AppState, clock: Clock) -> None:
    state.set_library(making.library())
    said = Weighing(Level.LIKELY, "For one\nreason", ("ev-res-912",))
    state.store.judgements.save(Judgement("rwanda", AUTHORITY, clock(), said))
    made = matrix(state.library, judgements_of(state), in_full=True)
    (answer,) = next(row for row in made.rows if row.id == AUTHORITY.value).answers
    assert answer.answer.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "Your judgement: Likely · 1 piece of evidence",
        "For one reason",
        "• 21 April 1994: Resolution 912 cuts UNAMIR to 270",
        "The inquiry: Met",
        "A critic: Doubtful",
    ]

"""The questions before reading, offered on a case as long as they are of use."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Case
from r2p_app.learning.attempts import Mode, Run
from r2p_app.ui.quiz.offer import DiagnosticOffer
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column
from tests.learning import samples
from tests.ui.quiz.acting import nameless, words_in
from tests.ui.quiz.conftest import Show


def shown_offer(state: AppState, show: Show, case: str = "rwanda") -> DiagnosticOffer:
    host = QWidget()
    offer = DiagnosticOffer(state.library.get(case, Case), state, host)
    column(offer, into=host)
    show(host)
    return offer


def test_it_says_what_it_is_and_leads_there(full_state: AppState, show: Show, qtbot: QtBot) -> None:
    offer = shown_offer(full_state, show)
    assert "5 short questions that count for nothing" in words_in(offer)
    assert nameless(offer) == []
    with qtbot.waitSignal(offer.link_requested) as asked:
        offer.begin.click()
    assert asked.args == ["r2p://quiz/diagnostic/rwanda"]


def test_it_can_be_declined(full_state: AppState, show: Show) -> None:
    offer = shown_offer(full_state, show)
    offer.decline.click()
    offer.show_progress()
    assert not offer.isVisible()


@pytest.mark.parametrize("finished", [True, False])
def test_it_goes_once_the_questions_were_answered(finished: bool, full_state: AppState, show: Show) -> None:
    run = Run(id="d", mode=Mode.DIAGNOSTIC, seed=1, questions=("q-single",), started_at=samples.NOON, scope="rwanda")
    full_state.store.attempts.start(run)
    if finished:
        full_state.store.attempts.finish("d", samples.NOON + timedelta(minutes=1))
    assert shown_offer(full_state, show).isVisible() is not finished


def test_it_goes_once_a_chapter_is_read(full_state: AppState, show: Show) -> None:
    offer = shown_offer(full_state, show)
    chapter = full_state.library.get("rwanda", Case).chapters[0]
    full_state.store.reading.finish(chapter, "p1")
    offer.show_progress()
    assert not offer.isVisible()


def test_a_case_with_few_questions_offers_none(state: AppState, show: Show) -> None:
    assert not shown_offer(state, show, "doctrine").isVisible()

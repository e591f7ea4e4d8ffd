"""A question inside a chapter."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.store.errors import DiskFull
from r2p_app.ui.quiz.check import CheckQuestion
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column
from tests.learning import samples
from tests.ui.quiz.acting import nameless, press, words_in, write
from tests.ui.quiz.conftest import Show

SINGLE = samples.single()
ONE, TWO, THREE, ENTER = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Return


def shown_check(state: AppState, show: Show, question: QuestionBase = SINGLE) -> CheckQuestion:
    made = CheckQuestion(question, state, rng=Random(1))
    show(made)
    made._view.first_focus().setFocus()
    return made


def latest(state: AppState, question: str = "q-single") -> Attempt | None:
    return state.store.attempts.latest(question, {Mode.CHECK})


def test_an_answer_is_kept_in_a_run_of_its_own(state: AppState, show: Show) -> None:
    noted: list[Changes] = []
    state.changed.connect(noted.append)
    check = shown_check(state, show)
    press(TWO, ENTER, THREE)
    kept = latest(state)
    assert kept is not None
    assert kept.confidence is Confidence.SURE
    run = state.store.attempts.run(kept.run)
    assert run is not None
    assert (run.mode, run.questions) == (Mode.CHECK, ("q-single",))
    assert run.finished_at is not None
    assert noted == [Changes.ATTEMPTS]
    assert "The answer" in words_in(check)


def test_an_earlier_answer_is_shown_again(state: AppState, show: Show) -> None:
    shown_check(state, show)
    press(TWO, ENTER, THREE)
    kept = latest(state)
    again = shown_check(state, show)
    assert "You said you were sure." in words_in(again)
    assert again._view.card.answer() == (kept.answer if kept else None)
    assert again._session.run.id == (kept.run if kept else "")


def test_it_can_be_answered_anew(state: AppState, show: Show) -> None:
    check = shown_check(state, show)
    press(TWO, ENTER, THREE)
    first = latest(state)
    press(ENTER)
    assert "The answer" not in words_in(check)
    press(ONE, ENTER, ONE)
    second = latest(state)
    assert first is not None
    assert second is not None
    assert first.run != second.run
    assert state.store.attempts.attempts(first.run) == (first,)


def test_two_questions_in_a_chapter_keep_their_keys_apart(state: AppState, show: Show) -> None:
    page = QScrollArea()
    first, second = CheckQuestion(samples.single("q-1"), state), CheckQuestion(samples.single("q-2"), state)
    holder = QWidget()
    column(first, second, into=holder)
    page.setWidget(holder)
    page.setWidgetResizable(True)
    show(page)
    second._view.first_focus().setFocus()
    press(TWO, ENTER, THREE)
    assert latest(state, "q-1") is None
    assert latest(state, "q-2") is not None


def test_marks_on_an_open_answer_are_kept_even_later(state: AppState, show: Show) -> None:
    shown_check(state, show, samples.memo())
    write("My text")
    press(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    again = shown_check(state, show, samples.memo())
    again._view.card.press_number(2)
    kept = latest(state, "q-memo")
    assert kept is not None
    assert (kept.answer, kept.score) == (Memo("My text", (1,)), 0.25)


def test_an_answer_that_cannot_be_saved_is_not_judged(
    state: AppState, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_attempt: Attempt) -> Attempt:
        raise DiskFull(Path("profile"))

    monkeypatch.setattr(state.store.attempts, "record", full)
    check = shown_check(state, show)
    press(TWO, ENTER, THREE)
    assert "The disk is full" in words_in(check)
    assert "The answer" not in words_in(check)
    monkeypatch.undo()
    press(ENTER, THREE)
    assert latest(state) is not None


def test_an_answer_to_a_question_of_another_kind_is_forgotten(state: AppState, show: Show) -> None:
    shown_check(state, show)
    press(TWO, ENTER, THREE)
    check = shown_check(state, show, samples.numeric(id_="q-single"))
    assert check._view.card.answer() is None


def test_everything_has_a_name(state: AppState, show: Show) -> None:
    check = shown_check(state, show)
    assert nameless(check) == []
    press(TWO, ENTER, THREE)
    assert nameless(check) == []


def test_the_choice_stays_with_the_answer(state: AppState, show: Show) -> None:
    check = shown_check(state, show)
    press(TWO, ENTER, THREE)
    kept = latest(state)
    assert kept is not None
    assert isinstance(kept.answer, ChosenOption)
    assert check._view.card.answer() == kept.answer

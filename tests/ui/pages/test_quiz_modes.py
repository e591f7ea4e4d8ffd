"""Diagnostics, mistakes, quizzes of one's own, codes and links; and a whole quiz of every kind by keyboard."""

from collections.abc import Callable, Mapping
from random import Random

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    MapLocation,
    Matching,
    MultipleResponse,
    Numeric,
    OpenMemo,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import KINDS
from r2p_app.learning.request import Request
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.quiz.export import QuizFiles
from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.quiz.start import StartView
from r2p_app.ui.quiz.summary import RunSummary
from r2p_app.ui.state import AppState
from tests.ui.pages.browsing import Browser
from tests.ui.quiz.acting import nameless, press, words_in, write
from tests.ui.quiz.conftest import Show

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
ONE, TWO, THREE, FOUR = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def fill_gaps() -> None:
    write("Council")
    press(TAB)
    write("UNAMIR")


BY_KEYS: Mapping[type[QuestionBase], Callable[[], None]] = {
    SingleChoice: lambda: press(TWO),
    MultipleResponse: lambda: press(ONE, TWO),
    TrueFalse: lambda: press(TWO, THREE),
    Numeric: lambda: write("270"),
    Ordering: lambda: press(Qt.Key.Key_Down, modifier=ALT),
    Matching: lambda: press(ONE, TWO, THREE),
    ShortAnswer: lambda: write("gacaca"),
    Cloze: fill_gaps,
    EvidenceSort: lambda: press(ONE, ONE, TWO, THREE),
    OpenMemo: lambda: write("Some estimates"),
    TimelinePlacement: lambda: press(Qt.Key.Key_Right),
    MapLocation: lambda: press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.ShiftModifier),
}


def test_every_kind_has_its_keys() -> None:
    assert set(BY_KEYS) == set(KINDS)


def test_a_whole_quiz_of_every_kind_by_keyboard(full_page: Browser, state: AppState) -> None:
    full_page.form._counts.choose(3)
    press(TWO, ENTER)
    run_id, count = full_page.run.session.run.id, len(full_page.run.session.questions)
    for number in range(1, count + 1):
        question = full_page.run.question
        BY_KEYS[type(question)]()
        press(ENTER, modifier=CTRL if isinstance(question, OpenMemo) else Qt.KeyboardModifier.NoModifier)
        if KINDS[type(question)].by_machine:
            press(TWO)
        assert len(state.store.attempts.attempts(run_id)) == number, question.id
        assert full_page.run.shows_verdict
        assert nameless(full_page.page) == []
        press(ENTER)
    assert isinstance(full_page.page._view, RunSummary)


# --- diagnostic -------------------------------------------------------------------------------------------------------


def test_a_diagnostic_is_short_tells_at_the_end_and_counts_for_nothing(browser: Browser, state: AppState) -> None:
    browser.follow("r2p://quiz/diagnostic/rwanda")
    assert "Rwanda · Before you read · 1 of 5" in words_in(browser.page)
    for _ in range(5):
        assert "The answer" not in words_in(browser.page)
        browser.answer(right=False)
    assert "it counts for nothing" in words_in(browser.page)
    assert state.store.attempts.answered() == frozenset()
    assert state.store.attempts.first_attempts() == ()
    assert state.store.reviews.all() == ()
    (run,) = state.store.attempts.runs()
    assert (run.mode, run.scope, len(state.store.attempts.attempts(run.id))) == (Mode.DIAGNOSTIC, "rwanda", 5)


def test_a_diagnostic_that_was_left_goes_on(browser: Browser) -> None:
    browser.follow("r2p://quiz/diagnostic/rwanda")
    browser.answer()
    run = browser.run.session.run.id
    press(ESC)
    browser.follow("r2p://quiz/diagnostic/rwanda")
    assert browser.run.session.run.id == run
    assert "2 of 5" in words_in(browser.page)


def test_a_diagnostic_of_nothing_shows_the_start(browser: Browser) -> None:
    browser.follow("r2p://quiz/diagnostic/nowhere")
    assert isinstance(browser.page._view, StartView)


# --- mistakes ---------------------------------------------------------------------------------------------------------


def test_mistakes_are_asked_again_until_they_are_none(browser: Browser, state: AppState) -> None:
    browser.follow("r2p://quiz/one/q-912")
    browser.answer(right=False)
    browser.follow("r2p://quiz")
    assert "Practise 1 mistake" in texts(browser.page)
    browser.follow("r2p://quiz/mistakes")
    assert browser.run.question.id == "q-912"
    assert "Mistakes" in words_in(browser.page)
    browser.answer()
    browser.follow("r2p://quiz/mistakes")
    assert isinstance(browser.page._view, StartView)
    assert not any("mistake" in text for text in texts(browser.page))


def texts(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QPushButton

    return [button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)]


def test_after_the_first_answer_the_link_is_the_runs_own(browser: Browser) -> None:
    browser.follow("r2p://quiz/diagnostic/rwanda")
    browser.answer()
    run = browser.run.session.run.id
    assert browser.page.place() == Link("quiz", ("run", run))


# --- a quiz of one's own ----------------------------------------------------------------------------------------------

CHOSEN = "r2p://quiz?case=rwanda&kind=single&difficulty=1%2C2&count=5&mode=test&minutes=25&code=7B"


def test_a_link_restores_every_choice(full_page: Browser) -> None:
    full_page.follow(CHOSEN)
    assert str(full_page.page.place()) == CHOSEN
    assert full_page.start.request() == Request(
        case="rwanda", kinds=(SingleChoice,), difficulties=(1, 2), count=5, mode=Mode.TEST, minutes=25, code="7B"
    )
    assert full_page.form.build.isVisible()
    assert nameless(full_page.page) == []


def test_the_number_of_matching_questions_follows_the_choices(full_page: Browser) -> None:
    press(TWO)
    full_page.form.more_button.click()
    before = full_page.form.found.text()
    cloze = next(tick for tick in full_page.form.build.kinds.ticks if tick.text() == "Fill the gaps")
    cloze.click()
    assert before != full_page.form.found.text() == "1 question found; 1 will be asked."
    harder = full_page.form.build.difficulties.ticks[2]
    harder.click()
    assert full_page.form.found.text() == "No question is like this. Choose less."
    assert not full_page.form.start_button.isEnabled()
    harder.click()
    full_page.form.start_button.click()
    assert [question.id for question in full_page.run.session.questions] == ["q-cloze"]


def test_objectives_are_those_of_the_case(full_page: Browser) -> None:
    full_page.form.more_button.click()
    press(TWO)
    chosen = list(full_page.form.build.objectives.rows)
    press(THREE)
    assert list(full_page.form.build.objectives.rows) != chosen
    press(TWO)
    row = full_page.form.build.objectives.rows[chosen[0]]
    row.click()
    objective = full_page.start.request().objectives
    assert objective == (chosen[0],)
    full_page.form.start_button.click()
    assert {question.objective for question in full_page.run.session.questions} == set(objective)


def test_a_code_asks_everyone_the_same(full_page: Browser, full_state: AppState, show: Show) -> None:
    full_page.follow("r2p://quiz?case=rwanda&count=5&code=Blue+Door")
    full_page.form.submit()
    first = full_page.run.session
    full_page.answer()
    other = QuizPage(full_state, rng=Random(99))
    other.show_link(Link.parse("r2p://quiz?case=rwanda&count=5&code=blue++door"))
    links: list[str] = []
    other.link_requested.connect(links.append)
    show(other)
    assert isinstance(other._view, StartView)
    assert other._view.form is not None
    other._view.form.submit()
    other.show_link(Link.parse(links[-1]))
    assert isinstance(other._view, RunView)
    second = other._view.session
    assert second.questions == first.questions
    assert [second.display_order(q) for q in second.questions] == [first.display_order(q) for q in first.questions]
    assert second.run.id != first.run.id


def test_a_time_limit_belongs_to_a_test(full_page: Browser) -> None:
    full_page.follow("r2p://quiz?minutes=10&mode=test")
    assert full_page.form.minutes.isVisible()
    full_page.form._modes.choose(0)
    full_page.form._on_anything_changed()
    assert not full_page.form.minutes.isVisible()
    assert full_page.start.request().minutes == 0


def test_the_time_is_over_and_the_summary_says_so(browser: Browser, state: AppState) -> None:
    browser.follow("r2p://quiz?case=rwanda&mode=test&minutes=5&count=5")
    browser.form.submit()
    browser.answer()
    clock = browser.run.clock
    clock._options = structs.replace(clock._options, spent=301)
    clock.tick()
    assert isinstance(browser.page._view, RunSummary)
    shown = words_in(browser.page)
    assert "The time was over: the run ended with the 1 of 5 questions that were answered." in shown
    assert shown.count("Not answered") == 4


@pytest.mark.parametrize(
    "query",
    ["kind=nonsense&difficulty=9&count=-3&mode=x&minutes=9999999", "count=%00&code=%F0%9F%98%80&case=nowhere", "x=y"],
)
def test_nonsense_in_a_link_is_passed_over(browser: Browser, query: str) -> None:
    browser.follow(f"r2p://quiz?{query}")
    request = browser.start.request()
    assert (request.case, request.kinds, request.difficulties, request.minutes) == ("", (), (), 0)


# --- files ------------------------------------------------------------------------------------------------------------


def test_flashcards_hold_what_is_chosen(full_page: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[list[str]] = []
    monkeypatch.setattr(QuizFiles, "save_flashcards", lambda _self, questions: saved.append([q.id for q in questions]))
    full_page.follow("r2p://quiz?case=rwanda&kind=cloze%2Csort")
    full_page.start.export_button.click()
    assert saved == [["q-cloze", "q-sort"]]

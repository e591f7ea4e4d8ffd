"""The statistics page: honest about few answers, and what it says of many."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.questions import QuestionBase, SingleChoice
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import grade
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.result_file import saved_result, to_bytes
from r2p_app.learning.tallies import Tally
from r2p_app.ui.pages.statistics import StatisticsPage
from r2p_app.ui.state import AppState
from tests.ui.conftest import NOON
from tests.ui.quiz.acting import nameless, words_in

QUESTIONS = ("q-refused-raid", "q-who-warned")
Files = Callable[..., list[str]]


def attempts(state: AppState, run: str, right: int) -> list[Attempt]:
    """Answer the questions, the first ones rightly."""
    made = []
    for number, name in enumerate(QUESTIONS):
        question = state.library.get(name, QuestionBase)
        assert isinstance(question, SingleChoice)
        answer = ChosenOption(next(option.id for option in question.options if option.correct is (number < right)))
        made.append(
            Attempt(
                run=run,
                question=name,
                answer=answer,
                score=grade(question, answer).score,
                at=NOON + timedelta(minutes=number),
                confidence=Confidence.SURE,
                seconds=20,
                key_print=key_print(question),
            )
        )
    return made


@pytest.fixture
def files(state: AppState, tmp_path: Path) -> Files:
    """The results of a class: the better half answers both questions rightly, the other none."""

    def written(students: int, mode: Mode = Mode.TEST) -> list[str]:
        paths = []
        for student in range(students):
            run = Run(id=f"run-{student}", mode=mode, seed=1, questions=QUESTIONS, started_at=NOON)
            answers = attempts(state, run.id, 2 if student < students / 2 else 0)
            result = saved_result(run, answers, QUESTIONS, pack="mini", pack_version="1")
            path = tmp_path / f"student-{student}.r2presult"
            path.write_bytes(to_bytes(result))
            paths.append(str(path))
        return paths

    return written


def shown(qtbot: QtBot, state: AppState, paths: list[str]) -> StatisticsPage:
    page = StatisticsPage(state, ask=lambda *_asked: paths)
    qtbot.addWidget(page)
    page.show_link(page.place())
    page.resize(1232, 844)
    page.show()
    return page


def add(qtbot: QtBot, page: StatisticsPage) -> str:
    with qtbot.waitSignal(page.announced) as said:
        QTest.keyClick(page.add, Qt.Key.Key_Return)
    assert said.args is not None
    return str(said.args[0])


def cells(page: StatisticsPage, row: int = 0) -> list[str]:
    model = page.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_new_learner_is_told_what_comes_here(qtbot: QtBot, state: AppState) -> None:
    page = shown(qtbot, state, [])
    assert "Nothing was answered yet." in words_in(page)
    assert not page.table.isVisible()
    assert nameless(page) == []


def test_ones_own_answers_are_too_few_and_it_says_so(qtbot: QtBot, state: AppState) -> None:
    state.store.attempts.start(Run(id="mine", mode=Mode.TEST, seed=1, questions=QUESTIONS, started_at=NOON))
    for attempt in attempts(state, "mine", 2):
        state.store.attempts.record(attempt)
    page = shown(qtbot, state, [])
    assert "your own first answers to 2 questions" in words_in(page)
    assert "one has 1 at most" in words_in(page)
    assert cells(page)[1:5] == ["1", "–", "–", "–"]
    assert "1 first answer so far; nothing is said about fewer than 10." in words_in(page)


def test_the_files_of_a_class_say_how_a_question_did(qtbot: QtBot, state: AppState, files: Files) -> None:
    page = shown(qtbot, state, files(12))
    assert add(qtbot, page) == "12 results added."
    assert cells(page)[1:5] == ["12", "50%", "1.00", "20 seconds"]
    words = words_in(page)
    assert "50% of the full score on average, over 12 first answers" in words
    assert "The answer: " in words
    assert "Sure: 50% right: 6 of 12 answers" in words
    assert nameless(page) == []


def test_the_same_files_again_change_nothing(qtbot: QtBot, state: AppState, files: Files) -> None:
    paths = files(10)
    page = shown(qtbot, state, paths)
    add(qtbot, page)
    assert add(qtbot, page) == "0 results added. 10 left out: damaged, foreign, outdated or there already."
    assert cells(page)[1] == "10"


def test_a_diagnostic_counts_for_nothing(qtbot: QtBot, state: AppState, files: Files) -> None:
    page = shown(qtbot, state, files(10, Mode.DIAGNOSTIC))
    assert add(qtbot, page).startswith("0 results added.")


def test_what_was_added_can_be_taken_away(qtbot: QtBot, state: AppState, files: Files) -> None:
    page = shown(qtbot, state, files(10))
    add(qtbot, page)
    QTest.keyClick(page.clear, Qt.Key.Key_Return)
    assert state.store.statistics.tallies() == ()
    assert not page.clear.isVisible()
    assert not page.table.isVisible()


def test_another_question_is_chosen_by_keyboard(qtbot: QtBot, state: AppState, files: Files) -> None:
    page = shown(qtbot, state, files(10))
    add(qtbot, page)
    first = cells(page)[0]
    assert page.table.currentIndex().row() == 0
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.detail is not None
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(page.detail.opens, Qt.Key.Key_Return)
    assert cells(page, 1)[0] != first
    assert asked.args is not None
    assert str(asked.args[0]).startswith("r2p://quiz/one/q-")


def test_many_files_show_how_far_they_are(
    qtbot: QtBot, state: AppState, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, state, files(12))
    page.progress._patience.setInterval(0)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(page.progress, "show_progress", lambda done, total: told.append((done, total)))
    add(qtbot, page)
    assert told[-1] == (24, 24)
    assert told == sorted(told)
    assert not page.progress.isVisible()


def test_adding_is_stopped_by_keyboard_and_keeps_what_was_added(qtbot: QtBot, state: AppState, files: Files) -> None:
    page = shown(qtbot, state, files(40))
    page.progress._patience.setInterval(0)
    keep, kept = state.store.statistics.add, []

    def add_slowly(source: str, people: int, brought: Iterable[Tally]) -> bool:
        kept.append(source)
        if len(kept) == 3:
            page.progress.show()
            page.progress.cancel.setFocus()
            QTest.keyClick(page.progress.cancel, Qt.Key.Key_Return)
        return keep(source, people, brought)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(state.store.statistics, "add", add_slowly)
        assert add(qtbot, page) == "Stopped. 2 results added."
    assert page.add.hasFocus()
    qtbot.waitUntil(lambda: not page.progress.isVisible())
    assert 2 <= len(state.store.statistics.sources()) <= 3
    assert add(qtbot, page).endswith("already.")
    assert len(state.store.statistics.sources()) == 40

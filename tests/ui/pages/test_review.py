"""The Review page says what is true of this learner, and starts what it offers."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.questions import QuestionBase, SingleChoice
from r2p_app.learning.attempts import Mode
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer, key, kind_of
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.quiz import Given, plan, resume, submit
from r2p_app.store.settings import DAILY_LIMIT
from r2p_app.ui.pages.review import ReviewPage
from r2p_app.ui.preferences import TEXT, Preferences
from r2p_app.ui.review.cards import CalibrationCard, TwinCard
from r2p_app.ui.review.charts import DaysChart
from r2p_app.ui.review.history import HistoryCard
from r2p_app.ui.review.lists import ListCard
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import Card
from r2p_app.ui.widgets.toggles import Toggles
from tests.ui import mini
from tests.ui.conftest import NOON
from tests.ui.quiz.acting import nameless, words_in

Answer = Callable[..., None]
SURE, FAIRLY = Confidence.SURE, Confidence.FAIRLY_SURE


@pytest.fixture
def answer(state: AppState) -> Answer:
    """Answer a question of the small library, some days ago."""
    rng = Random(1)

    def answered(question_id: str, *, right: bool = True, days_ago: float = 0, confidence: Confidence = FAIRLY) -> None:
        question = state.library.get(question_id, QuestionBase)
        at = NOON - timedelta(days=days_ago)
        session = resume(plan([question_id], Mode.PRACTICE, at=at, rng=rng), [question])
        given: AnyAnswer = key(question)
        if not right:
            assert isinstance(question, SingleChoice)
            given = ChosenOption(next(option.id for option in question.options if not option.correct))
        submit(session, question, Given(given, confidence, 30), log=state.store.attempts, at=at)

    return answered


@pytest.fixture
def review(qtbot: QtBot, state: AppState) -> Callable[[], ReviewPage]:
    def shown() -> ReviewPage:
        page = ReviewPage(state, rng=Random(2))
        qtbot.addWidget(page)
        page.show_link(page.place())
        page.resize(1232, 844)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if page.making is not None:
            page.making.complete()
            qtbot.waitUntil(lambda: all(card.isVisible() for card in page.findChildren(Card)))
        return page

    return shown


def main_button(page: ReviewPage) -> QWidget:
    assert page.action is not None
    return page.action


def test_a_new_learner_is_told_what_will_be_here(review: Callable[[], ReviewPage], qtbot: QtBot) -> None:
    page = review()
    assert "nothing to review" in words_in(page)
    assert "Known today" not in words_in(page)
    assert page.findChildren(DaysChart) == []
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(main_button(page), Qt.Key.Key_Return)
    assert asked.args == ["r2p://quiz"]


def test_it_counts_what_is_known_due_and_wrongly_believed(review: Callable[[], ReviewPage], answer: Answer) -> None:
    answer("q-summit", days_ago=40)
    answer("q-who-warned", right=False, confidence=SURE, days_ago=2)
    answer("q-vote-912", days_ago=0, confidence=SURE)
    page = review()
    shown = words_in(page)
    assert "2 of 6 questions" in shown
    assert "2 questions due today" in shown
    assert "about 1 minute" in shown
    assert "expected recall 0." in shown
    assert main_button(page).accessibleName() == "Review 2 due"
    assert "1 question" in words_in(page.sure_and_wrong)
    assert nameless(page) == []


def test_the_review_asks_what_is_due_the_worst_mistake_first(
    review: Callable[[], ReviewPage], answer: Answer, state: AppState, qtbot: QtBot
) -> None:
    answer("q-summit", days_ago=40)
    answer("q-who-warned", right=False, confidence=SURE, days_ago=2)
    page = review()
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(main_button(page), Qt.Key.Key_Return)
    (run,) = state.store.attempts.unfinished({Mode.REVIEW})
    assert asked.args == [f"r2p://quiz/run/{run.id}"]
    assert run.questions == ("q-who-warned", "q-summit")


def test_a_new_review_ends_the_one_left_open(review: Callable[[], ReviewPage], answer: Answer, state: AppState) -> None:
    answer("q-refused-raid", days_ago=40)
    page = review()
    for _ in range(2):
        QTest.keyClick(main_button(page), Qt.Key.Key_Return)
    assert len(state.store.attempts.unfinished({Mode.REVIEW})) == 1
    assert len(state.store.attempts.unfinished({Mode.PRACTICE})) == 0


def test_sure_and_wrong_can_be_practised(
    review: Callable[[], ReviewPage], answer: Answer, state: AppState, qtbot: QtBot
) -> None:
    answer("q-who-warned", right=False, confidence=SURE)
    page = review()
    assert "Nothing is due. Practise the 1 question you were sure of and got wrong." in words_in(page)
    assert page.sure_and_wrong.action is not None
    with qtbot.waitSignal(page.link_requested):
        QTest.keyClick(page.sure_and_wrong.action, Qt.Key.Key_Return)
    (run,) = state.store.attempts.unfinished({Mode.PRACTICE})
    assert run.questions == ("q-who-warned",)


def test_what_waits_for_another_day_is_said(review: Callable[[], ReviewPage], answer: Answer, state: AppState) -> None:
    for question in ("q-refused-raid", "q-who-warned", "q-912"):
        answer(question, days_ago=40)
    state.store.settings.set(DAILY_LIMIT, 1)
    page = review()
    assert "Next: answer the 1 question due today" in words_in(page)
    assert "2 more wait for another day." in words_in(page)


def test_nothing_due_says_when_something_is(review: Callable[[], ReviewPage], answer: Answer) -> None:
    answer("q-refused-raid", confidence=FAIRLY)
    page = review()
    assert "Nothing is due until" in words_in(page)
    assert main_button(page).accessibleName() == "Start a quiz"


def test_every_chart_has_its_twin_by_keyboard(review: Callable[[], ReviewPage], answer: Answer, qtbot: QtBot) -> None:
    answer("q-refused-raid", days_ago=40)
    page = review()
    texts = []
    for card in page.findChildren(TwinCard):
        turn(card.views)
        (table,) = card.findChildren(QTableView)
        assert table.isVisible()
        model = table.model()
        texts.append([model.index(0, column).data() for column in range(model.columnCount())])
    objective, ahead, answers, sure, case, kind = texts
    assert objective[0] == "Rwanda"
    assert objective[2].endswith("%")
    assert ahead == ["Today", "1"]
    assert answers[:2] == ["Today", "0"]
    assert case[0] == "Rwanda"
    assert case[2:4] == ["1", str(len(mini_questions("rwanda")))]
    assert case[4] == "30 seconds"
    assert kind[0] == "Single choice"
    assert sure == ["Not sure", "0 of the 10 answers needed before anything can be said"]


def mini_questions(case: str) -> list[str]:
    entries = (entry for entry in mini.entries() if entry.kind == "question" and entry.case == case)
    return [entry.id for entry in entries if kind_of(entry.item).by_machine]  # type: ignore[arg-type]


def test_the_history_goes_by_days_and_by_weeks(review: Callable[[], ReviewPage], answer: Answer) -> None:
    answer("q-refused-raid", days_ago=1)
    answer("q-who-warned", right=False, days_ago=1)
    answer("q-summit", days_ago=20)
    page = review()
    (card,) = page.findChildren(HistoryCard)
    assert "Yesterday: 2" in card.chart.accessibleDescription()
    turn(card.views)
    assert rows_of(card)[1] == ["Yesterday", "2", "1", "0", "1", "1 minute"]
    turn(card.spans)
    assert sum(int(cells[1]) for cells in rows_of(card)) == 3
    assert len(rows_of(card)) == 12


def turn(toggles: Toggles) -> None:
    stop = toggles.focus_stop()
    assert stop is not None
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Right)


def rows_of(card: TwinCard) -> list[list[str]]:
    (table,) = [table for table in card.findChildren(QTableView) if table.isVisible()]
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_past_quizzes_and_sure_mistakes_are_opened_from_their_lists(
    review: Callable[[], ReviewPage], answer: Answer, qtbot: QtBot, state: AppState
) -> None:
    answer("q-refused-raid", days_ago=2)
    answer("q-who-warned", right=False, confidence=SURE, days_ago=1)
    page = review()
    wrong, runs = page.findChildren(ListCard)
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(wrong.buttons[0], Qt.Key.Key_Return)
    assert asked.args == ["r2p://quiz/one/q-who-warned"]
    newest = state.store.attempts.runs()[0]
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(runs.buttons[0], Qt.Key.Key_Return)
    assert asked.args == [f"r2p://quiz/run/{newest.id}"]
    assert "0 of 1 answer right" in words_in(runs)


def test_long_lists_show_a_few_and_the_rest_on_request(
    review: Callable[[], ReviewPage], answer: Answer, qtbot: QtBot
) -> None:
    for number in range(9):
        answer("q-refused-raid", days_ago=number)
    page = review()
    (runs,) = page.findChildren(ListCard)
    assert len(runs.buttons) == 6
    QTest.keyClick(runs.more, Qt.Key.Key_Return)
    assert len(runs.buttons) == 9
    assert runs.buttons[6].hasFocus()


def test_what_was_answered_is_saved_as_files(
    review: Callable[[], ReviewPage], answer: Answer, qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    answer("q-refused-raid", days_ago=2)
    page = review()
    page.state.preferences = preferences
    written = []
    for number, save in enumerate(page.saves):
        target = tmp_path / f"saved-{number}{'.json' if 'JSON' in save.text() else '.csv'}"
        save.ask = lambda *_asked, target=target: str(target)
        QTest.keyClick(save, Qt.Key.Key_Return)
        qtbot.waitUntil(target.exists)
        written.append(target.read_bytes())
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.close()
    answers, questions, everything = written
    assert b"q-refused-raid" in answers
    assert b"q-refused-raid" in questions
    assert json.loads(everything)["answers"][0]["question"] == "q-refused-raid"


def test_fewer_than_ten_answers_say_nothing_and_ten_do(
    review: Callable[[], ReviewPage], answer: Answer, state: AppState
) -> None:
    more = [mini.single(f"q-more-{number}", "Who?", "Right", "Wrong", "Also wrong") for number in range(10)]
    entries = [Entry(question.id, "question", "rwanda", question) for question in more]
    state.set_library(Library(mini.PACK, (*mini.entries(), *entries)))
    answer("q-refused-raid", confidence=FAIRLY)
    for number, question in enumerate(more):
        answer(question.id, right=number < 7, confidence=SURE)
    answer(more[0].id, right=False, confidence=SURE)  # a second answer does not count
    page = review()
    (card,) = page.findChildren(CalibrationCard)
    assert "1 of the 10 answers needed" in words_in(card)
    assert "70% right: 7 of 10 answers; the true share is likely between 40% and 89%" in words_in(card)


def test_an_answer_elsewhere_is_seen_and_the_focus_stays(review: Callable[[], ReviewPage], answer: Answer) -> None:
    answer("q-refused-raid", days_ago=40)
    page = review()
    main_button(page).setFocus()
    answer("q-refused-raid")
    page.refresh(Changes.ATTEMPTS)
    assert main_button(page).accessibleName() == "Start a quiz"
    assert main_button(page).hasFocus()


def test_the_chart_is_said_in_words(review: Callable[[], ReviewPage], answer: Answer) -> None:
    answer("q-refused-raid", days_ago=40)
    page = review()
    (chart,) = page.findChildren(DaysChart)
    assert chart.accessibleDescription().startswith("Today: 1. Tomorrow: 0.")


def test_at_twice_the_size_nothing_is_cut_at_the_side(
    review: Callable[[], ReviewPage], answer: Answer, preferences: Preferences, qtbot: QtBot
) -> None:
    answer("q-refused-raid", days_ago=40)
    page = review()
    page.resize(800, 640)
    preferences.set_value(TEXT, "2.0")
    view = page._view
    assert view is not None
    qtbot.waitUntil(lambda: view.content.width() <= view.viewport().width())
    assert all(card.width() <= view.viewport().width() for card in page.findChildren(TwinCard))


def test_statistics_of_the_questions_are_one_key_away(
    review: Callable[[], ReviewPage], answer: Answer, qtbot: QtBot
) -> None:
    """For who has not answered anything too: a teacher may only bring results."""
    empty = review()
    with qtbot.waitSignal(empty.link_requested) as asked:
        QTest.keyClick(empty.statistics, Qt.Key.Key_Return)
    answer("q-summit")
    empty.refresh(Changes.ATTEMPTS)
    assert empty.making is not None
    empty.making.complete()
    with qtbot.waitSignal(empty.link_requested) as again:
        QTest.keyClick(empty.statistics, Qt.Key.Key_Return)
    assert asked.args == again.args == ["r2p://statistics"]

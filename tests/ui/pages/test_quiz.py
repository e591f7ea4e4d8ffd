"""The quiz page as a learner uses it, mostly by keyboard."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.links import Link
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.questions import KINDS, key
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.request import Request
from r2p_app.learning.verdict import Outcome
from r2p_app.store import Store
from r2p_app.store.errors import DiskFull
from r2p_app.ui.quiz.question import Stage
from r2p_app.ui.quiz.start import StartView
from r2p_app.ui.quiz.summary import QuestionRow, RunSummary
from r2p_app.ui.state import AppState, Changes
from tests.learning import samples
from tests.ui import mini
from tests.ui.conftest import NOON
from tests.ui.pages.browsing import Browser
from tests.ui.quiz.acting import click, focused, nameless, press, words_in, write
from tests.ui.quiz.conftest import Show

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3


def test_the_start_offers_each_case_and_all(browser: Browser) -> None:
    shown = words_in(browser.page)
    assert "All cases" in shown
    assert "6 questions, 0 answered so far" in shown
    assert "5 questions, 0 answered so far" in shown
    assert "4 single choice · 1 multiple choice · 1 true or false" in shown
    assert nameless(browser.page) == []


def test_a_case_chosen_shows_its_kinds(browser: Browser) -> None:
    press(THREE)
    assert browser.start.request().case == "doctrine"
    assert "1 single choice" in words_in(browser.page)


def test_a_link_to_a_case_chooses_it(browser: Browser) -> None:
    browser.follow("r2p://quiz/case/doctrine")
    assert browser.start.request().case == "doctrine"
    assert browser.page.place() == Link("quiz", (), (("case", "doctrine"),))


@pytest.mark.parametrize(
    "link", ["r2p://quiz/run/unknown", "r2p://quiz/one/unknown", "r2p://quiz/what/ever", "r2p://quiz/run"]
)
def test_what_a_link_does_not_find_shows_the_start(browser: Browser, link: str) -> None:
    browser.follow(link)
    assert isinstance(browser.page._view, StartView)
    assert browser.page.place() == Link("quiz")


def test_a_pack_without_questions_says_so(state: AppState, show: Show) -> None:
    kept = (entry for entry in mini.entries() if entry.kind != "question")
    state.set_library(Library(mini.PACK, kept))
    browser = Browser(state, show)
    assert "This content has no questions yet." in words_in(browser.page)
    assert browser.start.form is None


def test_a_whole_practice_run_by_keyboard(browser: Browser, state: AppState) -> None:
    run = browser.begin()
    run_id = run.session.run.id
    assert browser.page.place() == Link("quiz", ("run", run_id))
    for number in range(1, 6):
        assert f"Rwanda · Practice · {number} of 5" in words_in(browser.page)
        browser.answer()
        assert browser.run._view.stage is Stage.FEEDBACK
        assert len(state.store.attempts.attempts(run_id)) == number
        press(ENTER)
    assert browser.summary.sentence.text().endswith(("right", "wrong"))
    kept = state.store.attempts.run(run_id)
    assert kept is not None
    assert kept.finished_at == NOON


def test_an_answer_is_on_the_disk_before_its_verdict_is_shown(
    browser: Browser, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.begin()
    record = state.store.attempts.record

    def watched(attempt: Attempt) -> Attempt:
        assert "The answer" not in words_in(browser.page)
        return record(attempt)

    monkeypatch.setattr(state.store.attempts, "record", watched)
    browser.answer()
    assert "The answer" in words_in(browser.page)


def test_the_verdict_and_the_next_question_are_announced(browser: Browser) -> None:
    browser.begin()
    browser.answer()
    assert browser.said[-1].startswith(("Right. The answer: ", "Wrong. The answer: ", "Partly right. The answer: "))
    press(ENTER)
    assert browser.said[-1].startswith("Rwanda · Practice · 2 of 5. ")


def test_esc_pauses_and_the_start_offers_to_go_on(browser: Browser) -> None:
    browser.begin()
    browser.answer()
    press(ENTER, ESC)
    assert browser.page.place() == Link("quiz", (), (("case", "rwanda"),))
    assert "Rwanda · Practice · 1 of 5 answered" in words_in(browser.page)
    press(ENTER)
    assert "Rwanda · Practice · 2 of 5" in words_in(browser.page)


def test_what_was_half_written_outlives_a_pause(browser: Browser) -> None:
    browser.begin()
    view = browser.run._view
    view.card.press_number(2)
    press(ESC, ENTER)
    assert browser.run._view is view
    assert view.isVisible()


def test_what_was_half_written_outlives_a_look_at_another_page(browser: Browser) -> None:
    browser.begin()
    view, place = browser.run._view, browser.page.place()
    view.card.press_number(2)
    browser.follow(str(place))
    assert browser.run._view is view
    browser.follow("r2p://quiz/one/q-summit")
    single = browser.run._view
    browser.follow("r2p://quiz/one/q-summit")
    assert browser.run._view is single


def test_one_comes_back_to_the_verdict_one_left(browser: Browser) -> None:
    browser.begin()
    browser.answer()
    question, place = browser.run.question, browser.page.place()
    assert place.value("question") == question.id
    browser.follow("r2p://quiz")
    browser.follow(str(place))
    assert browser.run.question == question
    assert browser.run._view.stage is Stage.FEEDBACK
    press(ENTER)
    assert "Rwanda · Practice · 2 of 5" in words_in(browser.page)


def test_one_comes_back_to_a_single_verdict_too(browser: Browser) -> None:
    browser.follow("r2p://quiz/one/q-summit")
    browser.answer()
    place = browser.page.place()
    browser.follow("r2p://quiz")
    browser.follow(str(place))
    assert browser.run._view.stage is Stage.FEEDBACK
    press(ENTER)
    assert browser.asked[-1] == "r2p://quiz/case/doctrine"


def test_a_change_of_place_is_told(browser: Browser, qtbot: QtBot) -> None:
    browser.begin()
    with qtbot.waitSignal(browser.page.place_changed):
        browser.answer()
    with qtbot.waitSignal(browser.page.place_changed):
        press(ENTER)


def test_the_summary_stays_when_its_own_answers_are_noted(browser: Browser, state: AppState) -> None:
    state.changed.connect(browser.page.refresh)  # as the window does while the page is visible
    browser.begin(Mode.TEST)
    for _ in range(5):
        browser.answer()
    press(ENTER)
    summary = browser.summary
    browser.page.refresh(Changes.ATTEMPTS)
    assert browser.summary is summary
    assert focused() is summary.first_focus()


def test_another_profile_has_its_own_runs(browser: Browser, state: AppState, tmp_path: Path) -> None:
    browser.begin()
    press(ESC)
    with Store.open(tmp_path / "other") as other:
        state.set_store(other)
        browser.page.refresh(Changes.PROFILE)
        assert browser.start._continue is None
        assert focused() is browser.form.start_button


def test_a_run_can_be_ended_as_it_stands(browser: Browser) -> None:
    browser.begin(Mode.TEST)
    browser.answer()
    press(ESC)
    card = browser.start._continue
    assert card is not None
    click(card._finish)
    outcomes = [row.accessibleName().partition(":")[0] for row in browser.page.findChildren(QuestionRow)]
    assert outcomes.count("Not answered") == 4
    browser.follow("r2p://quiz")
    assert browser.start._continue is None


def test_a_test_shows_nothing_before_its_end(browser: Browser) -> None:
    browser.begin(Mode.TEST)
    for _ in range(5):
        assert "The answer" not in words_in(browser.page)
        browser.answer(right=False)
    assert "The answer" not in words_in(browser.page)
    press(ENTER)  # hands it in
    assert isinstance(browser.page._view, RunSummary)
    assert browser.said[-1] == browser.summary.sentence.text()


def test_a_test_that_waits_to_be_handed_in_is_offered_and_goes_on(browser: Browser) -> None:
    browser.begin(Mode.TEST)
    for _ in range(5):
        browser.answer()
    press(ESC)
    assert browser.start._continue is not None
    press(ENTER)
    assert "Every question is answered." in words_in(browser.page)
    press(ENTER)
    assert isinstance(browser.page._view, RunSummary)


def test_every_question_of_the_summary_opens(browser: Browser) -> None:
    browser.begin(Mode.TEST)
    for _ in range(5):
        browser.answer()
    press(ENTER)
    run = browser.page.place()
    press(ENTER)
    question = browser.run.question
    assert browser.page.place() == Link("quiz", run.parts, (("question", question.id),))
    assert "The answer" in words_in(browser.page)
    press(ENTER)
    assert browser.page.place() == run
    assert "Open a question to read the reasons" in words_in(browser.page)
    press(Qt.Key.Key_Tab, ENTER)
    assert browser.run.question != question
    press(ESC)
    assert isinstance(browser.page._view, RunSummary)
    press(ESC)
    assert isinstance(browser.page._view, StartView)


def test_another_quiz_keeps_the_case(browser: Browser) -> None:
    browser.begin(Mode.TEST)
    for _ in range(5):
        browser.answer()
    press(ENTER)
    click(browser.summary._again)
    assert browser.asked[-1] == "r2p://quiz/case/rwanda"
    assert browser.start.request().case == "rwanda"


def test_one_question_is_asked_by_itself(browser: Browser, state: AppState) -> None:
    browser.follow("r2p://quiz/one/q-summit")
    assert "The doctrine · Practice" in words_in(browser.page)
    assert state.store.attempts.unfinished(list(Mode)) == ()
    browser.answer()
    assert state.store.attempts.answered() == {"q-summit"}
    press(ENTER)
    assert browser.asked[-1] == "r2p://quiz/case/doctrine"


def test_choices_are_remembered_on_the_page(browser: Browser) -> None:
    browser.form._counts.choose(3)
    browser.begin(Mode.TEST)
    press(ESC)
    assert browser.start.request() == Request(case="rwanda", count=None, mode=Mode.TEST)


def test_links_to_sources_go_up_to_the_window(browser: Browser) -> None:
    browser.begin()
    browser.answer()
    browser.run._view.link_requested.emit("r2p://source/un-inquiry-1999")
    assert browser.asked[-1] == "r2p://source/un-inquiry-1999"


def test_questions_already_answered_come_last(browser: Browser, state: AppState) -> None:
    browser.follow("r2p://quiz/one/q-912")
    browser.answer()
    browser.follow("r2p://quiz")
    browser.form._counts.choose(0)
    press(ONE, ENTER)
    assert "q-912" not in browser.run.session.run.questions


def test_a_full_disk_is_said_and_nothing_is_judged(
    browser: Browser, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.begin()

    def full(_attempt: Attempt) -> Attempt:
        raise DiskFull(Path("profile"))

    monkeypatch.setattr(state.store.attempts, "record", full)
    browser.answer()
    assert "The disk is full" in words_in(browser.page)
    assert "The answer" not in words_in(browser.page)
    monkeypatch.undo()
    press(ENTER, THREE)
    assert browser.run._view.stage is Stage.FEEDBACK


def test_a_run_that_cannot_be_begun_says_why(
    browser: Browser, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_run: object) -> None:
        raise DiskFull(Path("profile"))

    monkeypatch.setattr(state.store.attempts, "start", full)
    press(ENTER)
    assert "The disk is full" in words_in(browser.page)
    assert browser.said


def test_new_content_keeps_the_question_and_its_feedback(browser: Browser, state: AppState) -> None:
    browser.begin()
    browser.answer()
    question = browser.run.question
    state.set_library(Library(mini.PACK, map(reworded, mini.entries())))
    browser.page.refresh(Changes.LIBRARY)
    assert browser.run.question.id == question.id
    assert "Asked anew?" in words_in(browser.page)
    assert browser.run._view.stage is Stage.FEEDBACK


def reworded(entry: Entry) -> Entry:
    if not isinstance(entry.item, QuestionBase):
        return entry
    return entry._replace(item=structs.replace(entry.item, prompt="Asked anew?"))


def test_content_that_did_not_change_leaves_a_half_given_answer(browser: Browser, state: AppState) -> None:
    browser.begin()
    view = browser.run._view
    view.card.press_number(2)
    state.set_library(mini.mini_library())
    browser.page.refresh(Changes.LIBRARY)
    assert browser.run._view is view


def test_a_run_whose_questions_are_gone_gives_way_to_the_start(browser: Browser, state: AppState) -> None:
    browser.begin()
    state.set_library(Library(mini.PACK, (entry for entry in mini.entries() if entry.kind != "question")))
    browser.page.refresh(Changes.LIBRARY)
    assert isinstance(browser.page._view, StartView)


def test_the_start_counts_what_was_answered_meanwhile(browser: Browser, state: AppState) -> None:
    browser.form._counts.choose(2)
    run = a_run()
    state.store.attempts.start(run)
    state.store.attempts.record(an_attempt(run.id))
    browser.page.refresh(Changes.ATTEMPTS)
    assert "1 answered so far" in words_in(browser.page)
    assert browser.start.request().count == 20


def a_run() -> Run:
    return Run(id="x", mode=Mode.CHECK, seed=1, questions=("q-912",), started_at=NOON)


def an_attempt(run: str) -> Attempt:
    answer = key(mini.QUESTIONS[2])
    return Attempt(run=run, question="q-912", answer=answer, score=1, at=NOON)


def test_a_memo_is_written_marked_and_summed_up(full_page: Browser, state: AppState) -> None:
    full_page.follow("r2p://quiz/one/q-memo")
    write("My text")
    press(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    press(TWO)
    kept = state.store.attempts.latest("q-memo", {Mode.PRACTICE})
    assert kept is not None
    assert (kept.answer, kept.outcome) == (Memo("My text", (1,)), Outcome.PARTLY)


def test_every_kind_is_asked(full_page: Browser) -> None:
    full_page.form._counts.choose(3)
    press(TWO, ENTER)
    kinds = {type(question).__name__ for question in full_page.run.session.questions}
    assert kinds == {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("question", samples.one_of_each(), ids=lambda question: question.id)
def test_it_fits_a_small_window(question: QuestionBase, scale: float, full_page: Browser, state: AppState) -> None:
    state.look.apply(scale=scale)
    full_page.page.resize(816, 584)
    full_page.follow(f"r2p://quiz/one/{question.id}")
    words_in(full_page.page)
    assert full_page.page.minimumSizeHint().width() <= 816
    assert full_page.page.minimumSizeHint().height() <= 584
    run = full_page.run
    assert run._view.width() <= 816
    assert run._view.bar.mapTo(run, run._view.bar.rect().bottomLeft()).y() <= run.height()
    full_page.run._view.card.show_answer(key(question))
    assert nameless(full_page.page) == []


def test_the_focus_stays_in_view(full_page: Browser, state: AppState) -> None:
    state.look.apply(scale=2.0)
    full_page.page.resize(816, 584)
    full_page.follow("r2p://quiz/one/q-multiple")
    words_in(full_page.page)
    run = full_page.run
    assert run._frame.area.verticalScrollBar().maximum() > 0
    assert run._frame.area.verticalScrollBar().value() == 0, "a question opens at its beginning"
    run._view.card.press_number(4)
    seen = run._frame.area.viewport().rect()
    assert seen.contains(focused().mapTo(run._frame.area.viewport(), focused().rect().center()))
    press(Qt.Key.Key_PageUp)
    assert run._frame.area.verticalScrollBar().value() == 0


def test_a_field_keeps_its_own_keys(full_page: Browser) -> None:
    full_page.follow("r2p://quiz/one/q-numeric")
    assert isinstance(focused(), QLineEdit)
    press(TWO, THREE)
    assert full_page.run._view.stage is Stage.ANSWER


KILLED = """
import os, signal, sys
from pathlib import Path
from random import Random
from PySide6.QtWidgets import QApplication
from r2p_app.content.links import Link
from r2p_app.learning.attempts import Mode
from r2p_app.store import Store
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from tests.ui import mini
app = QApplication([])
state = AppState(Look())
state.set_library(mini.mini_library())
state.set_store(Store.open(Path(sys.argv[1])))
page = QuizPage(state, rng=Random(5))
page.link_requested.connect(lambda link: page.show_link(Link.parse(link)))
page.show_link(Link("quiz", ("case", "rwanda")))
page.show()
page._view.form.submit()
verdicts = []
def told(_words):
    verdicts.append(1)
    if len(verdicts) == 2:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    page._view._view.continued.emit()
while True:
    question = page._view._view
    question.announced.connect(told)
    for number in (1, 2, 3):
        question.card.press_number(number)
    question.bar.continued.emit()
    question.bar.press_number(2)
"""


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_was(state: AppState, show: Show, tmp_path: Path) -> None:
    profile = tmp_path / "killed"
    process = subprocess.run(
        [sys.executable, "-c", KILLED, str(profile)],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert process.returncode in {-signal.SIGTERM, -getattr(signal, "SIGKILL", 9), 15}, process.stderr
    with Store.open(profile, now=lambda: NOON, local_offset=lambda _moment: timedelta()) as store:
        state.set_store(store)
        browser = Browser(state, show)
        assert "Rwanda · Practice · 2 of 5 answered" in words_in(browser.page)
        press(ENTER)
        assert "Rwanda · Practice · 3 of 5" in words_in(browser.page)
        assert browser.run._view.stage is Stage.ANSWER
        browser.page.deleteLater()

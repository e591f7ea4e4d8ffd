"""A doubtful question: reported, listed, exported, deleted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.store.errors import DiskFull
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.quiz.report import ReportLine
from r2p_app.ui.quiz.reports import ReportsView
from r2p_app.ui.state import AppState
from tests.learning import samples
from tests.ui.quiz.acting import focused, nameless, press, words_in, write
from tests.ui.quiz.conftest import Show


def shown_line(state: AppState, show: Show) -> ReportLine:
    line = ReportLine(samples.single(), state)
    show(line)
    line.open_button.click()
    return line


def test_a_report_is_kept_in_the_learners_words(state: AppState, show: Show) -> None:
    line = shown_line(state, show)
    assert focused() is line.field
    write("Is this the right date?")
    line.save_button.click()
    kept = state.store.reports.all()
    assert [(report.question, report.text) for report in kept] == [("q-single", "Is this the right date?")]
    assert "The report is kept." in words_in(line)
    assert nameless(line) == []


def test_an_empty_report_is_not_kept(state: AppState, show: Show) -> None:
    line = shown_line(state, show)
    write("   ")
    line.save_button.click()
    assert state.store.reports.all() == ()
    assert "Write something first." in words_in(line)


def test_a_full_disk_is_said_and_what_was_written_stays(
    state: AppState, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise DiskFull(Path("profile"))

    monkeypatch.setattr(state.store.reports, "add", full)
    line = shown_line(state, show)
    write("Wrong source")
    line.save_button.click()
    assert line.field.toPlainText() == "Wrong source"
    assert "The report is kept." not in words_in(line)


def test_closing_gives_the_focus_back(state: AppState, show: Show) -> None:
    line = shown_line(state, show)
    line.close_button.click()
    assert focused() is line.open_button


@pytest.fixture
def page(full_state: AppState, show: Show) -> QuizPage:
    full_state.store.reports.add("q-single", "an older wording", "Is option b still right?")
    full_state.store.reports.add("q-gone", "x", "Gone")
    made = QuizPage(full_state)
    made.show_link(Link("quiz", ("reports",)))
    show(made)
    return made


def view_of(page: QuizPage) -> ReportsView:
    assert isinstance(page._view, ReportsView)
    return page._view


def test_reports_are_listed_newest_first(page: QuizPage) -> None:
    shown = words_in(page)
    assert shown.index("Gone") < shown.index("Is option b still right?")
    assert "A question that is no longer in the content" in shown
    assert "The question reads differently today." in shown
    assert nameless(page) == []
    assert page.place() == Link("quiz", ("reports",))


def test_a_report_is_deleted(page: QuizPage, full_state: AppState) -> None:
    view_of(page).cards[0].delete_button.click()
    assert [report.question for report in full_state.store.reports.all()] == ["q-single"]
    assert "Gone" not in words_in(page)


def test_esc_returns_to_the_quizzes(page: QuizPage, qtbot: QtBot) -> None:
    view_of(page).first_focus().setFocus()
    with qtbot.waitSignal(page.link_requested) as asked:
        press(Qt.Key.Key_Escape)
    assert asked.args == ["r2p://quiz"]


def test_without_reports_it_says_so(state: AppState, show: Show) -> None:
    page = QuizPage(state)
    page.show_link(Link("quiz", ("reports",)))
    show(page)
    assert "You have reported no question." in words_in(page)

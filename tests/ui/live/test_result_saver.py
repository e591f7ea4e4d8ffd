"""A quiz saves as one small file for the teacher."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode, Run
from r2p_app.learning.questions import key
from r2p_app.learning.quiz import Given, QuizSession, resume, submit
from r2p_app.learning.result_file import SUFFIX, from_bytes
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.quiz.summary import RunSummary
from r2p_app.ui.state import AppState
from tests.live.acting import QUESTIONS
from tests.ui.conftest import NOON
from tests.ui.quiz.acting import nameless


def played(state: AppState, run_id: str, questions: tuple[QuestionBase, ...] = QUESTIONS) -> QuizSession:
    """Answer every question of a run rightly."""
    ids = tuple(question.id for question in questions)
    session = resume(Run(id=run_id, mode=Mode.TEST, seed=1, questions=ids, started_at=NOON), questions)
    for question in questions:
        session = submit(session, question, Given(key(question)), log=state.store.attempts, at=NOON)
    return session


def summary(qtbot: QtBot, state: AppState, run: QuizSession, target: Path) -> RunSummary:
    made = RunSummary(run, state)
    qtbot.addWidget(made)
    made.saver.save.ask = lambda _parent, _title, _suggested, _filters: str(target)
    made.show()
    return made


def saved(qtbot: QtBot, shown: QWidget, target: Path) -> bytes:
    """Press the button, wait for the file, put the dialog away."""
    assert isinstance(shown, RunSummary)
    shown.saver.save.click()
    qtbot.waitUntil(target.exists)
    for dialog in shown.window().findChildren(SavingDialog):
        qtbot.waitUntil(lambda dialog=dialog: len(dialog.buttons) == 2)  # type: ignore[misc]
        dialog.reject()
    return target.read_bytes()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / f"for the teacher{SUFFIX}"


def test_the_file_holds_what_was_answered_and_the_name_that_was_typed(
    qtbot: QtBot, full: AppState, session: ProfileSession, target: Path
) -> None:
    shown = summary(qtbot, full, played(full, "run-1"), target)
    shown.saver.name.setText("Ana")
    found = from_bytes(saved(qtbot, shown, target))
    assert (found.run, found.name, found.pack, len(found.answers)) == ("run-1", "Ana", "mini", len(QUESTIONS))
    assert all(answer.is_first for answer in found.answers)


def test_without_a_name_nothing_tells_who_it_was(
    qtbot: QtBot, full: AppState, session: ProfileSession, target: Path
) -> None:
    shown = summary(qtbot, full, played(full, "run-1"), target)
    assert from_bytes(saved(qtbot, shown, target)).name == ""
    assert nameless(shown) == []


def test_what_was_answered_before_is_no_first_answer(
    qtbot: QtBot, full: AppState, session: ProfileSession, target: Path
) -> None:
    played(full, "run-1", QUESTIONS[:3])
    shown = summary(qtbot, full, played(full, "run-2"), target)
    found = from_bytes(saved(qtbot, shown, target))
    assert [answer.is_first for answer in found.answers] == [False] * 3 + [True] * (len(QUESTIONS) - 3)

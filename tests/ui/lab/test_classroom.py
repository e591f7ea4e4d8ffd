"""In class: hands before and after, writers, papers, and letters large enough for the last row."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.memo import to_markdown
from r2p_app.lab.exercise import Vote
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.export.work import finish
from r2p_app.ui.lab.classroom import ClassView
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.memo_paper import memo_paper
from r2p_app.ui.lab.printing import PaperButton, Printed, paper_markdown, paper_pdf
from r2p_app.ui.lab.projector import LabProjector, slides
from r2p_app.ui.lab.roles import ROLES, role_cards
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.teacher_guide import teacher_guide
from r2p_app.ui.projector.canvas import SMALLEST_LETTER, Edges, ProjectorCanvas
from tests.lab.making import NOON
from tests.ui.lab.conftest import CUT, shipped

MakeSession = Callable[..., LabSession]


@pytest.fixture
def room(qtbot: QtBot, session: MakeSession) -> ClassView:
    made = ClassView(session())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_hands_are_typed_or_counted_by_keys(qtbot: QtBot, room: ClassView) -> None:
    votes = room.votes
    votes.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        QTest.keyClick(votes, key)
    votes.which.choose(1)
    QTest.keyClick(votes, Qt.Key.Key_3)
    votes.steppers["reinforce", True].set_value(12)
    kept = room.session.state.store.exercises.get(room.session.exercise.id)
    assert kept is not None
    assert (kept.vote.before["reinforce"], kept.vote.before["cut-to-270"]) == (1, 1)
    assert (kept.vote.after["reinforce"], kept.vote.after["keep-force"]) == (12, 1)
    assert votes.bars["reinforce"].accessibleName() == "before 1, after 12"
    assert votes.total.text() == "Before: 2 hands. After: 13 hands."


def test_writers_have_roles_and_need_no_names(room: ClassView) -> None:
    room.writers.count.set_value(3)
    assert [memo.role for memo in room.session.exercise.memos] == [name for name, _ in ROLES[:3]]
    room.writers.names[1].setText("Second row")
    room.flush()
    assert room.session.exercise.memos[1].role == "Second row"
    room.writers.count.set_value(1)
    assert [memo.role for memo in room.session.exercise.memos] == [""]


@pytest.mark.parametrize("point", shipped().all(DecisionPoint), ids=lambda point: point.id)
def test_letters_on_the_projector_are_large_enough(qtbot: QtBot, session: MakeSession, point: DecisionPoint) -> None:
    canvas = ProjectorCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1280, 720)
    pages = slides(session(point.id))
    assert len(pages) >= 5
    for page in pages:
        canvas.show_content(page, Edges())
        assert canvas.smallest_letter() >= SMALLEST_LETTER, page


@pytest.fixture
def projector(qtbot: QtBot, session: MakeSession) -> LabProjector:
    made = LabProjector(session())
    qtbot.addWidget(made)
    made.show_on(made)
    return made


def test_pages_turn_by_keys_and_say_where_they_are(qtbot: QtBot, projector: LabProjector) -> None:
    QTest.keyClick(projector.canvas, Qt.Key.Key_PageDown)
    assert projector.canvas.accessibleDescription().startswith(f"2 of {len(projector.pages)}\nBefore we begin")
    QTest.keyClick(projector.canvas, Qt.Key.Key_PageUp)
    assert projector.number == 0
    QTest.keyClick(projector.canvas, Qt.Key.Key_End)
    QTest.keyClick(projector.canvas, Qt.Key.Key_Right)
    assert projector.number == len(projector.pages) - 1
    QTest.keyClick(projector.canvas, Qt.Key.Key_B)
    assert projector.canvas.is_blank
    with qtbot.waitSignal(projector.closed):
        QTest.keyClick(projector.canvas, Qt.Key.Key_Escape)


def test_hands_that_are_counted_are_shown_at_once(projector: LabProjector) -> None:
    session = projector._session
    before = len(projector.pages)
    session.change(lambda at: session.exercise.voted(Vote({"reinforce": 7}, {}), at))
    assert len(projector.pages) == before + 1
    QTest.keyClick(projector.canvas, Qt.Key.Key_End)
    assert "before 7, after 0" in projector.canvas.accessibleDescription()
    session.change(lambda at: session.exercise.voted(Vote({"reinforce": 7}, {"reinforce": 9}), at))
    assert "before 7, after 9" in projector.canvas.accessibleDescription()


def test_what_followed_is_projected_only_after_the_advice(session: MakeSession) -> None:
    made = session()
    before = len(slides(made))
    made.change(lambda at: made.exercise.other_task_answered({}, at))
    made.advise()
    assert len(slides(made)) == before + 2 + len(made.decision.later_assessments)


def test_role_cards_stand_on_sheets_of_their_own() -> None:
    paper = role_cards(shipped(), shipped().get(CUT, DecisionPoint))
    text = to_markdown(paper)
    assert text.count("\n---\n") == len(ROLES) - 1
    assert all(f"## {name}" in text for name, _ in ROLES)
    assert "voted 15" not in text


def test_the_guide_has_timing_rules_alternatives_and_the_debrief() -> None:
    text = to_markdown(teacher_guide(shipped(), shipped().get(CUT, DecisionPoint)))
    for heading in ("Timing: 70 minutes", "Ground rules", "Alternatives", "The debrief"):
        assert f"## {heading}" in text
    assert "Michael Barnett" in text


def test_a_memo_as_pdf_and_markdown(session: MakeSession) -> None:
    made = session()
    memo = made.exercise.memos[0]
    made.change(lambda at: made.exercise.written(0, type(memo)(option="keep-force", reasons="Žepa & <b>"), at))
    paper = memo_paper(shipped(), made.decision, made.exercise)
    assert "Ask to keep the present force" in finish(paper_markdown(paper)).decode()
    assert "Sources of the evidence" not in finish(paper_markdown(paper)).decode()
    pdf = finish(paper_pdf(paper, shipped().pack))
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 5_000


def test_the_projector_opens_from_the_class(qtbot: QtBot, view: Callable[..., ExerciseView]) -> None:
    made = view()
    made.show_view("class")
    assert isinstance(made.step_view, ClassView)
    made.step_view.projector.click()
    assert made.projector is not None
    assert made.projector.isFullScreen()
    assert made.session.exercise.started_at != NOON
    with qtbot.waitSignal(made.projector.closed):
        made.projector.close()


def is_done(dialog: SavingDialog) -> bool:
    return dialog.buttons[-1].text() == "Close"


def test_a_paper_is_saved_where_one_says(qtbot: QtBot, session: MakeSession, tmp_path: Path) -> None:
    made = session()
    paper = role_cards(shipped(), made.decision)
    targets = {".pdf": tmp_path / "roles.pdf", ".md": tmp_path / "roles.md"}
    button = PaperButton(
        "Role cards",
        made.state,
        lambda: Printed("roles", paper),
        ask=lambda _parent, _title, suggested, _filters: str(targets[Path(suggested).suffix]),
    )
    qtbot.addWidget(button)
    for kind, suffix in (("markdown", ".md"), ("pdf", ".pdf")):
        button.save(kind)
        qtbot.waitUntil(targets[suffix].exists, timeout=20_000)
        (dialog,) = button.findChildren(SavingDialog)
        qtbot.waitUntil(partial(is_done, dialog))
        dialog.accept()
        qtbot.waitUntil(lambda: not button.findChildren(SavingDialog))
    assert targets[".md"].read_text(encoding="utf-8").startswith("# Reinforce, cut or leave?")
    assert targets[".pdf"].read_bytes().startswith(b"%PDF")

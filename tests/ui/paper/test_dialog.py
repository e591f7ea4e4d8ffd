"""The dialog and the buttons that open it: what is asked, and the file that comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Document
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.export.paper.handouts.subject import Handout, quiz_subject, subject_of
from r2p_app.export.paper.setting import PaperSize
from r2p_app.learning.request import Request
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.pages.lessons import LessonsPage
from r2p_app.ui.paper.dialog import HandoutDialog
from r2p_app.ui.paper.handouts import HandoutButton, HandoutPrinting, record_button
from r2p_app.ui.paper.making import Plan
from r2p_app.ui.paper.quizzes import quiz_of
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.quiz.start import StartView
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look

LESSON = "l-rwanda-two-weeks-in-april"


@pytest.fixture
def dialog(qtbot: QtBot, library: Library, look: Look) -> Iterator[HandoutDialog]:
    owner = QWidget()  # the dialog is freed when it closes
    qtbot.addWidget(owner)
    made = HandoutDialog(library, subject_of(library, library.get(LESSON, Lesson)), owner)
    made.show()
    yield made
    owner.close()


def test_it_offers_what_there_is_and_says_what_it_is(dialog: HandoutDialog) -> None:
    assert [dialog.kinds.itemText(place) for place in range(dialog.kinds.count())] == [
        "Worksheet",
        "Test",
        "Answer key",
        "Sort cards",
        "Evidence cards",
        "Role cards",
        "Timeline frieze",
        "Teacher’s guide",
    ]
    for kind in Handout:
        dialog.choose(kind)
        assert dialog.line.text()


def test_only_what_fits_the_handout_is_asked(dialog: HandoutDialog) -> None:
    shown = {}
    for kind in Handout:
        dialog.choose(kind)
        shown[kind] = dialog.versions.isVisible(), dialog.answers.isVisible()
    assert shown[Handout.TEST] == (True, True)
    assert shown[Handout.KEY] == (True, False)
    assert shown[Handout.WORKSHEET] == (False, True)
    assert shown[Handout.SORT_CARDS] == (False, True)
    for kind in (Handout.FRIEZE, Handout.GUIDE, Handout.ROLE_CARDS, Handout.EVIDENCE_CARDS):
        assert shown[kind] == (False, False)


def test_by_keyboard_from_the_kind_to_the_plan(qtbot: QtBot, dialog: HandoutDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    plans: list[Plan] = []
    dialog.chosen.connect(plans.append)
    assert dialog.kinds.hasFocus()
    QTest.keyClick(dialog.kinds, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is dialog.sizes.focus_stop():
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    while dialog.focusWidget() is not dialog.versions.number:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    while dialog.focusWidget() is not dialog.answers:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    while dialog.focusWidget() is not dialog.save:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    (plan,) = plans
    assert (plan.handout, plan.paper, plan.versions, plan.answers) == (Handout.TEST, PaperSize.LETTER, 2, True)
    assert plan.stem == f"{LESSON}-test"


def test_what_was_chosen_for_another_kind_is_not_taken_along(dialog: HandoutDialog) -> None:
    dialog.choose(Handout.TEST)
    dialog.versions.set_value(4)
    dialog.answers.setChecked(True)
    dialog.choose(Handout.GUIDE)
    plan = dialog.plan()
    assert (plan.versions, plan.answers) == (1, False)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_that_is_asked_can_be_reached_at_any_size_of_text(
    qtbot: QtBot, library: Library, look: Look, scale: float
) -> None:
    look.apply("contrast", scale)
    made = HandoutDialog(library, subject_of(library, library.get(LESSON, Lesson)))
    qtbot.addWidget(made)
    made.choose(Handout.TEST)
    made.show()
    for part in (made.answers, made.versions.number, made.kinds):
        made.page.ensureWidgetVisible(part)
        seen = made.page.viewport()
        assert seen.rect().contains(QRect(part.mapTo(seen, QPoint()), part.size()))
        assert part.height() >= look.theme.px(24)
    assert made.save.height() >= made.save.sizeHint().height()
    assert made.save.accessibleName() == "Save as PDF"


def test_where_there_is_nothing_it_says_so(qtbot: QtBot, library: Library, look: Look) -> None:
    made = HandoutDialog(library, quiz_subject(library, (), "Empty", seed=1))
    qtbot.addWidget(made)
    assert not made.save.isEnabled()
    assert "nothing" in made.line.text()
    with pytest.raises(ValueError, match="no handout"):
        made.plan()


def saved(qtbot: QtBot, owner: QWidget, dialog: HandoutDialog, target: Path) -> bytes:
    """Save what is chosen, and wait for the file."""
    dialog.save.click()
    (saving,) = owner.window().findChildren(SavingDialog)
    qtbot.waitUntil(lambda: "Saved as" in saving.words.text(), timeout=30_000)
    saving.accept()
    return target.read_bytes()


def test_from_the_wish_to_the_file(
    qtbot: QtBot, state: AppState, preferences: Preferences, library: Library, tmp_path: Path
) -> None:
    state.set_library(library)
    state.preferences = preferences
    target = tmp_path / "guide.pdf"
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    names: list[str] = []

    def ask(_parent: QWidget, _title: str, suggested: str, _filters: str) -> str:
        names.append(Path(suggested).name)
        return str(target)

    dialog = HandoutPrinting(state, owner, ask=ask).open_record(library.get(LESSON, Lesson))
    dialog.choose(Handout.GUIDE)
    assert saved(qtbot, owner, dialog, target).startswith(b"%PDF")
    assert names == [f"{LESSON}-guide.pdf"]


def test_the_plan_of_a_lesson_opens_it(qtbot: QtBot, state: AppState, library: Library) -> None:
    state.set_library(library)
    page = LessonsPage(state)
    qtbot.addWidget(page)
    page.show_link(Link("lessons", (LESSON,)))
    page.show()
    (button,) = (each for each in page.findChildren(QPushButton) if each.text() == "Handouts…")
    button.click()
    (dialog,) = page.findChildren(HandoutDialog)
    assert dialog.kind is Handout.WORKSHEET
    dialog.reject()


@pytest.mark.parametrize("name", ["doc-res-912", "dp-unamir-cut", "rwanda"])
def test_a_button_opens_it_for_its_record(qtbot: QtBot, state: AppState, library: Library, name: str) -> None:
    state.set_library(library)
    record = library.entry(name).item
    assert isinstance(record, Document | DecisionPoint | Case)
    button = record_button(state, record)
    qtbot.addWidget(button)
    button.click()
    (dialog,) = button.findChildren(HandoutDialog)
    assert dialog.plan().subject.id == name
    dialog.reject()


def test_what_is_chosen_for_a_quiz_becomes_a_test(qtbot: QtBot, state: AppState, library: Library) -> None:
    state.set_library(library)
    request = Request(case="kosovo", count=5)
    view = StartView(state, None, request)
    qtbot.addWidget(view)
    assert isinstance(view.handouts, HandoutButton)
    view.handouts.click()
    (dialog,) = view.findChildren(HandoutDialog)
    subject = dialog.plan().subject
    assert len(subject.questions) == 5
    assert subject == quiz_of(library, request)
    assert {library.case_of(question.id) for question in subject.questions} == {"kosovo"}
    dialog.reject()


def test_a_code_gives_everyone_the_same_test(library: Library) -> None:
    first, second = (quiz_of(library, Request(code=code)) for code in ("10 B", "10 b"))
    assert first == second
    assert first.questions != quiz_of(library, Request(code="other")).questions

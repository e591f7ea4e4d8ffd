"""An exercise from beginning to end, by keyboard alone; what is saved, resumed, refused."""

import operator
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import OTHER, Finding, Step
from r2p_app.lab.judgement import Level
from r2p_app.ui.lab.advise import AdviseStep
from r2p_app.ui.lab.debrief import DebriefStep
from r2p_app.ui.lab.evidence import MIME, evidence_mime, evidence_of
from r2p_app.ui.lab.exercise_view import IN_CLASS, OTHER_TASK, ExerciseView
from r2p_app.ui.lab.known import KnownStep
from r2p_app.ui.lab.other_task import OtherTask
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.weigh import WeighStep

MakeView = Callable[..., ExerciseView]


@pytest.fixture
def active(qtbot: QtBot, view: MakeView) -> ExerciseView:
    made = view()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def tab_to(view: ExerciseView, is_there: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until the focus is where it should be."""
    for _ in range(200):
        focus = QApplication.focusWidget()
        if focus is not None and is_there(focus):
            return focus
        QTest.keyClick(focus or view, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def shown(view: ExerciseView) -> QWidget | None:
    return view.step_view


def choose_in(menu: QMenu, words: str) -> None:
    """Choose an entry of an open menu."""
    next(action for action in menu.actions() if action.text() == words).trigger()


@pytest.mark.qt_log_level_fail("CRITICAL")  # popups make the offscreen platform talk
def test_a_whole_exercise_by_keyboard(qtbot: QtBot, active: ExerciseView) -> None:
    view, decision = active, active.session.decision
    tab_to(view, lambda widget: widget is view.on)
    QTest.keyClick(view.on, Qt.Key.Key_Return)
    assert isinstance(shown(view), KnownStep)
    tab_to(view, lambda widget: widget is view.on)
    QTest.keyClick(view.on, Qt.Key.Key_Return)

    step = shown(view)
    assert isinstance(step, WeighStep)
    finish(step)
    for criterion in decision.criteria_in_play:
        card = tab_to(view, lambda widget: widget is step.cards[0])
        QTest.keyClick(card, Qt.Key.Key_E)
        menu = step.cards[0].menu
        assert menu is not None
        choose_in(menu, step.rows[criterion].judgement.name)
        menu.close()
        button = tab_to(view, step.rows[criterion].judgement.levels.isAncestorOf)
        QTest.keyClick(button, Qt.Key.Key_Space)
        step.cards[0].setFocus()
    tab_to(view, lambda widget: widget is view.on)
    QTest.keyClick(view.on, Qt.Key.Key_Return)

    advise = shown(view)
    assert isinstance(advise, AdviseStep)
    (form,) = advise.forms
    option = tab_to(view, lambda widget: widget in form.choice.rows.values())
    QTest.keyClick(option, Qt.Key.Key_Space)
    for written in (form.reasons, form.risks, form.change_mind):
        tab_to(view, partial(operator.is_, written.field))
        QTest.keyClicks(written.field, "Because")
    tab_to(view, lambda widget: widget is advise.give)
    QTest.keyClick(advise.give, Qt.Key.Key_Return)

    debrief = shown(view)
    assert isinstance(debrief, DebriefStep)
    field = debrief.fields["fair"].field
    tab_to(view, lambda widget: widget is field)
    QTest.keyClicks(field, "To have asked")
    tab_to(view, lambda widget: widget is debrief.finish)
    with qtbot.waitSignal(view.exit_requested):
        QTest.keyClick(debrief.finish, Qt.Key.Key_Return)
    kept = view.session.state.store.exercises.get(view.session.exercise.id)
    assert kept is not None
    assert kept.finished_at is not None
    assert kept.memos[0].reasons == "Because"
    assert kept.answers == {"fair": "To have asked"}
    assert all(kept.finding(one).weighing.evidence for one in decision.criteria_in_play)
    log = view.session.state.store.judgements.latest(decision.id)
    assert set(log) == set(decision.criteria_in_play)


def test_every_focus_stop_has_a_name(view: MakeView) -> None:
    made = view()
    for name in ("brief", "known", "weigh", "advise", IN_CLASS):
        made.show_view(name)
        stops = [one for one in made.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        unnamed = [one for one in stops if one.isVisible() and not (one.accessibleName() or one.focusProxy())]
        assert [(name, type(one).__name__) for one in unnamed if type(one).__name__ != "QLineEdit"] == []


def test_a_step_that_is_closed_says_why(view: MakeView, qtbot: QtBot) -> None:
    made = view()
    with qtbot.waitSignal(made.announced) as told:
        made.go_to(Step.ADVISE)
    assert told.args == ["Judge each criterion in play first."]
    assert made.shown == "brief"
    assert not made.bar.buttons[Step.DEBRIEF].isEnabled()
    assert "once the advice is given" in made.bar.buttons[Step.DEBRIEF].toolTip()


def finish(step: WeighStep) -> None:
    """Have everything made, and shown: what was added to a visible layout is, with the next event."""
    step.making.complete()
    QApplication.processEvents()


def weigh(made: ExerciseView) -> WeighStep:
    made.go_to(Step.WEIGH)
    assert isinstance(made.step_view, WeighStep)
    return made.step_view


def judge_all(made: ExerciseView) -> None:
    step = weigh(made)
    for criterion in made.session.decision.criteria_in_play:
        step.rows[criterion].judgement.levels._group.button(2).click()
        step.attach("human-rights-watch", criterion)


def test_evidence_is_attached_taken_off_and_set_against(view: MakeView) -> None:
    made = view()
    step = weigh(made)

    def found() -> Finding:
        return made.session.exercise.finding(Criterion.JUST_CAUSE)

    step.attach("human-rights-watch", Criterion.JUST_CAUSE)
    assert found().weighing.evidence == ("human-rights-watch",)
    step.rows[Criterion.JUST_CAUSE].oppose("human-rights-watch")
    assert (found().weighing.evidence, found().against) == ((), ("human-rights-watch",))
    step.attach("human-rights-watch", Criterion.JUST_CAUSE)
    assert (found().weighing.evidence, found().against) == (("human-rights-watch",), ())
    step.attach("human-rights-watch", Criterion.JUST_CAUSE)
    assert found().weighing.evidence == ()


def test_one_row_is_open_at_a_time(view: MakeView) -> None:
    made = view()
    step = weigh(made)
    for criterion in (Criterion.JUST_CAUSE, Criterion.LAST_RESORT):
        step.rows[criterion].judgement.open()
    opened = [criterion for criterion, row in step.rows.items() if row.judgement.opener.isChecked()]
    assert opened == [Criterion.LAST_RESORT]


def test_evidence_is_dropped_on_a_criterion(view: MakeView) -> None:
    made = view()
    row = weigh(made).rows[Criterion.LAST_RESORT]
    mime = evidence_mime("report-of-options")
    for _ in range(2):  # a second drop changes nothing
        row.dropEvent(
            QDropEvent(
                QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            )
        )
    assert row.finding.weighing.evidence == ("report-of-options",)


def test_only_evidence_can_be_dropped() -> None:
    mime = QMimeData()
    mime.setText("a word")
    assert (evidence_of(mime), MIME in mime.formats()) == ("", False)


def test_every_change_is_kept_at_once_and_an_exercise_goes_on_where_it_was(view: MakeView, qtbot: QtBot) -> None:
    made = view()
    judge_all(made)
    made.go_to(Step.ADVISE)
    assert isinstance(made.step_view, AdviseStep)
    made.step_view.forms[0].reasons.field.setPlainText("Half a thought")
    made.flush()
    state, kept = made.session.state, made.session.state.store.exercises.get(made.session.exercise.id)
    assert kept is not None
    again = ExerciseView(LabSession(state, made.session.decision, kept))
    qtbot.addWidget(again)
    assert isinstance(again.step_view, AdviseStep)
    assert again.step_view.forms[0].reasons.text == "Half a thought"
    assert kept.finding(Criterion.JUST_CAUSE).weighing.level is Level.LIKELY


def test_a_memo_that_is_not_complete_is_not_given(view: MakeView) -> None:
    made = view()
    judge_all(made)
    made.go_to(Step.ADVISE)
    step = made.step_view
    assert isinstance(step, AdviseStep)
    step.give.click()
    assert not made.session.exercise.is_advised
    assert step._problem.text() == "Choose an option, or write what you recommend instead."
    step.forms[0].choice.choose([OTHER])
    assert step.forms[0].recommendation.isVisibleTo(made)
    assert step.forms[0].first_missing() is step.forms[0].recommendation.field


def test_several_writers_advise_side_by_side(view: MakeView) -> None:
    made = view()
    judge_all(made)
    at = made.session.state.now()
    made.session.change(lambda _at: made.session.exercise.with_roles(("Legal adviser", "Adviser on means"), at))
    made.go_to(Step.ADVISE)
    assert isinstance(made.step_view, AdviseStep)
    first, second = made.step_view.forms
    for form, option in ((first, "keep-force"), (second, "withdraw-all")):
        form.choice.choose([option])
        for field in (form.reasons, form.risks, form.change_mind):
            field.field.setPlainText(option)
    made.step_view.give.click()
    assert [(memo.role, memo.option) for memo in made.session.exercise.memos] == [
        ("Legal adviser", "keep-force"),
        ("Adviser on means", "withdraw-all"),
    ]
    assert isinstance(made.step_view, DebriefStep)


def test_judgements_can_be_read_again_but_not_changed(view: MakeView) -> None:
    made = view()
    judge_all(made)
    made.session.change(lambda at: made.session.exercise.other_task_answered({}, at))
    made.session.advise()
    before = made.session.exercise
    row = weigh(made).rows[Criterion.JUST_CAUSE]
    row.judgement.open()
    assert row.judgement.reasons is not None
    assert row.judgement.reasons.isReadOnly()
    assert not row.judgement.levels.isEnabled()
    assert not row.acceptDrops()
    assert made.session.exercise.findings == before.findings


def test_the_other_task_is_offered_and_takes_no_seat(view: MakeView) -> None:
    made = view()
    made.step_view.other_task.click()  # type: ignore[union-attr]
    task = made.step_view
    assert isinstance(task, OtherTask)
    assert made.shown == OTHER_TASK
    task.fields["made"].field.setPlainText("An organisation")
    task.done.click()
    assert made.session.exercise.other_task == {"made": "An organisation"}
    assert made.session.exercise.is_advised
    assert isinstance(made.step_view, DebriefStep)
    assert made.step_view.memo.isHidden()


def test_one_can_return_from_the_other_task(view: MakeView) -> None:
    made = view()
    made.step_view.other_task.click()  # type: ignore[union-attr]
    assert isinstance(made.step_view, OtherTask)
    made.step_view.back.click()
    assert made.session.exercise.other_task is None
    assert made.shown == "brief"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 640), (640, 500)])
def test_no_step_is_wider_than_the_window(view: MakeView, width: int, height: int) -> None:
    made = view()
    made.resize(width, height)
    for name in ("brief", "known", "weigh", "advise", IN_CLASS):
        made.show_view(name)
        QApplication.processEvents()
        assert made.minimumSizeHint().width() <= width, name


def test_the_way_out_is_on_every_step(view: MakeView, qtbot: QtBot) -> None:
    made = view()
    for name in ("brief", "known", "weigh", "advise", IN_CLASS):
        made.show_view(name)
        assert made.leave.isVisible(), name
        assert made.rect().contains(made.leave.mapTo(made, QPoint(0, 0)))
    with qtbot.waitSignal(made.exit_requested):
        made.leave.click()


def test_the_keyboard_goes_through_all_evidence_before_the_criteria(active: ExerciseView) -> None:
    step = weigh(active)
    finish(step)
    assert len(step.cards) == len(active.session.horizon.facts) > 3
    stops: list[QWidget] = [step.cards[0]]
    step.cards[0].setFocus()
    for _ in range(len(step.cards) + len(step.rows)):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.append(focus)
    assert stops[: len(step.cards)] == step.cards
    assert next(iter(step.rows.values())).isAncestorOf(stops[len(step.cards)])


def test_the_debrief_is_read_from_its_top(qtbot: QtBot, active: ExerciseView) -> None:
    active.resize(700, 420)
    active.session.change(lambda at: active.session.exercise.other_task_answered({}, at))
    active.session.advise()
    active.go_to(Step.DEBRIEF)
    debrief = active.step_view
    assert isinstance(debrief, DebriefStep)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is debrief)
    assert debrief.verticalScrollBar().value() == 0
    assert "hindsight" in debrief.accessibleDescription()
    QTest.keyClick(debrief, Qt.Key.Key_PageDown)
    assert debrief.verticalScrollBar().value() > 0

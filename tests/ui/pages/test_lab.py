"""The page of the lab: choosing, going on, leaving with a question, looking back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.content.teaching import DecisionPoint, Sequence
from r2p_app.lab.exercise import Exercise, Finding, Memo, Step
from r2p_app.lab.judgement import Level, Weighing
from r2p_app.store import Store
from r2p_app.ui.lab.chooser import LabChooser
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.looking_back import CompareView, SummaryView
from r2p_app.ui.lab.sequence import SequenceView
from r2p_app.ui.lab.start import StartView
from r2p_app.ui.pages.lab import LabPage
from r2p_app.ui.palette import Palette
from r2p_app.ui.routes import resolve
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import AppState, Changes
from tests.ui.conftest import NOON
from tests.ui.lab.conftest import CUT, shipped, state  # noqa: F401 - the fixture takes the place of the usual one

COUNCIL = "seq-rwanda-council"


def advised(decision_id: str = CUT, days: int = 0, reasons: str = "Because") -> Exercise:
    decision = shipped().get(decision_id, DecisionPoint)
    at = NOON + timedelta(days=days)
    one = Exercise(id=f"{decision_id}-{days}", decision=decision_id, started_at=at, changed_at=at)
    for criterion in decision.criteria_in_play:
        one = one.found(criterion, Finding(Weighing(Level.DOUBTFUL, reasons, (decision.known_then[0].id,))), at)
    memo = Memo(option=decision.options[0].id, reasons=reasons, risks="R", change_mind="C")
    return one.written(0, memo, at).advised(at)


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> LabPage:  # noqa: F811
    made = LabPage(state)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_choosing_lists_every_decision_and_sequence(page: LabPage) -> None:
    page.show_link(Link("lab"))
    assert isinstance(page.view, LabChooser)
    page.view.making.complete()
    links = {card.link for card in page.view.cards}
    assert {f"r2p://lab/{point.id}" for point in shipped().all(DecisionPoint)} <= links
    assert {f"r2p://lab/sequence/{one.id}" for one in shipped().all(Sequence)} <= links


def test_a_decision_not_yet_begun_opens_at_its_brief(page: LabPage, store: Store) -> None:
    page.show_link(Link("lab", (CUT,)))
    assert page.exercise is not None
    assert page.exercise.shown == "brief"
    assert store.exercises.all() == ()  # nothing was done yet
    page.exercise.go_to(Step.KNOWN)
    assert [one.step for one in store.exercises.all()] == [Step.KNOWN]


def test_its_place_restores_the_step_of_the_same_exercise(page: LabPage, state: AppState, qtbot: QtBot) -> None:  # noqa: F811
    page.show_link(Link("lab", (CUT,)))
    assert page.exercise is not None
    page.exercise.go_to(Step.WEIGH)
    place = page.place()
    again = LabPage(state)
    qtbot.addWidget(again)
    again.show_link(place)
    assert again.exercise is not None
    assert (again.exercise.shown, again.place()) == ("weigh", place)


def test_a_closed_step_in_a_link_opens_the_step_where_one_was(page: LabPage) -> None:
    page.show_link(Link("lab", (CUT, "debrief")))
    assert page.exercise is not None
    assert page.exercise.shown == "brief"


def test_work_begun_is_gone_on_with_begun_anew_or_taken_away(page: LabPage, store: Store, qtbot: QtBot) -> None:
    store.exercises.save(advised())
    page.show_link(Link("lab", (CUT,)))
    start = page.view
    assert isinstance(start, StartView)
    with qtbot.waitSignal(page.link_requested) as asked:
        start.openers[f"{CUT}-0"].click()
    assert asked.args == [f"r2p://lab/{CUT}/debrief?exercise={CUT}-0"]
    start.removers[f"{CUT}-0"].click()
    assert len(store.exercises.all()) == 1  # asked first
    start.removers[f"{CUT}-0"].click()
    assert store.exercises.all() == ()
    assert isinstance(page.view, StartView)
    page.view.begin.click()
    assert page.exercise is not None


def test_a_sequence_leads_from_one_to_the_next(page: LabPage, store: Store) -> None:
    first, second, *_ = (step.decision for step in shipped().get(COUNCIL, Sequence).steps)
    page.show_link(Link("lab", ("sequence", COUNCIL)))
    view = page.view
    assert isinstance(view, SequenceView)
    assert view.go_on is not None
    assert view.go_on.property("link") == f"r2p://lab/{first}"
    assert shipped().get(second, DecisionPoint).title not in words(view)
    store.exercises.save(advised(first))
    page.show_link(Link("lab", ("sequence", COUNCIL)))
    assert isinstance(page.view, SequenceView)
    assert page.view.go_on is not None
    assert page.view.go_on.property("link") == f"r2p://lab/{second}"


def test_memos_of_a_sequence_stand_side_by_side_and_print_together(page: LabPage, store: Store) -> None:
    for step in shipped().get(COUNCIL, Sequence).steps:
        store.exercises.save(advised(step.decision, reasons=f"Reason for {step.decision}"))
    page.show_link(Link("lab", ("sequence", COUNCIL)))
    assert isinstance(page.view, SequenceView)
    assert page.view.go_on is None
    for step in page.view.sequence.steps:
        assert f"Reason for {step.decision}" in words(page.view)
    paper = page.view._printed().paper
    assert len([block for block in paper.blocks if "Reason for" in str(block)]) >= 5


def test_leaving_an_exercise_returns_to_the_sequence(page: LabPage, qtbot: QtBot) -> None:
    page.show_link(Link("lab", ("sequence", COUNCIL)))
    page.show_link(Link("lab", ("dp-unamir-mandate",)))
    assert page.exercise is not None
    with qtbot.waitSignal(page.link_requested) as asked:
        page.exercise.leave.click()
    assert asked.args == [f"r2p://lab/sequence/{COUNCIL}"]


def test_advice_is_compared_over_time(page: LabPage, store: Store) -> None:
    store.exercises.save(advised(days=0, reasons="At first"))
    store.exercises.save(advised(days=30, reasons="A month later"))
    page.show_link(Link("lab", ("compare", CUT)))
    assert isinstance(page.view, CompareView)
    assert len(page.view.cards) == 2
    assert words(page.view).index("At first") < words(page.view).index("A month later")


def test_the_summary_shows_judgements_with_their_evidence_and_no_number(page: LabPage, store: Store) -> None:
    for decision_id in (CUT, "dp-french-offer"):
        store.exercises.save(advised(decision_id, reasons=f"On {decision_id}"))
    page.show_link(Link("lab", ("summary",)))
    assert isinstance(page.view, SummaryView)
    text = words(page.view)
    assert "Right authority" in text
    assert "On dp-french-offer" in text
    assert "Nigeria has circulated a draft" in text
    assert not [line for line in text.splitlines() if line.endswith("%")]


def test_it_says_so_where_nothing_was_judged(page: LabPage) -> None:
    page.show_link(Link("lab", ("summary",)))
    assert "You have not advised yet" in words(page.view)


def test_new_content_keeps_the_step(page: LabPage) -> None:
    page.show_link(Link("lab", (CUT,)))
    assert page.exercise is not None
    page.exercise.go_to(Step.KNOWN)
    page.refresh(Changes.LIBRARY)
    assert page.exercise is not None
    assert page.exercise.shown == "known"


def test_new_content_does_not_lose_what_was_just_begun(page: LabPage, store: Store) -> None:
    store.exercises.save(advised())
    page.show_link(Link("lab", (CUT,)))
    assert isinstance(page.view, StartView)
    page.view.begin.click()
    assert page.exercise is not None
    begun = page.exercise.session.exercise
    page.refresh(Changes.LIBRARY)
    assert page.exercise is not None
    assert page.exercise.session.exercise == begun


@pytest.mark.parametrize(
    ("link", "page_link"),
    [
        (f"r2p://decision/{CUT}", f"r2p://lab/{CUT}"),
        (f"r2p://sequence/{COUNCIL}", f"r2p://lab/sequence/{COUNCIL}"),
    ],
)
def test_links_in_content_open_the_lab(link: str, page_link: str) -> None:
    assert str(resolve(Link.parse(link), shipped())) == page_link


# --- the way out ------------------------------------------------------------------------------------------------------


@pytest.fixture
def inside(shell: Shell) -> ExerciseView:
    """An exercise open in the window, before the advice."""
    shell.navigation.open(f"r2p://lab/{CUT}/known")
    page = shell.stack.page
    assert isinstance(page, LabPage)
    assert page.exercise is not None
    return page.exercise


def test_leaving_is_asked_about_and_remembered(shell: Shell, inside: ExerciseView) -> None:
    session = inside.session
    shell.navigation.open("r2p://timeline")
    assert isinstance(shell.stack.page, LabPage)
    bar = shell.bars.bar("leave")
    assert bar is not None
    assert bar.text == "Leaving shows what happened later; the exercise is kept."
    bar.buttons[0].click()
    assert shell.stack.page is not None
    assert shell.stack.page.objectName() == "timeline"
    assert session.exercise.looked_ahead


def leave_by_rail(shell: Shell) -> None:
    shell.rail.page_requested.emit("home")


def leave_by_key(shell: Shell) -> None:
    shell.commands.run("page-case")


def leave_back(shell: Shell) -> None:
    shell.navigation.back()


def leave_by_record(shell: Shell) -> None:
    shell.navigation.open("r2p://actor/p-dallaire")


@pytest.mark.parametrize("leave", [leave_by_rail, leave_by_key, leave_back, leave_by_record])
def test_no_way_out_goes_without_asking(shell: Shell, inside: ExerciseView, leave: Callable[[Shell], None]) -> None:
    leave(shell)
    assert isinstance(shell.stack.page, LabPage)
    assert shell.stack.page.exercise is inside
    assert shell.bars.bar("leave") is not None
    assert shell.panel is None or not shell.panel.is_open


def test_steps_of_the_exercise_are_no_way_out(shell: Shell, inside: ExerciseView) -> None:
    shell.navigation.open(f"r2p://lab/{CUT}/weigh")
    assert inside.shown == "weigh"
    assert shell.bars.bar("leave") is None


def test_the_search_lists_only_what_lies_inside(shell: Shell, inside: ExerciseView) -> None:
    shell.open_palette()
    palette = shell.findChild(Palette, "confined-palette")
    assert isinstance(palette, Palette)
    palette.field.setText("resolution 918")
    assert palette.model.rowCount() == 0
    palette.field.setText("watch")
    titles = [palette.model.hit(row).title for row in range(palette.model.rowCount())]
    assert "Human Rights Watch" in titles
    assert all(title.startswith(("19 April 1994", "20 April 1994", "Human Rights Watch")) for title in titles)
    palette.field.setText("weigh")
    palette.choose()
    assert inside.shown == "weigh"


def test_after_the_advice_everything_is_open(shell: Shell, inside: ExerciseView) -> None:
    inside.session.change(lambda at: inside.session.exercise.other_task_answered({}, at))
    inside._on_advice_given()
    shell.navigation.open("r2p://timeline")
    assert shell.stack.page is not None
    assert shell.stack.page.objectName() == "timeline"
    assert not inside.session.exercise.looked_ahead

"""A question from prompt to feedback."""

from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Event, Figure, Status
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print as print_of
from r2p_app.learning.questions import display_order, grade
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.numeric import Number
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.quiz import Given
from r2p_app.store.settings import ASK_CONFIDENCE, SHOW_CONTENT_NOTES
from r2p_app.ui.quiz.question import QuestionView, Stage
from r2p_app.ui.quiz.references import References, support_words
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label
from r2p_app.ui.widgets.basic import column
from tests.learning import samples
from tests.ui.quiz.acting import breakable, focused, nameless, press, words_in, write
from tests.ui.quiz.conftest import Show

ONE, TWO, THREE, ENTER = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Return


class Owner(QWidget):
    """What a run does around a question: it hands over keys."""

    def __init__(self, question: QuestionBase, state: AppState) -> None:
        super().__init__()
        self.view = QuestionView(question, display_order(question, 1), state)
        self.bar = self.view.bar
        column(self.view, self.bar, into=self)
        self.given: list[Given] = []
        self.said: list[str] = []
        self.view.submitted.connect(self.given.append)
        self.view.announced.connect(self.said.append)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.view.handle_key(event)


@pytest.fixture
def owner(state: AppState, show: Show) -> Owner:
    return shown_owner(samples.single(), state, show)


def shown_owner(question: QuestionBase, state: AppState, show: Show) -> Owner:
    made = Owner(question, state)
    show(made)
    made.view.first_focus().setFocus()
    return made


def attempt(question: QuestionBase, answer: ChosenOption | ChosenOptions | Number) -> Attempt:
    score = grade(question, answer).score
    return Attempt(
        run="r", question=question.id, answer=answer, score=score, at=samples.NOON, confidence=Confidence.SURE
    )


def test_confidence_is_asked_before_anything_is_told(owner: Owner) -> None:
    press(TWO, ENTER)
    assert owner.given == []
    assert "How sure are you?" in words_in(owner)
    press(THREE)
    assert owner.given == [Given(ChosenOption("d"), Confidence.SURE, 0.0)]
    assert owner.view.stage is Stage.SUBMITTED


def test_nothing_is_submitted_without_an_answer(owner: Owner) -> None:
    press(ENTER)
    assert owner.view.stage is Stage.ANSWER
    assert owner.bar.message == "Choose an answer first."
    assert owner.said == ["Choose an answer first."]


def test_a_change_of_mind_takes_the_question_back(owner: Owner) -> None:
    press(TWO, ENTER)
    owner.view.card.press_number(1)
    assert owner.view.stage is Stage.ANSWER
    press(ENTER, ONE)
    assert owner.given == [Given(ChosenOption("a"), Confidence.NOT_SURE, 0.0)]


def test_nothing_is_submitted_twice(owner: Owner) -> None:
    press(TWO, ENTER, ONE)
    owner.bar.continued.emit()
    owner.bar.confidence_given.emit(Confidence.SURE)
    assert len(owner.given) == 1


def test_confidence_can_be_switched_off(state: AppState, show: Show) -> None:
    state.store.settings.set(ASK_CONFIDENCE, False)
    owner = shown_owner(samples.single(), state, show)
    press(TWO, ENTER)
    assert owner.given == [Given(ChosenOption("d"), None, 0.0)]


def test_an_open_answer_is_not_asked_how_sure_it_is(state: AppState, show: Show) -> None:
    owner = shown_owner(samples.memo(), state, show)
    write("My text")
    press(ENTER)
    assert owner.given == []
    press(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [given.confidence for given in owner.given] == [None]


def test_digits_belong_to_the_field_while_one_types(state: AppState, show: Show) -> None:
    owner = shown_owner(samples.numeric(), state, show)
    press(TWO)
    write("70")
    press(ENTER, TWO)
    assert owner.given == [Given(Number("270"), Confidence.FAIRLY_SURE, 0.0)]


@pytest.mark.parametrize("shown", [True, False])
def test_a_content_note_comes_first_unless_switched_off(shown: bool, state: AppState, show: Show) -> None:
    state.store.settings.set(SHOW_CONTENT_NOTES, shown)
    question = structs.replace(samples.single(), content_note="This question speaks of mass murder.")
    owner = shown_owner(question, state, show)
    assert ("This question speaks of mass murder." in words_in(owner)) is shown


def test_feedback_says_how_it_went_and_what_was_said(owner: Owner) -> None:
    press(TWO, ENTER, THREE)
    question = samples.single()
    kept = attempt(question, ChosenOption("d"))
    owner.view.show_attempt(kept, grade(question, kept.answer), next_words="Next question")
    owner.view.announce_verdict(grade(question, kept.answer))
    shown = words_in(owner)
    assert "Wrong" in shown
    assert "You said you were sure." in shown
    assert "As the inquiry of 1999 found." in shown
    assert "Choose one answer" not in shown
    assert owner.said == ["Wrong. The answer: Option b. As the inquiry of 1999 found."]
    assert focused() is owner.bar.main_button
    assert nameless(owner) == []


def test_enter_goes_on_after_the_feedback(owner: Owner, qtbot: QtBot) -> None:
    question = samples.single()
    kept = attempt(question, ChosenOption("b"))
    owner.view.show_attempt(kept, grade(question, kept.answer), next_words="Next question")
    owner.view.first_focus().setFocus()
    with qtbot.waitSignal(owner.view.continued):
        press(ENTER)


def test_without_anything_to_go_on_to_there_is_no_button(owner: Owner) -> None:
    question = samples.single()
    kept = attempt(question, ChosenOption("b"))
    owner.view.show_attempt(kept, grade(question, kept.answer))
    assert owner.bar.main_button.isHidden()


def test_a_part_of_the_answer_is_called_so(state: AppState, show: Show) -> None:
    question = samples.multiple()
    owner = shown_owner(question, state, show)
    kept = attempt(question, ChosenOptions(("a",)))
    owner.view.show_attempt(kept, grade(question, kept.answer), next_words="Next question")
    assert "Partly right" in words_in(owner)


def test_sources_and_the_place_to_read_on_are_links(owner: Owner, qtbot: QtBot) -> None:
    question = samples.single()
    kept = attempt(question, ChosenOption("b"))
    owner.view.show_attempt(kept, grade(question, kept.answer), next_words="Next question")
    references = owner.findChild(References)
    assert isinstance(references, References)
    text = breakable(references.toPlainText())
    assert text == (
        "How do we know? Report: S/1999/1257; UN document: S/RES/912 (1994), para 8. Status: official record."
        " An official document made at the time, or an official inquiry, records it.\nSee it on the timeline"
    )
    with qtbot.waitSignal(owner.view.link_requested) as asked:
        references.setFocus(Qt.FocusReason.TabFocusReason)
        press(ENTER)
    assert asked.args == ["r2p://source/un-inquiry-1999"]


def test_where_one_reads_on_in_a_chapter_the_status_is_that_of_what_cites_the_same_place(state: AppState) -> None:
    library = state.library
    by_source: dict[tuple[str, ...], set[Status]] = {}
    records: list[Event | Figure] = [*library.all(Event), *library.all(Figure)]
    for record in records:
        by_source.setdefault(record.sources, set()).add(record.status)
    for sources, statuses in by_source.items():
        words = support_words(library, structs.replace(samples.single(), sources=sources, see="r2p://chapter/one"))
        assert not words or [words.split(".")[0].removeprefix("Status: ")] == [label(one).lower() for one in statuses]
    unknown = structs.replace(samples.single(), sources=("un-inquiry-1999, p. 999",), see="r2p://chapter/one")
    assert support_words(library, unknown) == ""
    assert any(
        support_words(library, structs.replace(samples.single(), sources=sources, see="")) for sources in by_source
    )


def test_a_source_that_is_missing_is_named_as_the_author_wrote_it(state: AppState, show: Show) -> None:
    question = structs.replace(samples.single(), sources=("nowhere-1999, p. 3",), see="not a link")
    references = References(question, state.library)
    show(references)
    assert breakable(references.toPlainText()) == "How do we know? nowhere-1999, p. 3."


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("r2p://chapter/rwanda-warnings", "Read the chapter"),
        ("r2p://event/ev-res-912", "See it on the timeline"),
        ("r2p://document/doc-res-912", "Open the document"),
        ("r2p://decision/dp-x", "See the decision"),
        ("r2p://figure/fig-x", "Read more"),
    ],
)
def test_a_link_says_where_it_leads(link: str, words: str, state: AppState, show: Show) -> None:
    references = References(structs.replace(samples.single(), see=link), state.library)
    show(references)
    assert references.toPlainText().endswith(f"\n{words}")


def answered(state: AppState, question: QuestionBase, option: str, *, key_print: str = "") -> Attempt:
    """Save an answer to a question, by today's key unless told otherwise."""
    state.store.attempts.start(
        Run(id="r", mode=Mode.PRACTICE, seed=1, questions=(question.id,), started_at=samples.NOON)
    )
    given = structs.replace(attempt(question, ChosenOption(option)), key_print=key_print or print_of(question))
    return state.store.attempts.record(given)


def test_feedback_says_when_the_question_comes_back(state: AppState, show: Show) -> None:
    question = samples.single()
    kept = answered(state, question, "d")
    owner = shown_owner(question, state, show)
    owner.view.show_attempt(kept, grade(question, kept.answer))
    assert "This question comes back tomorrow." in words_in(owner)


def test_an_older_answer_does_not_say_when_the_question_comes_back(state: AppState, show: Show) -> None:
    question = samples.single()
    kept = answered(state, question, "d")
    owner = shown_owner(question, state, show)
    earlier = structs.replace(kept, at=samples.NOON - timedelta(days=9))
    owner.view.show_attempt(earlier, grade(question, kept.answer))
    assert "comes back" not in words_in(owner)


def test_a_question_whose_key_has_changed_says_so(state: AppState, show: Show) -> None:
    question = samples.single()
    answered(state, question, "d", key_print="the key of before")
    shown = words_in(shown_owner(question, state, show))
    assert "Corrected since you last studied it: your earlier answers no longer count." in shown


def test_a_question_that_only_reads_differently_does_not(state: AppState, show: Show) -> None:
    question = samples.single()
    answered(state, question, "d")
    reworded = structs.replace(question, prompt="What did the Council do by resolution 912?")
    assert "Corrected" not in words_in(shown_owner(reworded, state, show))

"""A text with gaps as a person fills it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from r2p_app.learning.questions import grade
from r2p_app.learning.questions.cloze import Filled
from r2p_app.ui.quiz.cloze import ClozeCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import press, words_in, write
from tests.ui.quiz.conftest import Show


def shown_card(show: Show) -> ClozeCard:
    card = ClozeCard(samples.cloze(), ())
    show(card)
    card.first_focus().setFocus()
    return card


def test_every_gap_is_filled_by_keyboard(look: Look, show: Show) -> None:
    card = shown_card(show)
    write("Security Council")
    assert card.answer() is None
    press(Qt.Key.Key_Tab)
    write("UNAMIR")
    assert card.answer() == Filled((("body", "Security Council"), ("force", "UNAMIR")))


def test_a_field_is_named_by_its_place_and_the_text_around_it(look: Look, show: Show) -> None:
    card = shown_card(show)
    field = card._fields["force"]
    assert field.accessibleName() == "Gap 2 of 2"
    assert field.accessibleDescription() == "On 21 April 1994 the gap 1 cut gap 2."


def test_punctuation_stays_with_its_gap(look: Look, show: Show) -> None:
    card = shown_card(show)
    holder = card._fields["force"].parentWidget()
    assert holder is not None
    assert words_in(holder) == "."


def test_the_verdict_tells_each_gap_apart(look: Look, show: Show) -> None:
    card = shown_card(show)
    answer = Filled((("body", "General Assembly"), ("force", "Unamir")))
    card.show_answer(answer)
    card.show_verdict(grade(samples.cloze(), answer))
    shown = words_in(card)
    assert "Gap 1: your answer: General Assembly." in shown
    assert "Gap 1: the answer: Security Council. Resolution 912 is the Council’s. Also accepted: Council." in shown
    assert "Gap 2: the answer, and yours: UNAMIR. The mission in Rwanda." in shown


def test_fields_grow_with_the_text(look: Look, show: Show, qtbot: QtBot) -> None:
    card = shown_card(show)
    before = card._fields["body"].width()
    look.apply(scale=2.0)
    qtbot.waitUntil(lambda: card._fields["body"].width() > before)


def test_very_long_and_hostile_words_do_no_harm(look: Look, show: Show) -> None:
    card = shown_card(show)
    hostile = "<b>x</b>\u202e\U0001f600" + "w" * 10_000
    card.show_answer(Filled((("body", hostile), ("force", "\ud800"))))
    card.show_verdict(grade(samples.cloze(), Filled((("body", hostile), ("force", "")))))
    assert "&lt;b&gt;x&lt;/b&gt;" in words_in(card)
    assert card.minimumSizeHint().width() <= 860

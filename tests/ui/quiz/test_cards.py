"""What holds for every card."""

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.load import load_pack
from r2p_app.content.questions import Ordering, Question, QuestionBase
from r2p_app.export.anki import SIDES
from r2p_app.learning.questions import KINDS, display_order, grade, key, kind_of
from r2p_app.paths import content_dir
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.cards import CARDS, PLAYABLE, make_card, playable
from r2p_app.ui.quiz.words import _KINDS, answer_words, kinds_words, verdict_words
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import nameless, words_in
from tests.ui.quiz.conftest import Show

ASKED = playable(samples.one_of_each())
every_question = pytest.mark.parametrize("question", ASKED, ids=lambda question: kind_of(question).name)


def card_for(question: QuestionBase) -> AnswerCard:
    return make_card(question, display_order(question, 1))


def test_every_kind_has_all_its_parts() -> None:
    """A kind is a record in content, judging, a card, words for it and its answers, a flashcard, and a sample."""
    records = set(get_args(Question))
    parts = {
        "judging": set(KINDS),
        "card": set(CARDS),
        "words": set(_KINDS),
        "flashcard": set(SIDES),
        "sample": {type(question) for question in load_pack(content_dir()).all(QuestionBase)},
    }
    assert {part: records ^ kinds for part, kinds in parts.items() if kinds != records} == {}
    assert records == PLAYABLE


def test_every_kind_has_a_name_and_its_answers_have_words() -> None:
    for question in samples.one_of_each():
        assert kinds_words([question]).startswith("1 ")
        assert answer_words(question, key(question))
        assert verdict_words(question, grade(question, key(question))).startswith("Right. The answer: ")


@every_question
def test_it_begins_without_an_answer_and_says_what_is_missing(question: QuestionBase, look: Look, show: Show) -> None:
    card = card_for(question)
    show(card)
    assert card.hint()
    if not isinstance(question, Ordering):  # any order of things is an answer
        assert card.answer() is None
        assert card.missing()


@every_question
def test_an_earlier_answer_is_shown_as_it_was_given(question: QuestionBase, look: Look, show: Show) -> None:
    card = card_for(question)
    show(card)
    card.show_answer(key(question))
    given = card.answer()
    assert given is not None or kind_of(question).name == "timeline"
    if given is not None:
        assert grade(question, given) == grade(question, key(question))


@every_question
def test_the_verdict_tells_the_answer_and_every_reason(question: QuestionBase, look: Look, show: Show) -> None:
    card = card_for(question)
    show(card)
    verdict = grade(question, key(question))
    card.show_answer(key(question))
    card.show_verdict(verdict)
    shown = words_in(card)
    assert [f.rationale for f in verdict.feedback if (f.chosen or f.correct) and f.rationale not in shown] == []


@every_question
def test_everything_that_takes_the_focus_has_a_name(question: QuestionBase, look: Look, show: Show) -> None:
    card = card_for(question)
    show(card)
    assert nameless(card) == []
    card.show_answer(key(question))
    card.show_verdict(grade(question, key(question)))
    assert nameless(card) == []


@every_question
def test_it_fits_a_small_window_with_large_text(question: QuestionBase, look: Look, show: Show) -> None:
    look.apply(scale=2.0)
    card = card_for(question)
    card.resize(744, 400)
    show(card)
    card.resize(744, 400)
    assert card.minimumSizeHint().width() <= 744
    card.show_answer(key(question))
    card.show_verdict(grade(question, key(question)))
    assert card.minimumSizeHint().width() <= 744


@every_question
def test_the_first_focus_lies_in_the_card(question: QuestionBase, look: Look, show: Show, qtbot: QtBot) -> None:
    card = card_for(question)
    show(card)
    card.first_focus().setFocus()
    qtbot.waitUntil(lambda: card.first_focus().hasFocus())
    assert card.isAncestorOf(card.first_focus())

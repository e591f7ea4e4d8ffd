from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.learning.questions import display_order, grade
from r2p_app.learning.questions.matching import Joined
from r2p_app.ui.quiz.matching import MatchingCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import settle, words_in
from tests.ui.quiz.conftest import Show


def shown_card(show: Show) -> MatchingCard:
    question = samples.matching()
    card = MatchingCard(question, display_order(question, 1))
    show(card)
    return card


def test_every_line_needs_a_choice(look: Look, show: Show, qtbot: QtBot) -> None:
    card = shown_card(show)
    choices = list(card._choices.values())
    for choice in choices[:-1]:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert card.answer() is None
    with qtbot.waitSignal(card.changed):
        QTest.keyClick(choices[-1], Qt.Key.Key_Down)
    answer = card.answer()
    assert isinstance(answer, Joined)
    assert [pair for pair, _ in answer.pairs] == ["p1", "p2", "p3"]


def test_each_choice_offers_every_right_side_once(look: Look, show: Show) -> None:
    choice = shown_card(show)._choices["p1"]
    assert sorted(choice.itemText(i) for i in range(choice.count())) == ["ICJ", "ICTR", "ICTY"]


def test_scrolling_the_page_changes_no_choice(look: Look, show: Show) -> None:
    choice = shown_card(show)._choices["p1"]
    choice.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.side == ""


def test_afterwards_each_line_says_what_belongs_to_it(look: Look, show: Show) -> None:
    card = shown_card(show)
    answer = Joined((("p1", "p1"), ("p2", "extra-1"), ("p3", "p2")))
    card.show_answer(answer)
    card.show_verdict(grade(samples.matching(), answer))
    shown = words_in(card)
    assert "The answer, and yours: ICTR. Tried in Arusha." in shown
    assert "Your answer: ICJ." in shown
    assert "The answer: ICTY. Tried in The Hague." in shown
    assert "The answer: ICTR. Pleaded guilty in Arusha." in shown


def test_choices_stand_below_their_lines_in_a_narrow_window(look: Look, show: Show) -> None:
    card = shown_card(show)
    left, choice = card._lefts["p1"], card._choices["p1"]
    assert choice.x() > left.x()
    card.resize(400, 700)
    settle(card)
    assert choice.x() == left.x()
    assert choice.y() > left.y()

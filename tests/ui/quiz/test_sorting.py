"""Evidence laid on piles by key, by list and by dragging."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from r2p_app.learning.questions import display_order, grade
from r2p_app.learning.questions.evidence_sort import Sorted
from r2p_app.ui.quiz.sorting import Pile, SortingCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import click, words_in
from tests.ui.quiz.conftest import Show

ANSWER = Sorted((("a", "prevent"), ("b", "react"), ("c", "react"), ("d", "rebuild")))


def shown_card(show: Show) -> SortingCard:
    question = samples.evidence_sort()
    card = SortingCard(question, display_order(question, 1))
    show(card)
    card.first_focus().setFocus()
    return card


def labels(card: SortingCard) -> list[str]:
    return [pile._label.text() for pile in card.piles]


def test_digits_lay_card_after_card(look: Look, show: Show) -> None:
    card = shown_card(show)
    for number in (1, 2, 3):
        assert card.press_number(number)
    assert card.answer() is None
    assert card.press_number(3)
    assert list(card.chosen().values()) == ["prevent", "react", "rebuild", "rebuild"]
    assert labels(card) == ["1  Prevent · 1", "2  React · 1", "3  Rebuild · 2"]
    assert isinstance(card.answer(), Sorted)


def test_there_are_no_more_digits_than_piles(look: Look, show: Show) -> None:
    assert not shown_card(show).press_number(4)


def test_the_list_beside_a_card_lays_it_too(look: Look, show: Show) -> None:
    card = shown_card(show)
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Down)
    assert next(iter(card.chosen().values())) == "prevent"


def test_a_click_on_a_pile_takes_the_card_in_focus(look: Look, show: Show) -> None:
    card = shown_card(show)
    first, second = list(card.chosen())[:2]
    card._choices[second].setFocus()
    click(card.piles[2])
    assert card.chosen()[second] == "rebuild"
    assert card.chosen()[first] == ""


def dropped(pile: Pile, data: QMimeData) -> bool:
    """Drag data onto a pile; return whether it was taken."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.MoveAction, data, left, none)
    enter.ignore()
    QApplication.sendEvent(pile, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(pile, QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, left, none))
    return True


def test_a_card_is_dragged_onto_a_pile(look: Look, show: Show) -> None:
    card, data = shown_card(show), QMimeData()
    data.setData("application/x-r2p-evidence", b"c")
    assert dropped(card.piles[1], data)
    assert card.chosen()["c"] == "react"


def test_nothing_from_elsewhere_is_taken(look: Look, show: Show) -> None:
    card, data = shown_card(show), QMimeData()
    data.setText("c")
    assert not dropped(card.piles[1], data)
    foreign = QMimeData()
    foreign.setData("application/x-r2p-evidence", b"nobody")
    dropped(card.piles[1], foreign)
    assert list(card.chosen().values()).count("react") <= 1


def test_afterwards_each_card_says_where_it_belongs(look: Look, show: Show) -> None:
    card = shown_card(show)
    card.show_answer(ANSWER)
    assert not card.press_number(1)
    card.show_verdict(grade(samples.evidence_sort(), ANSWER))
    shown = words_in(card)
    assert "The answer, and yours: Prevent. Because of 1." in shown
    assert "Your answer: React." in shown
    assert "The answer: Prevent. Because of 2." in shown
    assert not card.piles[0].isVisible()

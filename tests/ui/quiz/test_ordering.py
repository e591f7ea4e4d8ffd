from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.learning.questions import grade
from r2p_app.learning.questions.ordering import Order
from r2p_app.ui.quiz.ordering import OrderingCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import click, focused, press, settle, words_in
from tests.ui.quiz.conftest import Show

ALT = Qt.KeyboardModifier.AltModifier


def shown_card(show: Show, order: str = "bcda") -> OrderingCard:
    card = OrderingCard(samples.ordering(), tuple(order))
    show(card)
    card.first_focus().setFocus()
    return card


def test_alt_and_arrows_move_a_row(look: Look, show: Show, qtbot: QtBot) -> None:
    card = shown_card(show)
    with qtbot.waitSignal(card.changed):
        press(Qt.Key.Key_Down, modifier=ALT)
    press(Qt.Key.Key_Down, modifier=ALT)
    assert card.answer() == Order(tuple("cdba"))
    press(Qt.Key.Key_Up, modifier=ALT)
    assert card.answer() == Order(tuple("cbda"))


def test_the_focus_moves_with_the_row_and_its_name_tells_the_place(look: Look, show: Show) -> None:
    shown_card(show)
    press(Qt.Key.Key_Down, modifier=ALT)
    assert focused().accessibleName() == "Event 2, place 2 of 4"


def test_arrows_alone_move_the_focus(look: Look, show: Show) -> None:
    card = shown_card(show)
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == "Event 3, place 2 of 4"
    assert card.answer() == Order(tuple("bcda"))


def test_the_ends_hold(look: Look, show: Show) -> None:
    card = shown_card(show)
    press(Qt.Key.Key_Up, modifier=ALT)
    press(Qt.Key.Key_Up)
    assert card.answer() == Order(tuple("bcda"))


def test_buttons_move_a_row(look: Look, show: Show) -> None:
    card = shown_card(show)
    buttons = {made.accessibleName(): made for made in card.findChildren(QPushButton)}
    click(buttons["Move up: Event 1"])
    assert card.answer() == Order(tuple("bcad"))
    assert not buttons["Move up: Event 2"].isEnabled()


def test_afterwards_the_rows_stand_in_the_right_order(look: Look, show: Show) -> None:
    question = samples.ordering()
    card = shown_card(show)
    card.show_answer(Order(tuple("bacd")))
    card.show_verdict(grade(question, Order(tuple("bacd"))))
    assert [row.accessibleDescription() for row in card._rows] == [
        "You placed it at 2. 1990. It came at 1.",
        "You placed it at 1. 1991. It came at 2.",
        "You placed it here. 1992. It came at 3.",
        "You placed it here. 1993. It came at 4.",
    ]
    settle(card)
    assert [row.y() for row in card._rows] == sorted(row.y() for row in card._rows)
    assert "Event 1" in words_in(card)


def test_afterwards_nothing_moves(look: Look, show: Show) -> None:
    card = shown_card(show)
    card.show_answer(Order(tuple("bacd")))
    card.first_focus().setFocus()
    press(Qt.Key.Key_Down, modifier=ALT)
    assert card.answer() == Order(tuple("bacd"))

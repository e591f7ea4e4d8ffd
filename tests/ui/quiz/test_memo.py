from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.learning.questions import grade
from r2p_app.learning.questions.memo import Memo
from r2p_app.ui.quiz.memo import MemoCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import words_in
from tests.ui.quiz.conftest import Show


def test_the_model_answer_is_hidden_until_one_has_written(look: Look, show: Show) -> None:
    card = MemoCard(samples.memo(), ())
    show(card)
    QTest.keyClicks(card.first_focus(), "My text")
    assert card.answer() == Memo("My text")
    assert "A model answer." not in words_in(card)
    card.show_answer(Memo("My text"))
    card.show_verdict(grade(samples.memo(), Memo("My text")))
    assert "A model answer." in words_in(card)


def test_each_tick_is_told_at_once(look: Look, show: Show, qtbot: QtBot) -> None:
    card = MemoCard(samples.memo(), ())
    show(card)
    card.show_answer(Memo("My text", (3,)))
    card.show_verdict(grade(samples.memo(), Memo("My text", (3,))))
    with qtbot.waitSignal(card.marked) as told:
        card.press_number(1)
    assert told.args == [Memo("My text", (0, 3))]


def test_tab_leaves_the_text(look: Look, show: Show) -> None:
    card = MemoCard(samples.memo(), ())
    show(card)
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Tab)
    assert card.answer() is None

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.learning.questions import display_order, grade
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.true_false import Judgement
from r2p_app.ui.quiz.choice import MultipleCard, SingleCard, TrueFalseCard
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import settle
from tests.ui.quiz.conftest import Show

ORDER = ("d", "c", "b", "a")


def test_a_number_chooses_by_place_on_the_screen(look: Look, show: Show) -> None:
    card = SingleCard(samples.single(), ORDER)
    show(card)
    assert card.press_number(3)
    assert card.answer() == ChosenOption("b")
    assert not card.press_number(5)
    assert not card.press_number(9)


def test_one_choice_replaces_another(look: Look, show: Show, qtbot: QtBot) -> None:
    card = SingleCard(samples.single(), ORDER)
    show(card)
    with qtbot.waitSignal(card.changed):
        card.press_number(1)
    card.press_number(2)
    assert card.answer() == ChosenOption("c")


def test_arrow_keys_choose_too(look: Look, show: Show) -> None:
    card = SingleCard(samples.single(), ORDER)
    show(card)
    card.press_number(1)
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Down)
    assert card.answer() == ChosenOption("c")


def test_ticks_come_and_go(look: Look, show: Show) -> None:
    card = MultipleCard(samples.multiple(), ORDER)
    show(card)
    for number in (1, 3, 4, 1):
        card.press_number(number)
    assert card.answer() == ChosenOptions(("b", "a"))


def test_every_option_says_what_it_was(look: Look, show: Show) -> None:
    question = samples.single()
    card = SingleCard(question, ORDER)
    show(card)
    card.show_answer(ChosenOption("c"))
    card.show_verdict(grade(question, ChosenOption("c")))
    assert {option: row.accessibleDescription() for option, row in card._options.rows.items()} == {
        "d": "Why d.",
        "c": "Your answer. Why c.",
        "b": "The answer. Why b.",
        "a": "Why a.",
    }


def test_what_was_left_out_is_told_from_what_was_ticked(look: Look, show: Show) -> None:
    question = samples.multiple()
    card = MultipleCard(question, ORDER)
    show(card)
    card.show_answer(ChosenOptions(("a", "c")))
    card.show_verdict(grade(question, ChosenOptions(("a", "c"))))
    assert {option: row.accessibleDescription() for option, row in card._options.rows.items()} == {
        "a": "Part of the answer; you ticked it. Why a.",
        "b": "Part of the answer; you left it out. Why b.",
        "c": "You ticked it; it does not belong. Why c.",
        "d": "Why d.",
    }
    assert card._options.rows["b"].feedback.is_missed


def test_a_verdict_lets_nothing_be_changed(look: Look, show: Show) -> None:
    question = samples.single()
    card = SingleCard(question, ORDER)
    show(card)
    card.show_answer(ChosenOption("c"))
    card.press_number(1)
    assert card.answer() == ChosenOption("c")


def test_true_or_false_asks_for_a_reason(look: Look, show: Show) -> None:
    question = samples.true_false()
    card = TrueFalseCard(question, ("c", "b", "a"))
    show(card)
    card.press_number(2)
    assert card.answer() is None
    assert card.missing() == "Choose a reason as well."
    card.press_number(5)
    assert card.answer() == Judgement(False, "a")


def test_true_or_false_without_reasons_is_one_choice(look: Look, show: Show) -> None:
    question = samples.true_false(reasons=False)
    card = TrueFalseCard(question, display_order(question, 1))
    show(card)
    assert not card.press_number(3)
    card.press_number(1)
    assert card.answer() == Judgement(True)


def test_two_columns_only_where_there_is_room(look: Look, show: Show) -> None:
    group = OptionGroup([("a", "One"), ("b", "Two")], exclusive=True, two_columns=True)
    show(group)
    first, second = group.rows.values()
    group.resize(860, 200)
    assert first.y() == second.y()
    look.apply(scale=2.0)
    group.resize(861, 400)
    settle(group)
    assert first.x() == second.x()

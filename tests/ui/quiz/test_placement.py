from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest

from r2p_app.content.dates import parse
from r2p_app.learning.questions import grade
from r2p_app.learning.questions.timeline_placement import PlacedDate
from r2p_app.ui.quiz.placement import PlacementCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import breakable, click, words_in
from tests.ui.quiz.conftest import Show

MIDDLE = (parse("1994-04-01").earliest + parse("1994-08-31").latest) // 2


def shown_card(show: Show) -> PlacementCard:
    card = PlacementCard(samples.timeline(), ())
    show(card)
    return card


def test_arrow_and_page_keys_move_by_day_and_month(look: Look, show: Show) -> None:
    card = shown_card(show)
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Right)
    assert card.answer() == PlacedDate(MIDDLE + 1)
    QTest.keyClick(card.first_focus(), Qt.Key.Key_PageDown)
    assert card.answer() in {PlacedDate(MIDDLE - 29), PlacedDate(MIDDLE + 31)}
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Home)
    assert card.answer() == PlacedDate(parse("1994-04-01").earliest)


def test_the_mouse_points_at_a_day(look: Look, show: Show) -> None:
    card = shown_card(show)
    axis = card.first_focus()
    click(axis, QPoint(axis.width() - 1, 50))
    assert card.answer() == PlacedDate(parse("1994-08-31").latest)


def test_the_field_and_the_line_agree(look: Look, show: Show) -> None:
    card = shown_card(show)
    card._field.setDate(QDate(1994, 5, 17))
    assert card.answer() == PlacedDate(parse("1994-05-17").earliest)
    assert breakable(card.first_focus().accessibleDescription()) == "17 May 1994"
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Right)
    assert card._field.date() == QDate(1994, 5, 18)


def test_a_date_that_was_not_chosen_is_no_answer(look: Look, show: Show) -> None:
    assert shown_card(show).answer() is None


def test_afterwards_line_and_words_tell_how_far_away_it_was(look: Look, show: Show) -> None:
    card = shown_card(show)
    before = bytes(card.first_focus().grab().toImage().bits())
    placed = PlacedDate(parse("1994-07-01").earliest)
    card.show_answer(placed)
    card.show_verdict(grade(samples.timeline(), placed))
    shown = words_in(card)
    assert "Your answer: 1 July 1994. 45 days away." in shown
    assert "The answer: 17 May 1994. Up to 10 days away counts as right." in shown
    assert bytes(card.first_focus().grab().toImage().bits()) != before


def test_afterwards_the_line_takes_no_other_day(look: Look, show: Show) -> None:
    card = shown_card(show)
    placed = PlacedDate(parse("1994-05-17").earliest)
    card.show_answer(placed)
    card.show_verdict(grade(samples.timeline(), placed))
    click(card.first_focus(), QPoint(300, 50))
    QTest.keyClick(card.first_focus(), Qt.Key.Key_Right)
    assert card._axis.value() == placed.day

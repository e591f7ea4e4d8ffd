import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from r2p_app.learning.verdict import Outcome
from r2p_app.ui.quiz.rows import CheckRow, RadioRow, RowFeedback
from r2p_app.ui.theme.look import Look
from tests.ui.quiz.acting import click, words_in
from tests.ui.quiz.conftest import Show

FEEDBACKS = (
    RowFeedback("The answer.", "Because.", Outcome.RIGHT),
    RowFeedback("Your answer.", "It is not.", Outcome.WRONG),
    RowFeedback("You left it out.", "It belongs.", Outcome.RIGHT, is_missed=True),
    RowFeedback("", "Rightly left alone."),
)


@pytest.mark.parametrize("kind", [RadioRow, CheckRow])
def test_a_click_anywhere_chooses(kind: type[RadioRow | CheckRow], look: Look, show: Show) -> None:
    row = kind("An option", 1)
    show(row)
    click(row)
    assert row.isChecked()


@pytest.mark.parametrize("kind", [RadioRow, CheckRow])
def test_a_locked_row_stays_as_it_is(kind: type[RadioRow | CheckRow], look: Look, show: Show) -> None:
    row = kind("An option", 1)
    show(row)
    row.lock()
    click(row)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


def test_screen_readers_tell_one_of_many_from_any_number(look: Look, show: Show) -> None:
    rows: tuple[QWidget, ...] = (RadioRow("An option", 1), CheckRow("An option", 1))
    roles = [QAccessible.queryAccessibleInterface(show(row)).role() for row in rows]
    assert roles == [QAccessible.Role.RadioButton, QAccessible.Role.CheckBox]


@pytest.mark.parametrize("feedback", FEEDBACKS)
def test_feedback_is_read_and_seen(feedback: RowFeedback, look: Look, show: Show) -> None:
    row = RadioRow("An option", 1)
    row.show_feedback(feedback)
    show(row)
    assert row.accessibleName() == "An option"
    assert row.accessibleDescription() == f"{feedback.words} {feedback.rationale}".strip()
    assert feedback.rationale in words_in(row)


def test_rows_look_different_without_colour(look: Look, show: Show) -> None:
    def picture(feedback: RowFeedback) -> bytes:
        row = RadioRow("An option", 1)
        row.show_feedback(feedback)
        image = show(row).grab().toImage()
        image.convertTo(image.Format.Format_Mono)
        return bytes(image.bits())

    alike = (RowFeedback("", "Same.", outcome, is_missed=missed) for outcome, missed in MARKED)
    assert len({picture(feedback) for feedback in alike}) == len(MARKED)


MARKED = ((Outcome.RIGHT, False), (Outcome.RIGHT, True), (Outcome.WRONG, False), (None, False))


def test_emphasis_is_shown_and_not_spelled_out(look: Look, show: Show) -> None:
    row = RadioRow("It was **not** known <b>then</b>", 1)
    show(row)
    assert row.accessibleName() == "It was not known <b>then</b>"
    assert "<b>not</b>" in row._text.text()
    assert "&lt;b&gt;then" in row._text.text()


def test_long_text_wraps_and_large_text_needs_more_room(look: Look, show: Show) -> None:
    row = RadioRow("A long option " * 20, 1)
    show(row)
    wide, narrow = row.heightForWidth(860), row.heightForWidth(400)
    look.apply(scale=2.0)
    assert wide < narrow < row.heightForWidth(400)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_paints_every_state(theme: str, look: Look, show: Show) -> None:
    look.apply(theme)
    pictures = set()
    for feedback in (None, *FEEDBACKS):
        row = CheckRow("An option", 1)
        if feedback is not None:
            row.show_feedback(feedback)
        pictures.add(bytes(show(row).grab().toImage().bits()))
    assert len(pictures) == 1 + len(FEEDBACKS)

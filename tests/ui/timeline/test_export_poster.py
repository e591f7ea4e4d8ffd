from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline import export_poster
from r2p_app.ui.timeline.export_poster import PosterDialog
from tests.ui.timeline.exporting import seen


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> Iterator[PosterDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = PosterDialog(seen(), parent)
    made.open()
    yield made
    made.reject()


def test_it_begins_with_what_is_seen(dialog: PosterDialog) -> None:
    assert (dialog.first.text(), dialog.last.text()) == ("1994-01-01", "1994-08-31")
    assert dialog.do.isEnabled()
    assert dialog.seen.days == seen().days


def test_more_sheets_side_by_side_are_counted(dialog: PosterDialog) -> None:
    dialog.columns.setCurrentIndex(3)
    assert dialog.count.text().startswith("4 sheets, 4 by 1, with ")
    assert dialog.plan.columns == 4


def test_paper_direction_and_text_are_in_the_plan(dialog: PosterDialog) -> None:
    dialog.paper.setCurrentText("A3, portrait")
    dialog.text.setCurrentIndex(2)
    assert (dialog.plan.paper, dialog.plan.landscape, dialog.plan.points) == ("A3", False, 11)


def test_other_days_can_be_written(dialog: PosterDialog) -> None:
    dialog.first.setText("1993")
    dialog.last.setText("1996")
    assert dialog.seen.days == (day_number(1993), day_number(1996, 12, 31))
    assert dialog.do.isEnabled()


@pytest.mark.parametrize(("first", "last"), [("", "1994"), ("1995", "1994"), ("7 April", "1994"), ("1800", "1801")])
def test_without_days_or_events_there_is_no_poster_and_it_is_said_why(
    dialog: PosterDialog, first: str, last: str
) -> None:
    dialog.first.setText(first)
    dialog.last.setText(last)
    assert not dialog.do.isEnabled()
    assert dialog.count.text()
    assert not dialog.count.text().startswith("0")


def test_too_many_events_are_refused_with_what_to_do(dialog: PosterDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_poster, "MOST_EVENTS", 3)
    dialog.columns.setCurrentIndex(1)
    assert not dialog.do.isEnabled()
    assert "Choose fewer days" in dialog.count.text()


def test_every_field_has_a_name(dialog: PosterDialog) -> None:
    fields = (dialog.paper, dialog.columns, dialog.text, dialog.first, dialog.last)
    assert all(field.accessibleName() for field in fields)

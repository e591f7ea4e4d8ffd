import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.ui.charts.body import ChartBody
from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.prose import Prose
from tests.ui.charts.series import LINE, STEP, plain


@pytest.fixture
def body(qtbot: QtBot, look: Look, library: Library) -> ChartBody:
    made = ChartBody(library, STEP)
    qtbot.addWidget(made)
    made.resize(560, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def labels(body: ChartBody) -> list[str]:
    return [label.text() for label in body.findChildren(QLabel) if label.isVisible()]


def test_it_states_its_question_how_to_read_it_and_what_it_does_not_show(body: ChartBody) -> None:
    assert "How many soldiers were allowed?" in labels(body)
    (notes,) = body.findChildren(Prose)
    text = notes.toPlainText()
    assert "How to read it: Each step is a decision." in text
    assert "What it does not show: A ceiling is a permission." in text
    assert "S/\N{WORD JOINER}RES/" in text


def test_a_line_says_that_only_its_dots_are_known(qtbot: QtBot, library: Library) -> None:
    made = ChartBody(library, LINE)
    qtbot.addWidget(made)
    assert "Only the dots are known" in made.findChildren(Prose)[0].toPlainText()


def test_the_chosen_value_is_shown_in_words(qtbot: QtBot, body: ChartBody) -> None:
    QTest.keyClick(body.chart, Qt.Key.Key_Right)
    assert any(plain(text).startswith("5 October 1993: 2,548 people") for text in labels(body))


def test_the_table_has_the_same_points(qtbot: QtBot, body: ChartBody) -> None:
    QTest.mouseClick(body.as_table, Qt.MouseButton.LeftButton)
    table = body.table
    assert table is not None
    assert table.isVisible()
    assert not body.chart.isVisible()
    model = table.model()
    rows = [[plain(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    assert rows[1] == ["21 April 1994", "270", "Resolution 912"]
    assert len(rows) == len(STEP.points)
    qtbot.waitUntil(lambda: table.viewport().height() >= table.verticalHeader().length())
    QTest.mouseClick(body.as_chart, Qt.MouseButton.LeftButton)
    assert body.chart.isVisible()


def test_a_source_opens_its_card(qtbot: QtBot, body: ChartBody) -> None:
    (notes,) = body.findChildren(Prose)
    with qtbot.waitSignal(body.link_requested) as asked:
        notes.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(notes, Qt.Key.Key_Return)
    assert asked.args == ["r2p://source/un-res-912"]

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.model import Series
from r2p_app.ui.charts.view import ChartView
from r2p_app.ui.theme.look import Look
from tests.ui.charts.series import ALL, RANGE, STEP, plain


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> ChartView:
    made = ChartView(STEP, "rwanda")
    qtbot.addWidget(made)
    made.resize(560, made.heightForWidth(560))
    made.show()
    return made


def test_arrow_keys_go_from_point_to_point_and_stop_at_the_ends(qtbot: QtBot, view: ChartView) -> None:
    seen: list[int] = []
    view.point_selected.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert seen == [0, 1, 2, 1]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected == -1


def test_rows_are_walked_up_and_down(qtbot: QtBot, look: Look) -> None:
    rows = ChartView(RANGE)
    qtbot.addWidget(rows)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.selected == 1


def test_the_pointer_shows_the_nearest_value_and_lets_go(qtbot: QtBot, view: ChartView) -> None:
    QTest.mouseMove(view, QPoint(view.width() - 10, 50))
    qtbot.waitUntil(lambda: view.selected == 2)
    QTest.mouseMove(view, QPoint(60, 50))
    qtbot.waitUntil(lambda: view.selected == 0)


def test_a_screen_reader_hears_the_title_and_every_value(view: ChartView) -> None:
    assert view.accessibleName() == "Chart: Troops allowed"
    assert "21 April 1994: 270 people. Resolution 912" in plain(view.accessibleDescription())


def pixels(view: ChartView) -> QImage:
    return view.grab().toImage()


def test_the_chosen_point_is_marked(view: ChartView) -> None:
    before = pixels(view)
    view.select(1)
    assert pixels(view) != before
    view.select(None)
    assert pixels(view) == before


def test_larger_text_makes_a_higher_chart(view: ChartView, look: Look) -> None:
    before = view.heightForWidth(560)
    look.apply(scale=2.0)
    assert view.heightForWidth(560) > before


@pytest.mark.parametrize("series", ALL, ids=lambda series: series.id)
def test_every_kind_is_painted_in_every_theme(qtbot: QtBot, look: Look, series: Series) -> None:
    made = ChartView(series, "rwanda")
    qtbot.addWidget(made)
    made.resize(480, made.heightForWidth(480))
    pictures = []
    for name in ("light", "dark", "contrast"):
        look.apply(name)
        pictures.append(pixels(made))
    colours = [
        {picture.pixel(x, y) for x in range(0, 480, 3) for y in range(0, made.height(), 3)} for picture in pictures
    ]
    assert all(len(found) > 3 for found in colours)
    assert colours[0] != colours[1] != colours[2]

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import day_number
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.overview import OverviewStrip

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def strip(qtbot: QtBot, look: Look, shown: Shown) -> OverviewStrip:
    made = OverviewStrip(shown)
    qtbot.addWidget(made)
    made.resize(800, 76)
    made.show_range(Axis.showing(day_number(1995), day_number(1996), 500))
    return made


def follow(strip: OverviewStrip) -> list[tuple[float, float]]:
    """Do what the page does: show what is asked for."""
    asked: list[tuple[float, float]] = []

    def show(start: float, end: float) -> None:
        asked.append((start, end))
        strip.show_range(Axis.showing(start, end, 500))

    strip.range_requested.connect(show)
    return asked


def middle(strip: OverviewStrip) -> QPoint:
    return strip.brush().center().toPoint()


def drag(qtbot: QtBot, strip: OverviewStrip, from_: QPoint, by: int) -> None:
    QTest.mousePress(strip, LEFT, NO_KEY, from_)
    QTest.mouseMove(strip, from_ + QPoint(by, 0))
    QTest.mouseRelease(strip, LEFT, NO_KEY, from_ + QPoint(by, 0))


def test_the_brush_is_dragged(qtbot: QtBot, strip: OverviewStrip) -> None:
    asked, before = follow(strip), strip.brush()
    drag(qtbot, strip, middle(strip), 50)
    assert strip.brush().left() == pytest.approx(before.left() + 50, abs=0.5)
    assert strip.brush().width() == pytest.approx(before.width(), abs=0.5)
    assert asked[-1][1] - asked[-1][0] == pytest.approx(365)


def test_an_edge_of_the_brush_resizes_it(qtbot: QtBot, strip: OverviewStrip) -> None:
    follow(strip)
    before = strip.brush()
    drag(qtbot, strip, QPoint(round(before.right()), middle(strip).y()), 40)
    assert strip.brush().left() == pytest.approx(before.left(), abs=0.5)
    assert strip.brush().width() == pytest.approx(before.width() + 40, abs=1)
    drag(qtbot, strip, QPoint(round(strip.brush().left()), middle(strip).y()), -30)
    assert strip.brush().left() == pytest.approx(before.left() - 30, abs=1)


def test_a_press_beside_the_brush_brings_it_there(qtbot: QtBot, strip: OverviewStrip) -> None:
    follow(strip)
    QTest.mouseClick(strip, LEFT, NO_KEY, QPoint(560, 50))
    assert strip.brush().center().x() == pytest.approx(560, abs=1)


def test_keys_move_and_resize_the_brush(qtbot: QtBot, strip: OverviewStrip) -> None:
    asked = follow(strip)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert asked[-1][0] == pytest.approx(day_number(1995) + 36.5)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert asked[-1][0] == pytest.approx(day_number(1995))
    QTest.keyClick(strip, Qt.Key.Key_Minus)
    assert asked[-1][1] - asked[-1][0] == pytest.approx(365 * 1.25)
    QTest.keyClick(strip, Qt.Key.Key_Plus)
    assert asked[-1][1] - asked[-1][0] == pytest.approx(365)


def test_keys_choose_an_edge_of_the_brush_and_move_it(qtbot: QtBot, strip: OverviewStrip) -> None:
    asked = follow(strip)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert strip.accessibleName() == "Overview of dates: first day"
    assert strip.accessibleDescription().replace("\xa0", " ") == "1 January 1995"
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert asked[-1] == pytest.approx((day_number(1995) - 36.5, day_number(1996)))
    QTest.keyClick(strip, Qt.Key.Key_Down)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert asked[-1][0] == pytest.approx(day_number(1995) - 36.5)
    assert asked[-1][1] > day_number(1996)
    QTest.keyClick(strip, Qt.Key.Key_Up)
    QTest.keyClick(strip, Qt.Key.Key_Up)
    assert strip.accessibleName() == "Overview of dates"


def test_an_edge_does_not_pass_the_other(qtbot: QtBot, strip: OverviewStrip) -> None:
    asked = follow(strip)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    for _ in range(100):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert all(end - start >= 1 for start, end in asked)


def test_it_says_what_is_seen(strip: OverviewStrip) -> None:
    assert strip.accessibleName() == "Overview of dates"
    assert strip.accessibleDescription().replace("\xa0", " ") == "1 January – 31 December 1995"


def test_it_is_lower_without_dates(strip: OverviewStrip) -> None:
    before = strip.sizeHint().height()
    strip.set_low(True)
    assert strip.sizeHint().height() < before
    assert not strip.grab().isNull()

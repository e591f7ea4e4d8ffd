import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import THEMES
from r2p_app.ui.widgets.fields import Combo, Stepper, Tick


@pytest.fixture
def stepper(qtbot: QtBot, look: Look) -> Stepper:
    made = Stepper(0, 23)
    qtbot.addWidget(made)
    made.set_name("Hour")
    made.set_value(4)
    made.show()
    return made


def test_a_number_is_stepped_by_its_buttons_and_keys(stepper: Stepper) -> None:
    heard: list[int] = []
    stepper.value_changed.connect(heard.append)
    stepper.more.click()
    stepper.less.click()
    stepper.less.click()
    QTest.keyClick(stepper.number, Qt.Key.Key_Up)
    assert heard == [5, 4, 3, 4]
    assert stepper.value() == 4


def test_its_buttons_end_at_the_bounds(stepper: Stepper) -> None:
    able = []
    for value in (0, 4, 23):
        stepper.set_value(value)
        able.append((stepper.less.isEnabled(), stepper.more.isEnabled()))
    assert able == [(False, True), (True, True), (True, False)]


def test_its_parts_are_named(stepper: Stepper) -> None:
    names = [stepper.less.accessibleName(), stepper.number.accessibleName(), stepper.more.accessibleName()]
    assert names == ["Hour: less", "Hour", "Hour: more"]


def test_the_number_can_be_read(stepper: Stepper) -> None:
    assert stepper.number.lineEdit().width() > stepper.number.fontMetrics().horizontalAdvance("23")


@pytest.mark.parametrize("theme", THEMES)
def test_a_tick_looks_different_when_it_is_set(qtbot: QtBot, look: Look, theme: str) -> None:
    look.apply(theme)
    tick = Tick("On")
    qtbot.addWidget(tick)
    tick.show()
    off = tick.grab().toImage()
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 3, tick.height() // 2))
    assert tick.isChecked()
    assert tick.grab().toImage() != off


def test_a_tick_shows_that_it_has_the_focus(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    first, second = Tick("On"), Tick("On")
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    first.setFocus()
    assert first.grab().toImage() != second.grab().toImage()


@pytest.mark.parametrize("kind", [Combo, Stepper])
def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot: QtBot, look: Look, kind: type[Combo | Stepper]) -> None:
    area, holder = QScrollArea(), QWidget()
    layout = QVBoxLayout(holder)
    field = Combo() if kind is Combo else Stepper(0, 9)
    if isinstance(field, Combo):
        field.addItems(["a", "b", "c"])
    layout.addWidget(field)
    layout.addStretch(1)
    holder.setMinimumHeight(2000)
    area.setWidget(holder)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    target = field if isinstance(field, Combo) else field.number
    before = field.currentIndex() if isinstance(field, Combo) else field.value()
    handle = area.windowHandle()
    where = target.mapTo(area, target.rect().center())
    QTest.wheelEvent(handle, where, QPoint(0, -120))
    QApplication.processEvents()
    assert (field.currentIndex() if isinstance(field, Combo) else field.value()) == before

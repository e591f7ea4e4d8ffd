import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.widgets.flow import FlowLayout


class Box(QWidget):
    """A widget that wants 100 by 20 pixels, or more height where it is squeezed."""

    def __init__(self, height: int = 20) -> None:
        super().__init__()
        self._height = height

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def filled(holder: QWidget, *heights: int) -> FlowLayout:
    flow = FlowLayout(holder, spacing=10)
    for height in heights:
        flow.addWidget(Box(height))
    return flow


@pytest.mark.parametrize(("width", "height"), [(320, 20), (319, 50), (210, 50), (209, 80), (100, 80), (50, 80)])
def test_items_go_on_in_the_next_line(width: int, height: int, holder: QWidget) -> None:
    assert filled(holder, 20, 20, 20).heightForWidth(width) == height


def test_items_stand_in_reading_order_in_the_middle_of_their_line(holder: QWidget) -> None:
    flow = filled(holder, 20, 40, 20)
    flow.setGeometry(QRect(0, 0, 210, 200))
    places = [flow.itemAt(index) for index in range(flow.count())]
    assert [item.geometry() for item in places if item is not None] == [
        QRect(0, 10, 100, 20),
        QRect(110, 0, 100, 40),
        QRect(0, 50, 100, 20),
    ]


def test_no_item_is_wider_than_the_room(holder: QWidget) -> None:
    flow = filled(holder, 20)
    flow.setGeometry(QRect(0, 0, 60, 100))
    item = flow.itemAt(0)
    assert item is not None
    assert item.geometry().width() == 60


def test_hidden_items_take_no_room(holder: QWidget) -> None:
    flow = filled(holder, 20, 20, 20)
    item = flow.itemAt(1)
    assert item is not None
    hidden = item.widget()
    assert hidden is not None
    hidden.hide()
    assert (flow.sizeHint(), flow.heightForWidth(210)) == (QSize(210, 20), 20)


def test_an_item_can_be_taken_out(holder: QWidget) -> None:
    flow = filled(holder, 20, 20)
    assert flow.takeAt(5) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert (flow.count(), flow.itemAt(1)) == (1, None)


def test_nothing_needs_no_height(holder: QWidget) -> None:
    flow = filled(holder)
    assert (flow.heightForWidth(100), flow.sizeHint()) == (0, QSize(0, 0))

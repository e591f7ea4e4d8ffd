"""Cards in columns, and rows that fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look
from r2p_app.ui.widgets.basic import label
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.folding_row import FoldingRow


def cards(holder: QWidget, count: int) -> list[QWidget]:
    grid = CardGrid(200, spacing=10, parent=holder)
    made = [QWidget() for _ in range(count)]
    for number, card in enumerate(made):
        card.setFixedHeight(50 + 10 * number)
        grid.addWidget(card)
    return made


@pytest.mark.parametrize(("width", "columns"), [(199, 1), (409, 1), (410, 2), (630, 3), (5000, 4)])
def test_as_many_columns_as_fit(qtbot: QtBot, look: Look, width: int, columns: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = cards(holder, 4)
    holder.resize(width, 600)
    holder.show()
    assert len({card.x() for card in made}) == columns


@given(width=st.integers(120, 2000), count=st.integers(1, 9))
def test_cards_never_overlap_nor_leave_the_holder(qapp: object, width: int, count: int) -> None:
    holder = QWidget()
    made = cards(holder, count)
    layout = holder.layout()
    assert layout is not None
    height = layout.heightForWidth(width)
    layout.setGeometry(QRect(0, 0, width, height))
    boxes = [card.geometry() for card in made]
    assert all(box.left() >= 0 and box.right() < width and box.bottom() < height for box in boxes)
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.intersects(b)]
    columns = len({box.left() for box in boxes})
    assert count < columns or max(box.right() for box in boxes) == width - 1
    holder.deleteLater()


def test_taking_a_card_away_closes_the_gap(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = cards(holder, 2)
    holder.resize(500, 400)
    holder.show()
    grid = holder.layout()
    assert isinstance(grid, CardGrid)
    grid.removeWidget(made[0])
    made[0].hide()
    grid.activate()
    assert made[1].x() == 0
    assert (grid.count(), grid.itemAt(5), grid.takeAt(5)) == (1, None, None)


@pytest.mark.parametrize(("width", "scale", "folded"), [(500, 1.0, False), (300, 1.0, True), (500, 1.5, True)])
def test_a_row_folds_where_it_is_too_narrow(qtbot: QtBot, look: Look, width: int, scale: float, folded: bool) -> None:
    look.apply(scale=scale)
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FoldingRow(400, parent=holder)
    text, button = label("some words that may wrap"), QPushButton("Act")
    row.addWidget(text, 1)
    row.addWidget(button)
    holder.resize(width, 200)
    holder.show()
    assert (button.x() <= text.x()) == folded
    assert row.minimumSize().width() <= max(text.minimumSizeHint().width(), button.minimumSizeHint().width())


def test_a_card_that_is_a_button_is_as_large_as_its_words(qtbot: QtBot, look: Look) -> None:
    card = CardButton(edge="rwanda")
    qtbot.addWidget(card)
    small = card.sizeHint()
    card.add(label("words", wrap=False))
    assert card.sizeHint().height() > small.height()
    assert card.minimumSizeHint().height() >= small.height()

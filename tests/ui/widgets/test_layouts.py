"""Cards in columns, and rows that fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import ScrollPage, column, label
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


class Requests(QObject):
    """Counts how often a widget is asked to lay out anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("width", [1000, 700, 500, 300])
def test_a_row_is_laid_out_once_whatever_heights_are_asked_for(qtbot: QtBot, look: Look, width: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    rows = [FoldingRow(600), FoldingRow(200)]
    outer = column(into=holder)
    for row in rows:
        outer.addLayout(row)
        for words in ("some words that may wrap " * 8, "others"):
            row.addWidget(label(words), 1)
    holder.resize(width, 400)
    holder.show()
    requests = Requests(holder)
    QApplication.processEvents()
    before = requests.count
    for asked in (100, 300, 599, 600, 2000):
        outer.heightForWidth(asked)
        QApplication.processEvents()
    assert requests.count == before


@given(st.integers(90, 900), st.integers(90, 900), st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_a_row_knows_its_height_in_the_direction_it_does_not_have(given: int, asked: int, stretches: list[int]) -> None:
    """A label's height follows from its width; buttons, which are as high as they are, come in between."""
    holder = QWidget()
    row = FoldingRow(500, parent=holder)
    row.addWidget(label("words " * 20), 1)
    for number, stretch in enumerate(stretches):
        row.addWidget(QPushButton("Act") if not stretch else label("some words that may wrap " * (number + 1)), stretch)
    row.setContentsMargins(3, 5, 7, 11)
    row.setGeometry(QRect(0, 0, given, 400))
    told = row.heightForWidth(asked)
    row.setGeometry(QRect(0, 0, asked, 400))
    row.invalidate()
    found, line = row.heightForWidth(asked), holder.fontMetrics().lineSpacing()
    holder.deleteLater()
    assert abs(told - found) <= line  # a pixel of width, which Qt rounds otherwise, may take a word to another line


@pytest.mark.parametrize("width", [1000, 500, 250])
def test_a_page_ends_where_its_words_end(qtbot: QtBot, look: Look, width: int) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    for _ in range(12):
        line = FoldingRow(400)
        line.addWidget(label("some words of a title that may wrap ", TextRole.H3), 1)
        line.addWidget(QPushButton("Act"))
        page.body.addLayout(line)
    page.resize(width, 200)
    page.show()
    QApplication.processEvents()
    margins, last = page.body.contentsMargins(), page.body.itemAt(page.body.count() - 1)
    assert last is not None
    assert page.content.height() == last.geometry().bottom() + 1 + margins.bottom()
    assert page.verticalScrollBar().maximum() == page.content.height() - page.viewport().height()


def test_a_page_whose_height_does_not_follow_from_its_width_scrolls_too(qtbot: QtBot, look: Look) -> None:
    page, block = ScrollPage(), QWidget()
    qtbot.addWidget(page)
    block.setFixedHeight(900)
    page.body.addWidget(block)
    page.resize(400, 200)
    page.show()
    assert page.verticalScrollBar().maximum() > 700


def test_a_card_that_is_a_button_is_as_large_as_its_words(qtbot: QtBot, look: Look) -> None:
    card = CardButton(edge="rwanda")
    qtbot.addWidget(card)
    small = card.sizeHint()
    card.add(label("words", wrap=False))
    assert card.sizeHint().height() > small.height()
    assert card.minimumSizeHint().height() >= small.height()

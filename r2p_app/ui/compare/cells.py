"""How the cells and heads of a comparison look and how much room they need."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from r2p_app.ui.compare.change import paint_tag
from r2p_app.ui.compare.model import QUESTION, ComparisonModel
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

Line = tuple[str, QFont]

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_HEAD = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_EDGE = 4


def padding() -> int:
    """Return the free room around the words of a cell."""
    return current().px(3 * GRID)


def words_height(words: str, font: QFont, width: int) -> int:
    """Return the height of words in a cell of this width."""
    return lines_height([(words, font)], width)


def lines_height(lines: Sequence[Line], width: int) -> int:
    """Return the height of lines, each wrapped, in a cell of this width."""
    room = QRect(0, 0, max(1, width - 2 * padding()), 100_000)
    heights = (QFontMetrics(font).boundingRect(room, _WRAPPED, words).height() for words, font in lines)
    return sum(heights) + (len(lines) - 1) * _between() + 2 * padding()


def _between() -> int:
    return current().px(2 * GRID)


class CellDelegate(QStyledItemDelegate):
    """Paints questions in bold on their own ground, answers wrapped, what became of a point as a word in a frame."""

    def __init__(self, model: ComparisonModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need in the width of the column."""
        width = self._view.columnWidth(index.column())
        return QSize(width, lines_height(_lines(str(index.data()), index.column()), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell; the chosen row is tinted and marked at its edge, the present cell has a ring."""
        theme, rect = current(), QRect(option.rect)
        state = QStyle.StateFlag(option.state)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = "accent-soft" if is_chosen else "surface-2" if index.column() == QUESTION else "surface"
        painter.save()
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        if is_chosen and index.column() == QUESTION:
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE, rect.height()), theme.colour("accent"))
        self._paint_words(painter, rect, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        inner = rect.adjusted(padding(), padding(), -padding(), -padding())
        painter.setPen(current().colour("ink"))
        change = self._model.change(index.row()) if index.column() == self._model.change_column else None
        if change is not None:
            paint_tag(painter, QPointF(inner.topLeft()), change)
        else:
            _paint_lines(painter, inner, _lines(str(index.data()), index.column()))


def _lines(words: str, column: int) -> list[Line]:
    """Return the lines of a cell; where there are several, the first leads the others."""
    usual, strong = current().font(TextRole.BODY), current().font(TextRole.BODY_STRONG)
    first, *others = words.split("\n")
    lead = strong if column == QUESTION or others else usual
    return [(first, lead), *((words, usual) for words in others)]


def _paint_lines(painter: QPainter, rect: QRect, lines: Sequence[Line]) -> None:
    rest = QRect(rect)
    for words, font in lines:
        painter.setFont(font)
        painter.drawText(rest, _WRAPPED, words)
        rest.setTop(rest.top() + painter.boundingRect(rest, _WRAPPED, words).height() + _between())


class HeadView(QHeaderView):
    """The names of the columns, each in the colour of its case; `cases` holds one for each column, "" for none."""

    def __init__(self, cases: tuple[str, ...], view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._cases = cases
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def case(self, section: int) -> str:
        """Return the id of the case a column is about."""
        return self._cases[section]

    def fit(self) -> None:
        """Be as high as the longest name needs."""
        font = current().font(TextRole.H3)
        heights = (words_height(self._name(i), font, self.sectionSize(i)) for i in range(self.count()))
        self.setFixedHeight(max(heights, default=0))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint a name."""
        theme = current()
        painter.save()
        painter.fillRect(rect, theme.colour("surface-2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("control-line"))
        painter.setFont(theme.font(TextRole.SMALL_STRONG if self._is_plain(section) else TextRole.H3))
        painter.setPen(self._colour(section))
        painter.drawText(rect.adjusted(padding(), 0, -padding(), 0), _HEAD, self._name(section))
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def _is_plain(self, section: int) -> bool:
        """The column of the questions, and the one that says what became of them."""
        model = self.model()
        return section == QUESTION or (isinstance(model, ComparisonModel) and section == model.change_column)

    def _colour(self, section: int) -> QColor:
        case = self._cases[section]
        return current().colour(current().case_token(case) if case else "ink")

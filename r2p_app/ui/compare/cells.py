"""How the cells and heads of a comparison look and how much room they need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from r2p_app.ui.compare.model import QUESTION, ComparisonModel
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_HEAD = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_EDGE = 4


def padding() -> int:
    """Return the free room around the words of a cell."""
    return current().px(3 * GRID)


def words_height(words: str, font: QFont, width: int) -> int:
    """Return the height of words in a cell of this width."""
    room = QRect(0, 0, max(1, width - 2 * padding()), 100_000)
    return QFontMetrics(font).boundingRect(room, _WRAPPED, words).height() + 2 * padding()


def tag_size(words: str) -> QSize:
    """Return the size of a word in a frame."""
    metrics = QFontMetrics(current().font(TextRole.SMALL))
    return QSize(metrics.horizontalAdvance(words) + 4 * GRID, metrics.height() + GRID)


class CellDelegate(QStyledItemDelegate):
    """Paints questions in bold on their own ground, answers wrapped, what became of a point as a word in a frame."""

    def __init__(self, model: ComparisonModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need in the width of the column."""
        width = self._view.columnWidth(index.column())
        return QSize(width, words_height(str(index.data()), _font(index.column()), width))

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
        words, inner = str(index.data()), rect.adjusted(padding(), padding(), -padding(), -padding())
        painter.setFont(_font(index.column()))
        painter.setPen(current().colour("ink"))
        if index.column() == self._model.change_column:
            _paint_tag(painter, inner, words)
        else:
            painter.drawText(inner, _WRAPPED, words)


def _font(column: int) -> QFont:
    return current().font(TextRole.BODY_STRONG if column == QUESTION else TextRole.BODY)


def _paint_tag(painter: QPainter, rect: QRect, words: str) -> None:
    if not words:
        return
    frame = QRectF(rect.topLeft(), tag_size(words)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(current().font(TextRole.SMALL))
    painter.setPen(current().colour("ink"))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.setPen(QPen(current().colour("control-line"), 1))
    painter.drawRoundedRect(frame, 4, 4)


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

"""Hits in a list: the model, and how a row is painted."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from r2p_app.ui.search.hit import Hit
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

ROW, _TALL_ROW = 36, 56
"""Heights in pixels at 100 % text: of a title, and of a title with an excerpt below it."""

_AnyIndex = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The hits, for the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._excerpts: dict[int, tuple[str, tuple[tuple[int, int], ...]]] = {}

    def excerpt(self, row: int) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return the words around what was found in a row, and which of them were looked for; "" for none."""
        if row not in self._excerpts:
            ask = self._hits[row].excerpt
            found = ask() if ask is not None else None
            self._excerpts[row] = (found.words, found.marks) if found is not None else ("", ())
        return self._excerpts[row]

    def hit(self, row: int) -> Hit:
        """Return the hit in a row."""
        return self._hits[row]

    def replace(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits, self._excerpts = hits, {}
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title to show; title and detail to speak."""
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.title, hit.detail, self.excerpt(index.row())[0]) if part)
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: the title at the left, what it is at the right, below them the words around what was found."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """One line with room to point at, or two."""
        model = index.model()
        has_more = isinstance(model, HitModel) and model.hit(index.row()).excerpt is not None
        return QSize(0, current().px(_TALL_ROW if has_more else ROW))  # as wide as the list: texts are shortened

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint the row, then the texts; the title is shortened before the detail is."""
        model = index.model()
        if not isinstance(model, HitModel):
            return
        hit, area = model.hit(index.row()), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, current().colour("accent-soft"))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), current().colour("accent"))
        area = area.adjusted(3 * GRID, 0, -3 * GRID, 0)
        if hit.excerpt is None:
            _paint_title(painter, area, hit)
        else:
            half = area.height() // 2
            _paint_title(painter, area.adjusted(0, 0, 0, -half), hit)
            _paint_excerpt(painter, area.adjusted(0, half, 0, 0), *model.excerpt(index.row()))
        painter.restore()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _paint_title(painter: QPainter, area: QRect, hit: Hit) -> None:
    theme = current()
    painter.setFont(theme.font(TextRole.SMALL))
    painter.setPen(theme.colour("ink-2"))
    detail = painter.fontMetrics().elidedText(hit.detail, Qt.TextElideMode.ElideRight, area.width() // 2)
    taken = painter.fontMetrics().horizontalAdvance(detail) + 4 * GRID
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | _MIDDLE, detail)
    painter.setFont(theme.font(TextRole.BODY))
    painter.setPen(theme.colour("ink"))
    title = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, area.width() - taken)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _MIDDLE, title)


def _paint_excerpt(painter: QPainter, area: QRect, words: str, marks: Sequence[tuple[int, int]]) -> None:
    """Paint the words; what was looked for is heavier and underlined, never told by colour alone."""
    theme, x = current(), area.left()
    plain, strong = theme.font(TextRole.SMALL), theme.font(TextRole.SMALL_STRONG)
    strong.setUnderline(True)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    for text, is_marked in _runs(words, marks):
        painter.setFont(strong if is_marked else plain)
        painter.setPen(theme.colour("ink" if is_marked else "ink-2"))
        painter.drawText(QRect(x, area.top(), area.width(), area.height()), Qt.AlignmentFlag.AlignLeft | _MIDDLE, text)
        x += painter.fontMetrics().horizontalAdvance(text)


def _runs(words: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at = 0
    for first, last in marks:
        yield words[at:first], False
        yield words[first:last], True
        at = last
    yield words[at:], False

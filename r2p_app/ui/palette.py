"""The palette: type a few letters, get pages, cases, chapters and commands. Sources of hits are added as providers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from r2p_app.content.folding import fold
from r2p_app.ui.announce import announce
from r2p_app.ui.overlay import Overlay
from r2p_app.ui.theme.frame import TOP_BAR
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label

LIMIT = 50
"""More hits than this help nobody; the last letters typed will narrow them."""

_WIDTH, _MARGIN = 640, 24
_ROW, _TALL_ROW, _ROWS = 36, 56, 10
_AnyIndex = QModelIndex | QPersistentModelIndex


class Words(Protocol):
    """A line of words, and the characters of it that were looked for."""

    @property
    def words(self) -> str:
        """The line."""

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """From which character up to which, in order."""


class Hit(NamedTuple):
    """One thing found: its title, what it is, and what choosing it does. A lower `rank` stands higher.

    `excerpt` gives the words around what was looked for, where there are any; it is asked when the row is seen.
    """

    title: str
    detail: str
    activate: Callable[[], object]
    rank: int = 0
    excerpt: Callable[[], Words] | None = None


Provider = Callable[[str], Iterable[Hit]]
"""Takes what was typed and yields hits, ranked 0 (begins with it) to 9."""


def matching(hits: Iterable[Hit], typed: str) -> Iterator[Hit]:
    """Yield the hits whose title or detail has every word typed, ranked by where in the title they begin."""
    words = fold(typed).split()
    for hit in hits:
        title = fold(hit.title)
        if all(word in title or word in fold(hit.detail) for word in words):
            yield hit._replace(rank=_rank(title, words))


def _rank(title: str, words: Sequence[str]) -> int:
    if not words or title.startswith(words[0]):
        return 0
    if f" {words[0]}" in title:
        return 1
    return 2 if words[0] in title else 3


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
        return QSize(0, current().px(_TALL_ROW if has_more else _ROW))  # as wide as the list: texts are shortened

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


_LIST_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class _Field(QLineEdit):
    """The line one types in; the arrows move in the list meanwhile."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__(palette)
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the arrows and Enter to the list."""
        step = _LIST_KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self._palette.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._palette.choose()
        else:
            super().keyPressEvent(event)


class Palette(Overlay):
    """A field and a list over the window, fed by its providers."""

    def __init__(self, host: QWidget, providers: Sequence[Provider]) -> None:
        super().__init__(host)
        self._providers = tuple(providers)
        self.setAccessibleName(self.tr("Search"))
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Words, “exact words”, kind:document, case:kosovo, or a command"))
        self.field.setAccessibleName(self.tr("Search everything, or type a command"))
        self.model = HitModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("", TextRole.SMALL, tone="muted", parent=self)
        column(self.field, self.list, self.nothing, into=self, margins=(3 * GRID,) * 4)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.list.activated.connect(self._on_list_activated)
        self.list.clicked.connect(self._on_list_activated)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def open(self) -> None:
        """Show the palette, empty."""
        self.field.clear()
        self._search("")
        super().open()

    @Slot()
    def search_again(self) -> None:
        """Look for what was typed anew: there is more to be found than before."""
        if self.is_open:
            self._search(self.field.text())

    def step(self, by: int) -> None:
        """Move the selection in the list, and have it spoken."""
        row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + by))
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        if index.isValid():
            announce(self.list, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def choose(self) -> None:
        """Close, then do what the selected hit does."""
        index = self.list.currentIndex()
        if index.isValid():
            hit = self.model.hit(index.row())
            self.dismiss()
            hit.activate()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def wanted_geometry(self, host: QRect) -> QRect:
        """Below the top bar, in the middle, no larger than the window."""
        theme = current()
        width = min(theme.px(_WIDTH), host.width() - 2 * _MARGIN)
        heights = (self.list.sizeHintForRow(row) for row in range(min(_ROWS, self.model.rowCount())))
        wanted = self.field.sizeHint().height() + max(sum(heights), theme.px(_ROW)) + 9 * GRID
        top = TOP_BAR + 2 * GRID
        return QRect((host.width() - width) // 2, top, width, min(wanted, host.height() - top - _MARGIN))

    def _search(self, typed: str) -> None:
        found = chain.from_iterable(provider(typed) for provider in self._providers)
        hits = sorted(found, key=lambda hit: hit.rank)[:LIMIT]
        self.model.replace(hits)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.nothing.setText(self.tr("Nothing was found for “%1”.").replace("%1", typed))
        self.list.setCurrentIndex(self.model.index(0))
        self.fit()

    @Slot(str)
    def _on_field_text_changed(self, typed: str) -> None:
        self._search(typed)
        announce(self.list, self.tr("%n found", "", self.model.rowCount()))

    @Slot()
    def _on_list_activated(self) -> None:
        self.choose()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.is_open and new is not None and new is not self and not self.isAncestorOf(new):
            self.dismiss()

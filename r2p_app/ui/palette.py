"""The palette: type a few letters, get pages, cases, chapters and commands. Sources of hits are added as providers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

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

from r2p_app.ui.announce import announce
from r2p_app.ui.overlay import Overlay
from r2p_app.ui.theme.frame import TOP_BAR
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label

LIMIT = 50
"""More hits than this help nobody; the last letters typed will narrow them."""

_WIDTH, _MARGIN = 640, 24
_ROW, _ROWS = 36, 10
_AnyIndex = QModelIndex | QPersistentModelIndex


class Hit(NamedTuple):
    """One thing found: its title, what it is, and what choosing it does. A lower `rank` stands higher."""

    title: str
    detail: str
    activate: Callable[[], object]
    rank: int = 0


Provider = Callable[[str], Iterable[Hit]]
"""Takes what was typed and yields hits, ranked 0 (begins with it) to 9."""


def folded(text: str) -> str:
    """Return text as it is compared: without case and diacritics ("Račak" and "racak" are one)."""
    from anyascii import anyascii

    return anyascii(text).casefold()


def matching(hits: Iterable[Hit], typed: str) -> Iterator[Hit]:
    """Yield the hits whose title or detail has every word typed, ranked by where in the title they begin."""
    words = folded(typed).split()
    for hit in hits:
        title = folded(hit.title)
        if all(word in title or word in folded(hit.detail) for word in words):
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

    def hit(self, row: int) -> Hit:
        """Return the hit in a row."""
        return self._hits[row]

    def replace(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
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
            return f"{hit.title}, {hit.detail}"
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: the title at the left, what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """One line with room to point at."""
        return QSize(super().sizeHint(option, index).width(), current().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint the row, then both texts; the title is shortened before the detail is."""
        theme, model = current(), index.model()
        hit = model.hit(index.row()) if isinstance(model, HitModel) else None
        if hit is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect)
        painter.save()
        if selected:
            painter.fillRect(area, theme.colour("accent-soft"))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), theme.colour("accent"))
        area = area.adjusted(3 * GRID, 0, -3 * GRID, 0)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        detail = painter.fontMetrics().elidedText(hit.detail, Qt.TextElideMode.ElideRight, area.width() // 2)
        taken = painter.fontMetrics().horizontalAdvance(detail) + 4 * GRID
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour("ink"))
        title = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, area.width() - taken)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


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
        self.field.setPlaceholderText(self.tr("Type a page, a case, a chapter or a command"))
        self.field.setAccessibleName(self.tr("Search pages, cases, chapters and commands"))
        self.model = HitModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setUniformItemSizes(True)
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
        rows = max(1, min(_ROWS, self.model.rowCount()))
        wanted = self.field.sizeHint().height() + rows * theme.px(_ROW) + 9 * GRID
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
